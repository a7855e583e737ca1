// SPDX-License-Identifier: Apache-2.0
package dev.duet.server;

import dev.duet.id.UserId;
import dev.duet.server.config.BadSettings;
import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.exchange.Journal;
import dev.duet.server.exchange.Outside;
import dev.duet.server.exchange.PushLine;
import dev.duet.testkit.ManualTime;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.UserSigMint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A node on a port of its own, whose time the test moves.
final class TestNode implements AutoCloseable {
    private final ManualTime time = new ManualTime(Instant.parse("2026-11-23T08:00:00Z"));
    private final Node node;

    /// @param settings alternating keys and values
    TestNode(Path data, String... settings) throws BadSettings, CannotStart {
        List<Entry> entries = new ArrayList<>(List.of(
                new Entry("port", "0", "test"),
                new Entry("data", data.resolve("duet").toString(), "test")));
        for (int at = 0; at < settings.length; at += 2) {
            entries.add(new Entry(settings[at], settings[at + 1], "test"));
        }
        this.node = Node.start(Settings.of(entries), new Outside(time, PushLine.none(), Journal.none()));
    }

    int port() {
        return node.port();
    }

    long app() {
        return node.apps().first().id().value();
    }

    Instant now() {
        return time.instant();
    }

    /// A good ticket for a day.
    String ticket(String user) {
        return ticket(user, secret(), Duration.ofDays(1));
    }

    String secret() {
        return node.apps().first().secret();
    }

    String ticket(String user, String secret, Duration life) {
        return new UserSigMint(node.apps().first().id(), AppSecret.of(secret)).mint(new UserId(user), now(), life);
    }

    void pass(Duration step) {
        time.advance(step);
        node.nudge();
    }

    void cut(String user) {
        node.cut(new UserId(user));
    }

    Phone phone() {
        return new Phone(port());
    }

    /// A phone whose connection a proxy on this machine passes on.
    Phone phoneVia(String address) {
        return new Phone(port(), "X-Forwarded-For", address);
    }

    /// A connected and logged-in web device whose id is the user's name.
    Phone phone(String user) {
        return phone(user, user + "-tab");
    }

    Phone phone(String user, String device) {
        Phone phone = phone();
        phone.logIn(app(), user, ticket(user), device);
        return phone;
    }

    @Override
    public void close() {
        node.close();
    }
}
