// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.ledger.CallEvent;
import dev.duet.call.line.Lines;
import dev.duet.call.line.Wire;
import dev.duet.call.roster.LoginPolicy;
import dev.duet.frame.Ack;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.UserStatus.Presence;
import dev.duet.id.LoginId;
import dev.duet.id.UserId;
import org.junit.jupiter.api.Test;

final class StatusesTest {
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final UserId CAROL = new UserId("carol");

    private final Statuses statuses = new Statuses(new Lines(LoginPolicy.GENEROUS, new Silence()), 2);

    private static final class Silence implements Wire {
        @Override
        public void reply(LoginId login, Ack ack) {}

        @Override
        public void deliver(LoginId login, ServerEvent event) {}

        @Override
        public void journal(CallEvent event) {}
    }

    @Test
    void of_many_lost_users_those_lost_last_are_remembered() {
        assertThat(statuses.wasLost(ALICE)).isEmpty();
        assertThat(statuses.wasLost(BOB)).isEmpty();
        statuses.came(ALICE);
        assertThat(statuses.wasLost(ALICE)).isEmpty();

        assertThat(statuses.wasLost(CAROL)).contains(BOB);

        assertThat(statuses.of(BOB).presence()).isEqualTo(Presence.LOGGED_OUT);
        assertThat(statuses.of(ALICE).presence()).isEqualTo(Presence.OFFLINE);
        assertThat(statuses.of(CAROL).presence()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void what_is_said_again_is_no_news() {
        assertThat(statuses.says(ALICE, "")).isFalse();
        assertThat(statuses.says(ALICE, "here")).isTrue();
        assertThat(statuses.says(ALICE, "here")).isFalse();
        assertThat(statuses.says(ALICE, "")).isTrue();
        assertThat(statuses.of(ALICE).customStatus()).isEmpty();
    }
}
