// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.client.call.Call;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.media.flow.AudioSink;
import dev.duet.softphone.demo.proof.Moment;
import dev.duet.softphone.talk.CannotCall;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The call itself: alice calls bob, both talk for a while, alice hangs up.
///
/// @param tape hears what bob hears
/// @param talk how long they talk once all has arrived
record Demo(Timeline timeline, Side alice, Side bob, AudioSink tape, Duration talk) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// As fast as a person may be.
    private static final int ANSWER_MILLIS = 500;

    /// What was measured, in ms after the answer.
    record Figures(long firstSound, long firstPicture) {}

    Figures run() throws CannotCall, InterruptedException {
        signIn();
        Call call = call();
        List<Moment> wanted = List.of(
                Moment.RINGING,
                Moment.ACCEPTED,
                Moment.ALICE_TALKS,
                Moment.BOB_TALKS,
                Moment.ALICE_HEARS,
                Moment.BOB_HEARS,
                Moment.ALICE_SEES,
                Moment.BOB_SEES);
        await(wanted);
        timeline.letGoOn(talk);
        hangUp(call);
        return figures();
    }

    private void signIn() throws CannotCall, InterruptedException {
        bob.client().on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                ring(call);
            }
        });
        alice.login();
        bob.login();
        await(List.of(Moment.ALICE_ONLINE, Moment.BOB_ONLINE));
    }

    private void ring(Call call) {
        timeline.reach(Moment.RINGING, "bob's device rings");
        bob.join(call, tape);
        CompletableFuture.delayedExecutor(ANSWER_MILLIS, TimeUnit.MILLISECONDS).execute(() -> {
            timeline.reach(Moment.ACCEPTED, "bob accepts");
            var _ = call.accept();
        });
    }

    private Call call() {
        timeline.note("alice invites bob to a video call");
        Call call = alice.client().call("bob", CallMedia.VIDEO);
        alice.join(call, chunk -> {});
        return call;
    }

    private void hangUp(Call call) throws CannotCall, InterruptedException {
        timeline.note("alice hangs up");
        var _ = call.hangUp();
        await(List.of(Moment.ALICE_ENDED, Moment.BOB_ENDED, Moment.RECORDED));
    }

    private Figures figures() throws CannotCall, InterruptedException {
        long accepted = timeline.await(Moment.ACCEPTED, PATIENCE);
        return new Figures(
                timeline.await(Moment.BOB_HEARS, PATIENCE) - accepted,
                timeline.await(Moment.BOB_SEES, PATIENCE) - accepted);
    }

    private void await(List<Moment> moments) throws CannotCall, InterruptedException {
        for (Moment moment : moments) {
            var _ = timeline.await(moment, PATIENCE);
        }
    }
}
