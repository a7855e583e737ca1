// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.call.ledger.CallRecord;
import dev.duet.client.call.Account;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.file.Recorder;
import dev.duet.client.socket.Handset;
import dev.duet.softphone.demo.proof.Marks;
import dev.duet.softphone.demo.proof.Moment;
import dev.duet.softphone.demo.proof.Show;
import dev.duet.softphone.talk.CannotCall;
import dev.duet.softphone.talk.Threads;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// All that the call needs: files, a server, two clients; and what comes of it.
///
/// @param sent by alice, who is expected to send [Show#ALICE]
record Scene(Timeline timeline, MediaEngine engine, Show sent, Duration talk, Evidence evidence) {

    /// @param folder an empty one, for whatever is made
    Demo.Figures play(Path folder) throws CannotCall, IOException, InterruptedException {
        Films alice = Films.write(folder, "alice", sent);
        Films bob = Films.write(folder, "bob", Show.BOB);
        timeline.note("pictures (" + Show.WIDTH + "x" + Show.HEIGHT + ", " + Show.FRAMES_PER_SECOND
                + " frames a second) and tones are in files in " + folder);
        try (LocalServer server = LocalServer.start(folder.resolve("data"), this::recorded);
                Threads threads = Threads.open()) {
            timeline.note("the server runs on " + server.origin());
            return call(threads, server, alice, bob);
        }
    }

    private Demo.Figures call(Threads threads, LocalServer server, Films aliceFilms, Films bobFilms)
            throws CannotCall, IOException, InterruptedException {
        try (Recorder tape = evidence.record();
                Side alice = new Side(
                        Marks.ALICE, timeline, client(threads, server.account("alice"), aliceFilms), Show.BOB);
                Side bob =
                        new Side(Marks.BOB, timeline, client(threads, server.account("bob"), bobFilms), Show.ALICE)) {
            Demo.Figures figures = new Demo(timeline, alice, bob, tape, talk).run();
            evidence.write(bob.eye().latest());
            bob.judge();
            alice.judge();
            return figures;
        }
    }

    private DuetClient client(Threads threads, Account account, Films films) {
        return new DuetClient(
                new Handset(threads.events()),
                account,
                new ClientOptions(() -> engine, threads.slow(), films.sources(), false));
    }

    private void recorded(CallRecord record) {
        timeline.reach(
                Moment.RECORDED,
                "the server's record: " + record.inviter().text() + " called "
                        + record.invitee().text() + ", " + record.reason() + ", rang "
                        + millis(record.ring().lasted())
                        + ", talked " + millis(record.talk().counted()));
    }

    private static String millis(Duration span) {
        return span.toMillis() + " ms";
    }
}
