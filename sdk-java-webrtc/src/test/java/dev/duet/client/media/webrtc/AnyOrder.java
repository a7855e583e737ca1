// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.client.media.Encoding;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.MediaException;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.flow.PushedAudio;
import dev.duet.client.media.flow.PushedVideo;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/// Calls the engine in random orders, while pictures and sound are pushed without a pause. Runs in a JVM of its own,
/// which dies when the library does.
final class AnyOrder implements AutoCloseable {
    private static final int STEPS = 12;

    private final Random random;
    private final MediaServer server;
    private final TestPicture picture = TestPicture.start(160, 120, 30, new Colour(200, 30, 30));
    private final Tone tone = Tone.start(440);

    private AnyOrder(Random random, MediaServer server) {
        this.random = random;
        this.server = server;
    }

    /// Arguments: how many orders, the first seed.
    static void main(String[] args) {
        int orders = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        try (MediaServer server = MediaServer.start()) {
            for (int i = 0; i < orders; i++) {
                System.err.println("order of seed " + (seed + i));
                try (AnyOrder order = new AnyOrder(new Random(seed + i), server)) {
                    order.run();
                }
            }
        }
        System.out.println(orders + " orders");
    }

    private void run() {
        List<MediaConnection> both = new ArrayList<>();
        for (String name : List.of("alice", "bob")) {
            MediaConnection media = MediaEngine.load().connect(List.of(), state -> {});
            both.add(media);
            if (random.nextInt(4) > 0) {
                media.sendAudio(tone);
                media.sendVideo(MediaKind.CAMERA, picture);
                forgive(() -> media.answer(server.enter(name, media.offer().join())));
            }
        }
        for (int i = 0; i < STEPS; i++) {
            int side = random.nextInt(2);
            step(both.get(side), side == 0 ? "alice" : "bob");
        }
        both.forEach(MediaConnection::close);
    }

    private void step(MediaConnection media, String name) {
        switch (random.nextInt(18)) {
            case 0 -> ignore(media.offer());
            case 1 -> ignore(media.restart());
            case 2 -> ignore(media.answer(random.nextBoolean() ? "v=0\r\n" : "nonsense"));
            case 3 -> media.sendAudio(tone);
            case 4 -> media.sendAudio(null);
            case 5 -> media.sendVideo(MediaKind.CAMERA, picture);
            case 6 -> media.sendVideo(MediaKind.SCREEN, picture);
            case 7 -> media.sendVideo(MediaKind.CAMERA, null);
            case 8 -> media.shape(MediaKind.AUDIO, Encoding.FREE.withMaxBitsPerSecond(8_000 + random.nextInt(50_000)));
            case 9 -> media.shape(MediaKind.CAMERA, Encoding.CAMERA.withScaleDownBy(1 + random.nextInt(3)));
            case 10 -> media.hear(chunk -> {});
            case 11 -> media.see(MediaKind.CAMERA, random.nextBoolean() ? null : frame -> {});
            case 12 -> ignore(media.stats());
            case 13 ->
                forgive(() -> media.answer(server.enter(name, media.offer().join())));
            case 14 ->
                forgive(() -> media.answer(server.restart(name, media.restart().join())));
            case 15 -> closeSomehow(media);
            case 16 -> pushAndEnd(media);
            default -> LockSupport.parkNanos(random.nextInt(100) * 1_000_000L);
        }
    }

    private void closeSomehow(MediaConnection media) {
        switch (random.nextInt(4)) {
            case 0 -> media.close();
            case 1 -> Thread.ofPlatform().start(media::close);
            case 2 -> media.hear(chunk -> media.close());
            default -> forgive(() -> media.stats().thenRun(media::close));
        }
    }

    private static void pushAndEnd(MediaConnection media) {
        try (PushedAudio sound = new PushedAudio();
                PushedVideo pictures = new PushedVideo()) {
            media.sendAudio(sound);
            media.sendVideo(MediaKind.CAMERA, pictures);
            for (int i = 0; i < 30; i++) {
                sound.push(Tone.chunk(300, i));
                pictures.push(TestPicture.draw(161 + i, 121, new Colour(0, 0, 0), 0, i));
            }
        }
    }

    private static void ignore(CompletableFuture<?> unused) {}

    private interface Asking {
        CompletableFuture<?> ask();
    }

    /// A refusal is an answer like any other here.
    private static void forgive(Asking asking) {
        try {
            asking.ask().join();
        } catch (CompletionException refused) {
            if (!(refused.getCause() instanceof MediaException)) {
                throw refused;
            }
        } catch (AssertionError refusedByTheServer) {
            // Such as a restart of who is not in the room.
        }
    }

    @Override
    public void close() {
        tone.close();
        picture.close();
    }
}
