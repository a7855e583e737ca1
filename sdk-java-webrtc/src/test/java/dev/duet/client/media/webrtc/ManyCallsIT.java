// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.client.media.ConnectionState;
import dev.duet.client.media.MediaConnection;
import dev.duet.client.media.MediaEngine;
import dev.duet.client.media.MediaKind;
import dev.duet.client.media.picture.Colour;
import dev.duet.client.media.synth.TestPicture;
import dev.duet.client.media.synth.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A hundred calls in a row leave neither threads nor memory behind.
class ManyCallsIT {
    private static final int WARM_UP = 20;
    private static final int CALLS = 100;
    /// A leaked factory has five threads, a leaked connection a good deal of a megabyte.
    private static final int MORE_THREADS = 20;

    private static final int MORE_MEBIBYTES = 60;

    @Test
    void a_hundred_calls_leave_no_threads_and_no_memory_behind() throws IOException {
        try (MediaServer server = MediaServer.start();
                TestPicture picture = TestPicture.start(320, 240, 30, new Colour(200, 30, 30));
                Tone tone = Tone.start(440)) {
            calls(WARM_UP, server, picture, tone);
            long threads = status("Threads");
            long mebibytes = mebibytes();
            calls(CALLS, server, picture, tone);
            System.out.println(
                    "threads " + threads + " -> " + status("Threads") + ", MiB " + mebibytes + " -> " + mebibytes());
            assertThat(status("Threads")).isLessThan(threads + MORE_THREADS);
            assertThat(mebibytes()).isLessThan(mebibytes + MORE_MEBIBYTES);
        }
    }

    private static void calls(int count, MediaServer server, TestPicture picture, Tone tone) {
        for (int i = 0; i < count; i++) {
            AtomicInteger frames = new AtomicInteger();
            try (MediaConnection alice = MediaEngine.load().connect(List.of(), state -> {});
                    MediaConnection bob = MediaEngine.load().connect(List.of(), state -> {})) {
                alice.sendVideo(MediaKind.CAMERA, picture);
                alice.sendAudio(tone);
                bob.see(MediaKind.CAMERA, frame -> frames.incrementAndGet());
                alice.answer(server.enter("alice", alice.offer().join())).join();
                bob.answer(server.enter("bob", bob.offer().join())).join();
                Caller.until("connected", () -> bob.state() == ConnectionState.CONNECTED);
                Caller.until("a picture", () -> frames.get() > 0);
            }
            server.leave("alice");
            server.leave("bob");
        }
    }

    /// Memory of the process without what the collector has not got to yet.
    private static long mebibytes() throws IOException {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return (status("RssAnon") * 1024 - Runtime.getRuntime().totalMemory() + heap) >> 20;
    }

    /// A figure of Linux about this process: a count, or KiB.
    private static long status(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
