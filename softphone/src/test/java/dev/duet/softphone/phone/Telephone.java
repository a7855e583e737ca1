// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.softphone.Main;
import dev.duet.softphone.Watched;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// `duet call` on a thread of its own, with keys that the test presses.
final class Telephone {
    private final Watched out = new Watched();
    private final Watched err = new Watched();
    private final PipedOutputStream keys = new PipedOutputStream();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private int read;

    Telephone(String... words) {
        List<String> line = new ArrayList<>(List.of("call"));
        line.addAll(List.of(words));
        CallCommand command = new CallCommand(connected(), false);
        Thread.ofPlatform()
                .daemon()
                .start(() -> exit.complete(
                        Main.run(out.writer(), err.writer(), new Object[] {command}, line.toArray(String[]::new))));
    }

    private PipedInputStream connected() {
        try {
            return new PipedInputStream(keys);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    void press(char key) throws IOException {
        keys.write(key);
        keys.flush();
    }

    /// Waits for words after those that were waited for before.
    void shows(String words) throws InterruptedException {
        read = out.until(words, read);
    }

    /// The exit code and what was complained of.
    String ends() throws Exception {
        return exit.get(20, TimeUnit.SECONDS) + " " + err.text().strip();
    }
}
