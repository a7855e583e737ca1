// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.duet.client.media.picture.Colour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// One tab with the calling page in it, seen through its `data-testid`s and its peer connection's statistics.
public final class Tab implements AutoCloseable {
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Records each peer connection, and points its candidates at another port when `__path` is set.
    private static final String RECORDER = """
            window.__peers = [];
            const Native = window.RTCPeerConnection;
            window.RTCPeerConnection = class extends Native {
                constructor(...args) { super(...args); window.__peers.push(this); }
                setRemoteDescription(d) {
                    const port = window.__path;
                    if (!port || !d || !d.sdp) return super.setRemoteDescription(d);
                    const sdp = d.sdp.replace(/(candidate:\\S+ \\d+ udp \\d+ \\S+ )\\d+/gi, `$1${port}`);
                    return super.setRemoteDescription({ type: d.type, sdp });
                }
            };
            """;

    private static final String STATS = """
            async () => {
                const r = { framesDecoded: 0, framesPerSecond: 0, framesSent: 0, videoBytesSent: 0, videoBytesReceived: 0,
                    targetBitrate: 0, audioEnergy: 0, audioPackets: 0, nacks: 0 };
                const peer = window.__peers.at(-1);
                if (!peer) return r;
                for (const s of (await peer.getStats()).values()) {
                    if (s.type === 'inbound-rtp' && s.kind === 'video') {
                        r.framesDecoded += s.framesDecoded ?? 0;
                        r.framesPerSecond += s.framesPerSecond ?? 0;
                        r.videoBytesReceived += s.bytesReceived ?? 0;
                        r.nacks += s.nackCount ?? 0;
                    }
                    if (s.type === 'inbound-rtp' && s.kind === 'audio') {
                        r.audioEnergy += s.totalAudioEnergy ?? 0;
                        r.audioPackets += s.packetsReceived ?? 0;
                    }
                    if (s.type === 'outbound-rtp' && s.kind === 'video') {
                        r.framesSent += s.framesSent ?? 0;
                        r.videoBytesSent += s.bytesSent ?? 0;
                        r.targetBitrate += s.targetBitrate ?? 0;
                    }
                }
                return r;
            }""";

    /// The mean colour of a picture, in a video or somewhere in another element, as [red, green, blue], 0 to 255 each.
    private static final String COLOUR = """
            place => {
                const video = place instanceof HTMLVideoElement ? place : place.querySelector('video');
                if (!video) return [0, 0, 0];
                const canvas = document.createElement('canvas');
                canvas.width = 32; canvas.height = 18;
                const pen = canvas.getContext('2d');
                pen.drawImage(video, 0, 0, 32, 18);
                const p = pen.getImageData(0, 0, 32, 18).data;
                const sum = [0, 0, 0];
                for (let i = 0; i < p.length; i += 4) for (let c = 0; c < 3; c++) sum[c] += p[i + c];
                return sum.map(s => s / (p.length / 4));
            }""";

    /// What the tab's peer connection has seen so far; sums over its streams. `targetBitrate` in bit/s.
    public record Stats(
            double framesDecoded,
            double framesPerSecond,
            double videoBytesSent,
            double videoBytesReceived,
            double targetBitrate,
            double audioEnergy,
            double audioPackets,
            double nacks) {}

    /// The last, since Chromium takes a page that Playwright hands out for one from the internet.
    private static final List<String> PERMISSIONS = List.of("camera", "microphone", "local-network-access");

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    private Tab(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onPageError(errors::add);
    }

    /// Opens the page as `user`, who signs in at once.
    public static Tab open(Browser browser, String origin, String user) {
        return open(browser, origin, user, 0);
    }

    /// As [#open(Browser,String,String)], with a script that runs before the page's own.
    public static Tab open(Browser browser, String origin, String user, String script) {
        return open(browser, origin, user, 0, script);
    }

    /// As [#open(Browser,String,String)], with media over the path at `pathPort` when that is not 0.
    public static Tab open(Browser browser, String origin, String user, int pathPort) {
        return open(browser, origin, user, pathPort, "");
    }

    /// A tab that shows nothing yet.
    public static Tab empty(Browser browser, int pathPort) {
        return empty(browser, pathPort, "");
    }

    private static Tab open(Browser browser, String origin, String user, int pathPort, String script) {
        Tab tab = empty(browser, pathPort, script);
        tab.page.navigate(origin + "/?user=" + user);
        tab.seesConnection("online");
        return tab;
    }

