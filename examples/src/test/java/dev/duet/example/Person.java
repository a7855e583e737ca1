// SPDX-License-Identifier: Apache-2.0
package dev.duet.example;

import dev.duet.client.Result;
import dev.duet.client.call.Account;
import dev.duet.client.call.Call;
import dev.duet.client.call.ClientOptions;
import dev.duet.client.call.DuetClient;
import dev.duet.client.call.own.Sources;
import dev.duet.client.call.state.CallMedia;
import dev.duet.client.call.state.CallState;
import dev.duet.client.media.flow.PcmChunk;
import dev.duet.client.media.flow.VideoFrame;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.picture.Pixels;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import dev.duet.client.media.synth.ToneMeter;
import dev.duet.client.socket.Handset;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Somebody who calls, sends one colour and one tone, and looks at what comes.
public final class Person {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration RINGING = Duration.ofMinutes(2);
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    private final DuetClient client;
    private volatile @Nullable VideoFrame seen;
    private volatile @Nullable PcmChunk heard;

    public Person(Account account, Colour colour, double hertz) {
        client = new DuetClient(new Handset(Runnable::run), account, ClientOptions.of(sources(colour, hertz)));
        done(client.login());
    }

    public static Sources sources(Colour colour, double hertz) {
        return Sources.NONE
                .withCamera(() -> TestPicture.start(WIDTH, HEIGHT, 15, colour))
                .withMicrophone(() -> Tone.start(hertz));
    }

    public Call calls(String user) {
        Call call = client.call(user, CallMedia.VIDEO, RINGING);
        call.show(frame -> seen = frame);
        call.hear(chunk -> heard = chunk);
        return call;
    }

    public void leaves() {
        done(client.logout());
    }

    public static boolean rings(Call call) {
        return call.state() instanceof CallState.Ringing ringing && ringing.delivered();
    }

    public static boolean isTalkedIn(Call call) {
        return call.state() instanceof CallState.Talking;
    }

    /// Whether the picture's greater part has this colour: the bar, and what coding does, left aside.
    public boolean sees(Colour colour) {
        VideoFrame frame = seen;
        return frame != null
                && frame.width() == WIDTH
                && (isNear(frame, colour, 8) || isNear(frame, colour, WIDTH - 72));
    }

    private static boolean isNear(VideoFrame frame, Colour colour, int left) {
        return Pixels.mean(frame, left, 40, 64, HEIGHT - 80).distance(colour) < 30;
    }

    public boolean hears(double hertz) {
        PcmChunk chunk = heard;
        return chunk != null && ToneMeter.loudness(chunk) > 1_000 && ToneMeter.share(chunk, hertz) > 0.9;
    }

    public static void done(CompletableFuture<Result<Void>> answer) {
        Result<Void> result =
                answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (!result.isOk()) {
            throw new AssertionError(result);
        }
    }

    public static void until(String what, BooleanSupplier condition) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUp) {
                throw new AssertionError("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
