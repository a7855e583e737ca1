// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.call.Account;
import dev.duet.client.call.Call;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.own.Sources;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.socket.Handset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// One person with a `DuetClient`, who sends a picture of one colour and a tone.
final class CallPerson implements AutoCloseable {
    private final ExecutorService app = Executors.newSingleThreadExecutor();
    final DuetClient client;
    volatile @Nullable Call ringing;
    volatile @Nullable VideoFrame seen;
    volatile @Nullable PcmChunk heard;

    CallPerson(CallServer server, String user, Colour colour, double hertz) {
        Sources sources = Sources.NONE
                .withMicrophone(() -> Tone.start(hertz))
                .withCamera(() -> TestPicture.start(Caller.WIDTH, Caller.HEIGHT, 15, colour));
        client = new DuetClient(
                new Handset(app),
                Account.of(
                        server.origin(),
                        server.app(),
                        user,
                        () -> CompletableFuture.completedFuture(server.ticket(user))),
                ClientOptions.of(sources));
        client.on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                ringing = call;
            }
        });
    }

    /// Looks at a call and listens to it from now on.
    Call attend(Call call) {
        call.show(frame -> seen = frame);
        call.hear(chunk -> heard = chunk);
        return call;
    }

    boolean perceives(Colour colour, double hertz) {
        return Caller.shows(seen, colour) && Caller.carries(heard, hertz);
    }

    void forget() {
        seen = null;
        heard = null;
    }

    @Override
    public void close() {
        client.logout().join();
        app.shutdown();
    }
}
