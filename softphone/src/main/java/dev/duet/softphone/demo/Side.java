// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.client.call.Call;
import dev.duet.client.call.CallListener;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.state.CallQuality;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.EndReason;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.softphone.demo.proof.Marks;
import dev.duet.softphone.demo.proof.Show;
import dev.duet.softphone.demo.proof.Verdict;
import dev.duet.softphone.talk.CannotCall;
import dev.duet.softphone.talk.QualityWords;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One of the two who call: tells the timeline what happens here, and looks and listens.
final class Side implements AutoCloseable {
    private static final int FAREWELL_SECONDS = 3;

    private final String name;
    private final Marks marks;
    private final Timeline timeline;
    private final DuetClient client;
    private final Show expected;
    private final Eye eye;
    private final Ear ear;

    /// @param expected what should come from the other side
    Side(Marks marks, Timeline timeline, DuetClient client, Show expected) {
        this.name = client.userId();
        this.marks = marks;
        this.timeline = timeline;
        this.client = client;
        this.expected = expected;
        this.eye = new Eye(() -> timeline.reach(marks.sees(), name + " sees the first picture"));
        this.ear = new Ear(expected.hertz(), () -> timeline.reach(marks.hears(), name + " hears the first sound"));
    }

    DuetClient client() {
        return client;
    }

    Eye eye() {
        return eye;
    }

    void login() {
        var _ = client.login().thenAccept(result -> {
            if (result.isOk()) {
                timeline.reach(marks.online(), name + " is logged in");
            } else {
                timeline.fail(name + " cannot log in: " + result.desc());
            }
        });
    }

    /// @param tape hears what this side hears
    void join(Call call, AudioSink tape) {
        call.on(new Listener());
        call.show(eye);
        call.hear(chunk -> {
            ear.chunk(chunk);
            tape.chunk(chunk);
        });
    }

    void judge() throws CannotCall {
        Optional<String> fault = new Verdict(name, expected).fault(eye.seen(), ear.heard());
        if (fault.isPresent()) {
            throw new CannotCall(fault.get());
        }
    }

    @Override
    public void close() {
        var _ = client.logout()
                .completeOnTimeout(dev.duet.client.Result.done(), FAREWELL_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    private final class Listener implements CallListener {
        @Override
        public void state(Call call, CallState now, CallState before) {
            switch (now) {
                case CallState.Inviting inviting -> {}
                case CallState.Ringing ringing -> {
                    if (ringing.delivered()) {
                        timeline.note(name + " is told that it rings");
                    }
                }
                case CallState.Connecting connecting -> timeline.note(name + " connects");
                case CallState.Talking talking -> timeline.reach(marks.talks(), name + " is in the room");
                case CallState.Ended ended -> ended(ended);
            }
        }

        private void ended(CallState.Ended ended) {
            if (ended.reason() != EndReason.HANGUP) {
                timeline.fail("The call ended early for " + name + ": " + ended.message());
            }
            timeline.reach(marks.ended(), "for " + name + " the call is over: " + ended.message());
        }

        @Override
        public void quality(Call call, CallQuality now) {
            timeline.note("quality at " + name + ": " + QualityWords.of(now));
        }
    }
}
