// SPDX-License-Identifier: Apache-2.0
package dev.duet.e2e;

import dev.duet.id.UserId;
import dev.duet.server.CannotStart;
import dev.duet.server.Node;
import dev.duet.server.config.BadSettings;
import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.lan.LanAddresses;
import dev.duet.server.store.App;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.UserSigMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A server in this JVM, on a free port of loopback, with a fresh data folder and development tickets.
public final class RunningServer implements AutoCloseable {
    private final Node node;
    private final Settings.Listen listen;
    private final Path data;

    private RunningServer(Node node, Settings.Listen listen, Path data) {
        this.node = node;
        this.listen = listen;
        this.data = data;
    }

    /// On loopback alone unless the settings say otherwise; they are as in a settings file.
    public static RunningServer start(Entry... settings) {
        try {
            Path data = Files.createTempDirectory("duet-e2e-data").resolve("data");
            List<Entry> entries = new ArrayList<>(List.of(settings));
            entries.add(new Entry("port", "0", "test"));
            entries.add(new Entry("data", data.toString(), "test"));
            Settings chosen =
                    Settings.of(entries, () -> LanAddresses.ofThisMachine().addresses());
            return new RunningServer(Node.start(chosen), chosen.listen(), data);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (BadSettings | CannotStart wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    /// Where its pages are.
    public String origin() {
        return listen.lan()
                ? "https://" + listen.reached().getFirst().getHostAddress() + ":" + node.port()
                : "http://localhost:" + node.port();
    }

    public long app() {
        return node.apps().first().id().value();
    }

    public int mediaPort() {
        return node.port();
    }

    /// A ticket of this user, made a day ago if it has run out already.
    public String ticket(String user, Duration left) {
        App app = node.apps().first();
        UserSigMint mint = new UserSigMint(app.id(), AppSecret.of(app.secret()));
        Instant now = Instant.now();
        return left.isPositive()
                ? mint.mint(new UserId(user), now, left)
                : mint.mint(
                        new UserId(user),
                        now.minus(Duration.ofDays(1)),
                        Duration.ofDays(1).plus(left));
    }

    /// Ends the user's sockets as a broken network does.
    public void cutSocketsOf(String user) {
        node.cut(new UserId(user));
    }

    @Override
    public void close() {
        node.close();
        try (var files = Files.walk(data.getParent())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
