// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.media.webrtc;

import dev.duet.id.UserId;
import dev.duet.server.CannotStart;
import dev.duet.server.Node;
import dev.duet.server.config.BadSettings;
import dev.duet.server.config.Entry;
import dev.duet.server.config.Settings;
import dev.duet.server.store.App;
import dev.duet.usersig.AppSecret;
import dev.duet.usersig.UserSigMint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A whole server on a free port of loopback.
final class CallServer implements AutoCloseable {
    private final Node node;

    private CallServer(Node node) {
        this.node = node;
    }

    static CallServer start(Path folder) {
        try {
            return new CallServer(Node.start(Settings.of(List.of(
                    new Entry("port", "0", "test"),
                    new Entry("data", folder.resolve("data").toString(), "test")))));
        } catch (BadSettings | CannotStart wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    String origin() {
        return "http://localhost:" + node.port();
    }

    long app() {
        return node.apps().first().id().value();
    }

    String ticket(String user) {
        App app = node.apps().first();
        return new UserSigMint(app.id(), AppSecret.of(app.secret()))
                .mint(new UserId(user), Instant.now(), Duration.ofHours(1));
    }

    @Override
    public void close() {
        node.close();
    }
}
