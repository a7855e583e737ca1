// SPDX-License-Identifier: Apache-2.0
package dev.duet.bench.clients;

import dev.duet.id.AppId;
import dev.duet.id.UserId;
import dev.duet.server.Node;
import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.store.App;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.UserSigMint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A server in a process of its own, for as long as this one lives. It says where it is and how tickets are made in its
/// first line.
public final class OtherServer implements AutoCloseable {
    private final Process process;
    private final int port;
    private final AppId app;
    private final AppSecret secret;

    private OtherServer(Process process, String[] told) {
        this.process = process;
        this.port = Integer.parseInt(told[0]);
        this.app = new AppId(Long.parseLong(told[1]));
        this.secret = AppSecret.of(told[2]);
    }

    static OtherServer start() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("BENCH ")) {
                return new OtherServer(
                        process, line.substring("BENCH ".length()).split(" ", -1));
            }
        }
        throw new IOException("the server did not start");
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    long app() {
        return app.value();
    }

    /// A good ticket for an hour.
    String ticket(String user) {
        return new UserSigMint(app, secret).mint(new UserId(user), Instant.now(), Duration.ofHours(1));
    }

    @Override
    public void close() {
        process.destroy();
    }

    /// The other process: ends with its input.
    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("duet-bench").resolve("data");
        Settings settings = Settings.of(List.of(
                new Entry("port", "0", "bench"),
                new Entry("data", data.toString(), "bench"),
                new Entry("socket.address", "100000", "bench")));
        try (Node node = Node.start(settings)) {
            App app = node.apps().first();
            System.out.println("BENCH " + node.port() + ' ' + app.id().value() + ' ' + app.secret());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
