// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.Result;
import dev.duet.client.call.Account;
import dev.duet.client.call.Call;
import dev.duet.client.call.ClientListener;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.picture.Pixels;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.socket.Handset;
import dev.duet.e2e.RunningServer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A signed-in [DuetClient] on the libwebrtc engine that shows a blue picture and plays a tone.
public final class JavaPhone implements AutoCloseable {
    static final int HERTZ = 1_000;
    private static final Colour BLUE = new Colour(30, 30, 200);
    private static final int PATIENCE_SECONDS = 30;

    private final ExecutorService app = Executors.newSingleThreadExecutor();
    private final BlockingQueue<Call> ringing = new LinkedBlockingQueue<>();
    private final AtomicInteger frames = new AtomicInteger();
    private final Ear ear = new Ear();
    private final DuetClient client;
    private volatile @Nullable VideoFrame seen;

    public JavaPhone(RunningServer server, String user) {
        client = new DuetClient(
                new Handset(app),
                Account.of(
                        server.origin(),
                        server.app(),
                        user,
                        () -> CompletableFuture.completedFuture(server.ticket(user, Duration.ofHours(1)))),
                ClientOptions.of(Sources.NONE
                        .withMicrophone(() -> Tone.start(HERTZ))
                        .withCamera(() -> TestPicture.start(320, 240, 20, BLUE))));
        client.on(new ClientListener() {
            @Override
            public void incoming(Call call) {
                ringing.add(call);
            }
        });
        done(client.login());
    }

    /// Calls somebody by video.
    public Call call(String user) {
        return watched(client.call(user, CallMedia.VIDEO));
    }

    /// The call that rings here, now or soon.
    public Call rings() {
        try {
            Call call = ringing.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (call == null) {
                throw new AssertionError("nobody calls");
            }
            return watched(call);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Call watched(Call call) {
        call.hear(ear);
        call.show(frame -> {
            seen = frame;
            frames.incrementAndGet();
        });
        return call;
    }

    DuetClient client() {
        return client;
    }

    Ear ear() {
        return ear;
    }

    /// The mean colour of the latest picture; black before the first.
    Colour colour() {
        VideoFrame frame = seen;
        return frame == null ? new Colour(0, 0, 0) : Pixels.mean(frame, 0, 0, frame.width(), frame.height());
    }

    /// Pictures go on coming from now on.
    void sees() {
        int before = frames.get();
        until("pictures", () -> frames.get() > before + 15);
    }

    /// A picture comes from now on.
    void seesFirst() {
        int before = frames.get();
        until("picture", () -> frames.get() > before);
    }

    /// No picture comes for half a second.
    void seesNothing() {
        until("standstill of the picture", () -> {
            int before = frames.get();
            LockSupport.parkNanos(500_000_000);
            return frames.get() == before;
        });
    }

    public static CallState.Ended ended(Call call) {
        until("end of the call", () -> call.state() instanceof CallState.Ended);
        return (CallState.Ended) call.state();
    }

    public static void until(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("no " + what + " within " + PATIENCE_SECONDS + " s");
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    public static void rest(long millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    public static void done(CompletableFuture<Result<Void>> answer) {
        try {
            assertThat(answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS).desc()).isEqualTo("ok");
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        done(client.logout());
        app.shutdown();
    }
}
