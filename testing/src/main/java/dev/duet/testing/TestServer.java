// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import dev.duet.client.call.ClientOptions;
import dev.duet.id.UserId;
import dev.duet.server.CannotStart;
import dev.duet.server.Node;
import dev.duet.server.config.BadSettings;
import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.exchange.Outside;
import dev.duet.server.store.App;
import dev.duet.testkit.ManualTime;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A server in this JVM, on a free port of loopback, with a fresh app in a temporary folder. Its clock stands still
/// until [#pass]: what it decides by time (a call that rings out, a ticket that ends) happens when the test says so.
/// Media, and what clients do by their own clocks, run in real time.
public final class TestServer implements AutoCloseable {
    private static final Duration TICKET_LIFE = Duration.ofDays(1);

    /// A test that moves the clock by some minutes does not mean to lose its users, who live in real time.
    static final Map<String, String> LASTING =
            Map.of("room.vanish", "10m", "socket.ping", "5m", "socket.silent", "15m");

    private final ManualTime time = new ManualTime(Instant.now());
    private final FakePush push = new FakePush();
    private final CallRecords records = new CallRecords();
    private final Map<String, ScriptedNetwork> networks = new ConcurrentHashMap<>();
    private final Path folder;
    private final Node node;

    private TestServer(Path folder, List<Entry> entries) throws BadSettings, CannotStart {
        this.folder = folder;
        this.node = Node.start(Settings.of(entries), new Outside(time, push, records));
    }

    /// Starts.
    ///
    /// @param settings alternating keys and values, as in a settings file
    /// @throws IllegalArgumentException when a setting is wrong
    public static TestServer start(String... settings) {
        try {
            Path folder = Files.createTempDirectory("duet-test");
            return new TestServer(folder, entries(folder, settings));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (BadSettings wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        } catch (CannotStart cannot) {
            throw new IllegalStateException(cannot.getMessage(), cannot);
        }
    }

    private static List<Entry> entries(Path folder, String... settings) {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry("port", "0", "test"),
                new Entry("data", folder.resolve("data").toString(), "test")));
        LASTING.forEach((key, value) -> entries.add(new Entry(key, value, "test")));
        for (int at = 0; at + 1 < settings.length; at += 2) {
            entries.add(new Entry(settings[at], settings[at + 1], "test"));
        }
        return entries;
    }

    /// TCP for signaling; UDP of the same number for media.
    public int port() {
        return node.port();
    }

    /// Where a client connects, e.g. `http://127.0.0.1:40123`.
    public String origin() {
        return "http://127.0.0.1:" + port();
    }

    public long sdkAppId() {
        return app().id().value();
    }

    /// A ticket that is good for a day of the server's time.
    public String userSig(String user) {
        return userSig(user, TICKET_LIFE);
    }

    public String userSig(String user, Duration life) {
        return new UserSigMint(app().id(), AppSecret.of(app().secret())).mint(new UserId(user), now(), life);
    }

    private App app() {
        return node.apps().first();
    }

    /// The server's time.
    public Instant now() {
        return time.instant();
    }

    /// Moves the server's time; what became due in between has been set going on return.
    public void pass(Duration step) {
        time.advance(step);
        node.nudge();
    }

    /// A user who is signed in, over the network of this user, and calls without media: media that claim to flow.
    public TestUser user(String name) {
        return user(name, TestUser.quiet());
    }

    /// As [#user(String)], with an engine and sources of the test's choice.
    public TestUser user(String name, ClientOptions options) {
        return new TestUser(this, name, options);
    }

    /// The way of this user's devices to the server; the same on each call.
    public ScriptedNetwork network(String user) {
        return networks.computeIfAbsent(user, name -> new ScriptedNetwork(port(), name.hashCode()));
    }

    /// The vendor that reaches sleeping devices.
    public FakePush push() {
        return push;
    }

    /// The records of the calls that are over.
    public CallRecords records() {
        return records;
    }

    @Override
    public void close() {
        networks.values().forEach(ScriptedNetwork::close);
        node.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
