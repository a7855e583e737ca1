// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo;

import dev.duet.call.ledger.CallRecord;
import dev.duet.call.ledger.Ledger;
import dev.duet.client.call.Account;
import dev.duet.id.UserId;
import dev.duet.server.CannotStart;
import dev.duet.server.Node;
import dev.duet.server.config.BadSettings;
import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.exchange.Journal;
import dev.duet.server.exchange.Outside;
import dev.duet.server.store.App;
import dev.duet.softphone.talk.CannotCall;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.UserSigMint;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A server in this process, on a free port of loopback, with its data in a folder.
final class LocalServer implements AutoCloseable {
    private static final Duration TICKET_LIFE = Duration.ofHours(1);

    private final Node node;

    private LocalServer(Node node) {
        this.node = node;
    }

    /// @param recorded told of each call that is over
    static LocalServer start(Path data, Consumer<CallRecord> recorded) throws CannotCall {
        Ledger ledger = new Ledger();
        Journal journal = (app, event) -> ledger.note(event).ifPresent(recorded);
        Outside plain = Outside.plain();
        try {
            List<Entry> entries =
                    List.of(new Entry("port", "0", "the demo"), new Entry("data", data.toString(), "the demo"));
            return new LocalServer(
                    Node.start(Settings.of(entries), new Outside(Clock.systemUTC(), plain.pushes(), journal)));
        } catch (BadSettings | CannotStart cannot) {
            throw new CannotCall(String.valueOf(cannot.getMessage()));
        }
    }

    String origin() {
        return "http://127.0.0.1:" + node.port();
    }

    Account account(String user) {
        App app = node.apps().first();
        return Account.of(origin(), app.id().value(), user, () -> CompletableFuture.completedFuture(ticket(app, user)));
    }

    private static String ticket(App app, String user) {
        return new UserSigMint(app.id(), AppSecret.of(app.secret())).mint(new UserId(user), Instant.now(), TICKET_LIFE);
    }

    @Override
    public void close() {
        node.close();
    }
}
