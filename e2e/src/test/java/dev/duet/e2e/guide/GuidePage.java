// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.guide;

import dev.duet.e2e.FakeMedia;
import dev.duet.e2e.Tab;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tab with the page made of the guide's snippets. Tests call the sections by name and read what the snippets did.
public final class GuidePage {
    private static final String HISTORY = """
            () => [
                ...page.shown.map(({ screen, hint }) => `shown ${screen} ${hint}`),
                ...page.printed,
                ...page.told.filter(({ name }) => name !== 'onStatistics').map(({ name, args }) => `${name} ${JSON.stringify(args).slice(0, 200)}`),
            ].join('\\n')""";

    private final Tab tab;

    private GuidePage(Tab tab) {
        this.tab = tab;
    }

    /// The page before any of its snippets has run.
    public static GuidePage open(Tab empty, String origin) {
        return open(empty, origin, "", GuideFiles.rulesOf(origin));
    }

    /// The same, with this behind its address.
    static GuidePage open(Tab empty, String origin, String query) {
        return open(empty, origin, query, GuideFiles.rulesOf(origin));
    }

    /// The same, where neither camera nor microphone is allowed.
    static GuidePage openWithoutDevices(Tab empty, String origin) {
        return open(empty, origin, "", GuideFiles.withoutDevices(GuideFiles.rulesOf(origin)));
    }

    private static GuidePage open(Tab empty, String origin, String query, Map<String, String> rules) {
        GuideFiles.serve(empty.page(), origin, rules);
        empty.page().navigate(origin + GuideFiles.FOLDER + "index.html" + query);
        return new GuidePage(empty);
    }

    /// The page in use: initialised and signed in as `user`, with every listener of the guide in place.
    public GuidePage as(String user) {
        run("user => page.start(user)", user);
        return this;
    }

    public Tab tab() {
        return tab;
    }

    /// Runs a function of the page, with one argument, and waits for what it promises.
    public @Nullable Object run(String function, @Nullable Object argument) {
        return tab.page().evaluate(function, argument);
    }

    public @Nullable Object run(String function) {
        return tab.page().evaluate(function);
    }

    /// Waits until the expression is true of the page. The page's rules forbid Playwright's own way to wait.
    public void until(String expression) {
        long giveUp = System.nanoTime() + Tab.PATIENCE.toNanos();
        while (!Boolean.TRUE.equals(tab.page().evaluate("() => Boolean(" + expression + ")"))) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("never true: " + expression + "\n" + run(HISTORY));
            }
            tab.page().waitForTimeout(50);
        }
    }

    /// Waits until this is on screen.
    public void shows(String screen) {
        until("page.shown.at(-1).screen === '" + screen + "'");
    }

    /// Waits until the person was told this.
    public void tells(String hint) {
        until("page.shown.some(({ hint }) => hint === '" + hint + "')");
    }

    /// Waits until a snippet printed a line that begins so.
    public void prints(String beginning) {
        until("page.printed.some(line => line.startsWith('" + beginning + "'))");
    }

    /// Waits until a callback was called with these arguments, written as JavaScript.
    public void isTold(String callback, String arguments) {
        until("page.told.some(({ name, args }) => name === '" + callback
                + "' && JSON.stringify(args) === JSON.stringify(" + arguments + "))");
    }

    /// Waits until a callback was called, whatever it was told.
    public void isTold(String callback) {
        until("page.told.some(({ name }) => name === '" + callback + "')");
    }

    /// The names of these callbacks, as often and in the order as they were called.
    public List<String> told(String... callbacks) {
        return texts(run("names => page.told.map(({ name }) => name).filter(name => names.includes(name))", callbacks));
    }

    /// One argument of each call of this callback, in order.
    public List<String> told(String callback, int argument) {
        return texts(run(
                "([callback, n]) => page.told.filter(({ name }) => name === callback).map(({ args }) => String(args[n]))",
                List.of(callback, argument)));
    }

    /// What the snippets printed.
    public List<String> printed() {
        return texts(run("() => page.printed"));
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : List.of();
    }

    /// The other side's picture is mostly of this colour.
    public void seesColour(FakeMedia.Colour colour) {
        tab.seesColour(colour);
    }

    /// The own picture is mostly of this colour.
    public void showsOwn(FakeMedia.Colour colour) {
        tab.seesColour("local-video", colour);
    }
}
