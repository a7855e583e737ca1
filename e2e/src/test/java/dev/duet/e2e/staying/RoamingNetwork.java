// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e.staying;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A network namespace with one link to this one, whose address can be replaced, as that of a phone which leaves the
/// Wi-Fi. The namespace lives as long as a process that waits in it.
final class RoamingNetwork implements AutoCloseable {
    /// This end of the link: where the server is reached from the other.
    static final String SERVER = "10.79.0.1";

    private final Process resident;
    private final Path script;
    private int addresses = 1;

    RoamingNetwork() {
        script = script();
        resident = start("unshare", "--net", "sh", "-c", "echo here; exec cat");
        if (!"here".equals(line(resident))) {
            throw new IllegalStateException(
                    "No network namespace can be made here: run the browser tests as root, as a container does.");
        }
        run("ip", "link", "add", "world0", "type", "veth", "peer", "name", "phone0");
        run("ip", "link", "set", "phone0", "netns", Long.toString(resident.pid()));
        run("ip", "addr", "add", SERVER + "/16", "dev", "world0");
        run("ip", "link", "set", "world0", "up");
        inside("ip link set lo up && ip link set phone0 up && " + come());
    }

    /// The address goes; the one returned comes as long as `away` later.
    String replaceAddress(Duration away) {
        addresses++;
        double seconds = away.toMillis() / 1000.0;
        inside("ip addr flush dev phone0 scope global && sleep " + seconds + " && " + come());
        return address();
    }

    private String come() {
        return "ip addr add " + address() + "/16 dev phone0 && ip route add default via " + SERVER;
    }

    private String address() {
        return "10.79.1." + addresses;
    }

    /// A script that runs `program` in there.
    Path entrance(Path program) {
        try {
            Files.writeString(
                    script, "#!/bin/sh\nexec nsenter -t %d -n %s \"$@\"\n".formatted(resident.pid(), program));
            return script;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The link goes with the namespace.
    @Override
    public void close() {
        resident.destroy();
        script.toFile().delete();
    }

    private static Path script() {
        try {
            return Files.createTempFile(
                    "duet-e2e",
                    ".sh",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void inside(String script) {
        run("nsenter", "-t", Long.toString(resident.pid()), "-n", "sh", "-c", script);
    }

    private static void run(String... command) {
        Process process = start(command);
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Process start(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String line(Process process) {
        try {
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return line == null ? "" : line;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