    private static Tab empty(Browser browser, int pathPort, String script) {
        boolean chromium = browser.browserType().name().equals("chromium");
        Browser.NewContextOptions options = new Browser.NewContextOptions().setIgnoreHTTPSErrors(true);
        BrowserContext context = browser.newContext(chromium ? options.setPermissions(PERMISSIONS) : options);
        Tab tab = new Tab(context);
        tab.page.addInitScript("window.__path = " + pathPort + ";" + RECORDER + script);
        return tab;
    }

    public Page page() {
        return page;
    }

    public Locator at(String testId) {
        return page.getByTestId(testId);
    }

    public void sees(String testId) {
        PlaywrightAssertions.assertThat(at(testId))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    public void seesNo(String testId) {
        PlaywrightAssertions.assertThat(at(testId))
                .not()
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    public void seesConnection(String state) {
        PlaywrightAssertions.assertThat(at("connection"))
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout((double)
                                PATIENCE.toMillis()));
    }

    /// The call is over, for this reason.
    public void seesEnd(String reason) {
        seesEnd(reason, PATIENCE);
    }

    public void seesEnd(String reason, Duration patience) {
        PlaywrightAssertions.assertThat(at("ended-reason"))
                .hasAttribute("data-reason", reason, new LocatorAssertions.HasAttributeOptions().setTimeout((double)
                                patience.toMillis()));
    }

    public void click(String testId) {
        at(testId).click();
    }

    /// Has the page click by itself at a moment, so that two tabs do it together.
    public void clickAt(String testId, long epochMillis) {
        at(testId).evaluate("(button, moment) => { setTimeout(() => button.click(), moment - Date.now()); }", (double)
                epochMillis);
    }

    public void callVideo(String callee) {
        at("callee").fill(callee);
        click("call-video");
    }

    public void callVoice(String callee) {
        at("callee").fill(callee);
        click("call-voice");
    }

    public Stats stats() {
        @SuppressWarnings("unchecked")
        var read = (java.util.Map<String, Object>) page.evaluate(STATS);
        return new Stats(
                number(read, "framesDecoded"),
                number(read, "framesPerSecond"),
                number(read, "videoBytesSent"),
                number(read, "videoBytesReceived"),
                number(read, "targetBitrate"),
                number(read, "audioEnergy"),
                number(read, "audioPackets"),
                number(read, "nacks"));
    }

    private static double number(java.util.Map<String, Object> read, String name) {
        return read.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    /// Waits until the statistics satisfy the condition.
    public Stats until(String what, Predicate<Stats> condition) {
        return until(what, PATIENCE, condition);
    }

    public Stats until(String what, Duration patience, Predicate<Stats> condition) {
        long giveUp = System.nanoTime() + patience.toNanos();
        Stats now = stats();
        while (!condition.test(now)) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError(
                        "no " + what + " within " + patience.toSeconds() + " s: " + now + ", page errors " + errors);
            }
            page.waitForTimeout(100);
            now = stats();
        }
        return now;
    }

    /// Frames go on being decoded and sound goes on being heard from now on.
    public void seesAndHears() {
        Stats before = stats();
        until("picture", now -> now.framesDecoded > before.framesDecoded + 15);
        hears();
    }

    public void hears() {
        Stats before = stats();
        until(
                "sound",
                now -> now.audioEnergy > before.audioEnergy + 0.001 && now.audioPackets > before.audioPackets + 25);
    }

    /// The remote picture is mostly of this colour.
    public void seesColour(FakeMedia.Colour colour) {
        seesColour("remote-video", colour);
    }

    /// The picture of this element is mostly of this colour.
    public void seesColour(String testId, FakeMedia.Colour colour) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Colour mean = colourOf(testId);
            int redder = mean.red() - mean.blue();
            boolean right = colour == FakeMedia.Colour.RED ? redder > 40 : redder < -40;
            if (right) {
                return;
            }
            if (System.nanoTime() > giveUp) {
                throw new AssertionError(testId + " is not " + colour + " but " + mean);
            }
            page.waitForTimeout(100);
        }
    }

    /// The mean colour that this element shows now; black for an element without a picture.
    public Colour colourOf(String testId) {
        List<?> mean = (List<?>) at(testId).evaluate(COLOUR);
        return new Colour(part(mean, 0), part(mean, 1), part(mean, 2));
    }

    private static int part(List<?> mean, int index) {
        return ((Number) mean.get(index)).intValue();
    }

    public void noErrors() {
        if (!errors.isEmpty()) {
            throw new AssertionError("uncaught errors in the page: " + errors);
        }
    }

    /// Goes away at once, as a killed tab does: nothing is said to the server.
    @Override
    public void close() {
        context.close();
    }
}
