// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.phone;

import dev.duet.softphone.talk.OnExit;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The terminal that is the standard input, made to give each key at once and to show none. However the process ends,
/// it is as before afterwards.
final class RawTerminal implements AutoCloseable {
    private final OnExit restoring;

    private RawTerminal(OnExit restoring) {
        this.restoring = restoring;
    }

    /// Empty when the standard input is no terminal, or there is no `stty`.
    static Optional<RawTerminal> open() {
        return stty("-g")
                .filter(before -> stty("-icanon", "-echo", "min", "1").isPresent())
                .map(before -> new RawTerminal(OnExit.run(() -> {
                    var _ = stty(before);
                })));
    }

    /// What it says, when it succeeds.
    private static Optional<String> stty(String... words) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(words));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (Reader said = new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII)) {
                String text = said.readAllAsString().strip();
                return process.waitFor() == 0 ? Optional.of(text) : Optional.empty();
            }
        } catch (IOException none) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        restoring.close();
    }
}
