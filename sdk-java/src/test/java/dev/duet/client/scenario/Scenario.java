// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.im.ImManager;
import dev.duet.client.im.InitParams;
import dev.duet.client.socket.Handset;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Plays one file of contract/scenarios against this SDK.
final class Scenario {
    private final PlayedWorld world = new PlayedWorld();
    private final ImManager im = new ImManager(new Handset(Runnable::run, "d1", world));
    private final Calls calls = new Calls(im);
    private final Template template = new Template();
    /// What listeners were told that no step has claimed yet.
    private final Deque<List<@Nullable Object>> told = new ArrayDeque<>();
    private final Map<String, CompletableFuture<? extends Result<?>>> answers = new HashMap<>();
    private final Map<String, @Nullable Object> script;
    private final Function<String, Map<String, @Nullable Object>> parts;

    /// @param parts by name
    Scenario(Map<String, @Nullable Object> script, Function<String, Map<String, @Nullable Object>> parts) {
        this.script = script;
        this.parts = parts;
    }

    void play() {
        String says = String.valueOf(script.get("says"));
        if (!Boolean.FALSE.equals(script.get("initialized"))) {
            initialize();
        }
        all(script, says);
        quiet(says);
        assertThat(answers).as("answers that no step expects").isEmpty();
    }

    private void initialize() {
        Deque<Object> tickets = new ArrayDeque<>(Json.list(script.get("provider")));
        InitParams params = new InitParams(1_400_000_001, "http://duet.test").withListener(Recorder.session(told::add));
        if (!tickets.isEmpty()) {
            params = params.withUserSigProvider(user -> tickets.isEmpty()
                    ? CompletableFuture.failedFuture(new IllegalStateException("no more"))
                    : CompletableFuture.completedFuture(String.valueOf(tickets.poll())));
        }
        var initialized = im.initSDK(params);
        im.getSignalingManager().addSignalingListener(Recorder.signaling(told::add));
        world.settle();
        assertThat(initialized.join().isOk()).isTrue();
    }

    private void all(Map<String, @Nullable Object> part, String where) {
        int at = 0;
        for (Object each : Json.list(part.get("steps"))) {
            Map<String, @Nullable Object> step = Json.map(each);
            String here = where + " Step " + ++at + ": " + Json.write(step);
            if (step.get("play") instanceof String name) {
                all(parts.apply(name), here);
            } else {
                one(step, here);
            }
        }
    }

    private void one(Map<String, @Nullable Object> step, String here) {
        if (step.containsKey("passes") || step.containsKey("closed")) {
            quiet(here);
        }
        act(step);
        world.settle();
        expect(step, here);
    }

    private void act(Map<String, @Nullable Object> step) {
        if (step.get("do") instanceof String method) {
            call(method, step);
        } else if (step.containsKey("opened")) {
            world.opened();
        } else if (step.get("closed") instanceof Long code) {
            world.closed(code.intValue());
        } else if (step.containsKey("hears")) {
            hear(step.get("hears"));
        } else if (step.containsKey("network")) {
            im.networkChanged();
        } else if (step.get("passes") instanceof Long millis) {
            world.pass(Duration.ofMillis(millis));
        }
    }

    private void call(String method, Map<String, @Nullable Object> step) {
        String name = step.get("as") instanceof String given ? given : method;
        assertThat(answers).as("%s is not answered yet", name).doesNotContainKey(name);
        answers.put(name, calls.call(method, Json.map(template.fill(step.get("with")))));
    }

    private void hear(@Nullable Object frame) {
        Object filled = template.fill(frame);
        world.hears(filled instanceof String text ? text : Json.write(framed(filled)));
    }

    private static Map<String, @Nullable Object> framed(@Nullable Object frame) {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>();
        whole.put("jsonrpc", "2.0");
        whole.putAll(Json.map(frame));
        return whole;
    }

    private void expect(Map<String, @Nullable Object> step, String here) {
        if (step.containsKey("opens")) {
            assertThat(world.sockets.poll()).as(here).isEqualTo("opens");
        } else if (step.containsKey("closes")) {
            assertThat(world.sockets.poll()).as(here).isEqualTo("closes");
        } else if (step.containsKey("sends")) {
            String text = world.sent.poll();
            assertThat(text).as(here).isNotNull();
            template.match(text == null ? null : Json.read(text), framed(step.get("sends")), here);
        } else if (step.containsKey("told")) {
            template.match(told.poll(), step.get("told"), here);
        } else if (step.get("answer") instanceof String name) {
            judge(name, Json.map(step.get("is")), here);
        }
    }

    private void judge(String name, Map<String, @Nullable Object> is, String here) {
        CompletableFuture<? extends Result<?>> answer = answers.remove(name);
        assertThat(answer).as(here).isCompleted();
        if (answer == null) {
            return;
        }
        Result<?> result = answer.join();
        assertThat(result.desc()).as(here).isNotEmpty();
        assertThat((long) result.code()).as(here + ' ' + result.desc()).isEqualTo(is.get("code"));
        template.contains(Plain.of(result.data()), is.get("data"), here);
    }

    /// Nothing has happened that no step has claimed.
    private void quiet(String here) {
        List<@Nullable Object> unclaimed = new ArrayList<>(world.sockets);
        unclaimed.addAll(world.sent);
        unclaimed.addAll(told);
        assertThat(unclaimed).as("unexpected before %s", here).isEmpty();
    }
}
