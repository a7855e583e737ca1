// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.staying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/// The sleep of one browser's device: all processes of the browser stand still. Nothing may be asked of it meanwhile.
final class Slumber implements AutoCloseable {
    private final Path script;
    private final Path number;

    Slumber() {
        try {
            script = Files.createTempFile(
                    "duet-e2e",
                    ".sh",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            number = Files.createTempFile("duet-e2e", ".pid");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// A script that runs `program` and notes its process.
    Path entrance(Path program) {
        try {
            Files.writeString(script, "#!/bin/sh\necho $$ > %s\nexec %s \"$@\"\n".formatted(number, program));
            return script;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void falls() {
        signal("STOP");
    }

    void ends() {
        signal("CONT");
    }

    /// Wakes it, or it could not be closed.
    @Override
    public void close() {
        ends();
        script.toFile().delete();
        number.toFile().delete();
    }

    /// To the browser's process group, which Playwright makes for it.
    private void signal(String name) {
        try {
            String group = "-" + Files.readString(number).strip();
            Process kill = new ProcessBuilder("kill", "-" + name, "--", group)
                    .inheritIO()
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("the browser cannot be sent " + name);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
