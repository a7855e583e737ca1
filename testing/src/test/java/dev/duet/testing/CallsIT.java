// SPDX-License-Identifier: Apache-2.0
package dev.duet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.call.ledger.CallRecord;
import dev.duet.client.call.Call;
import dev.duet.client.call.state.CallState;
import dev.duet.client.call.state.Connection;
import dev.duet.client.call.state.EndReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The examples of docs/testing.md.
@ExtendWith(DuetExtension.class)
class CallsIT {

    // docs: timeout
    @Test
    void a_call_that_nobody_answers_ends_after_30_seconds(
            TestServer server, @User("alice") TestUser alice, @User("bob") TestUser bob) {
        Call call = alice.calls("bob");
        Call atBobs = bob.rings();
        server.pass(Duration.ofSeconds(30));
        assertThat(alice.ends(call).reason()).isEqualTo(EndReason.NO_RESPONSE);
        assertThat(bob.ends(atBobs).reason()).isEqualTo(EndReason.NO_RESPONSE);
    }
    // docs: end

    // docs: glare
    @Test
    void two_who_call_each_other_at_once_talk(
            TestServer server, @User("alice") TestUser alice, @User("bob") TestUser bob) {
        server.network("alice").signaling(Duration.ofMillis(100));
        server.network("bob").signaling(Duration.ofMillis(100));
        Call hers = alice.calls("bob");
        Call his = bob.calls("alice");
        alice.talks(hers);
        bob.talks(his);
        assertThat(hers.inviteId()).isEqualTo(his.inviteId());
    }
    // docs: end

    // docs: network
    @Test
    void a_caller_who_loses_the_network_learns_the_answer_afterwards(
            TestServer server, @User("alice") TestUser alice, @User("bob") TestUser bob) {
        Call call = alice.calls("bob");
        Call atBobs = bob.rings();
        server.network("alice").cut();
        alice.sees(Connection.RECONNECTING);
        bob.accepts(atBobs);
        server.network("alice").mend();
        alice.talks(call);
        bob.talks(atBobs);
    }
    // docs: end

    // docs: record
    @Test
    void a_call_is_recorded_with_its_length_by_the_servers_clock(
            TestServer server, @User("alice") TestUser alice, @User("bob") TestUser bob) {
        Call call = alice.calls("bob");
        Call atBobs = bob.rings();
        bob.accepts(atBobs);
        alice.talks(call);
        bob.talks(atBobs);
        server.pass(Duration.ofMinutes(5));
        var hungUp = call.hangUp();
        assertThat(bob.ends(atBobs).reason()).isEqualTo(EndReason.HANGUP);
        CallRecord record = server.records().next();
        assertThat(record.reason().name()).isEqualTo("HANGUP");
        assertThat(hungUp.join().isOk()).isTrue();
        assertThat(record.talk().counted()).isEqualTo(Duration.ofMinutes(5));
    }
    // docs: end

    // docs: push
    @Test
    void a_push_wakes_who_is_not_there_and_is_taken_back(TestServer server, @User("alice") TestUser alice) {
        Call call = alice.calls("bob");
        alice.sees(call, CallState.Ringing.class);
        assertThat(server.push().next().invitee().text()).isEqualTo("bob");
        var cancelled = call.cancel();
        assertThat(alice.ends(call).reason()).isEqualTo(EndReason.CANCELED);
        assertThat(cancelled.join().isOk()).isTrue();
        server.push().awaitWithdrawal(call.inviteId());
    }
    // docs: end
}
