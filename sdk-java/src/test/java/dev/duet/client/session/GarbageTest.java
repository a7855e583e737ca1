// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.testkit.RandomSequences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Golden frames with bytes changed, moved and cut: none makes a session throw.
class GarbageTest {
    private static final int FRAMES = 4_000;
    private static final String CHARACTERS = "{}[]\",:0-9e.truefalsn\\u0000 \u00e4\ud83d";

    private final List<String> golden = goldenFrames();

    private static List<String> goldenFrames() {
        try (Stream<Path> files = Files.list(Path.of("../contract/frames"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(GarbageTest::read)
                    .toList();
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Test
    void no_frame_throws_and_the_session_goes_on() {
        long seed = System.nanoTime();
        RandomSequences.check(seed, FRAMES, this::garbled, GarbageTest::play);
    }

    private String garbled(RandomGenerator random) {
        StringBuilder text = new StringBuilder(golden.get(random.nextInt(golden.size())));
        for (int changes = random.nextInt(4); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(20)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 20)));
            }
        }
        return text.toString();
    }

    private static void play(List<String> frames) {
        Driver client = new Driver();
        client.goOnline();
        for (String frame : frames) {
            client.hear(frame);
            if (!(client.machine.state() instanceof SessionState.Online)) {
                client = new Driver();
                client.goOnline();
            }
        }
        assertThat(client.machine.wakeAt()).isPresent();
    }
}
