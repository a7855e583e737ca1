// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeGateTest {
    private final HandshakeGate gate = new HandshakeGate();
    private final List<String> started = new ArrayList<>();

    @Test
    void one_address_cannot_take_all_places() {
        for (int i = 0; i < HandshakeGate.MOST_PER_SOURCE + 2; i++) {
            gate.enter(address(1), starter("flood" + i));
        }
        assertThat(started).hasSize(HandshakeGate.MOST_PER_SOURCE);
        gate.enter(address(2), starter("guest"));
        assertThat(started).endsWith("guest");
        gate.leave(address(1));
        assertThat(started).endsWith("flood32");
    }

    @Test
    void who_waits_behind_a_full_address_does_not_hold_up_the_others() {
        for (int i = 0; i < HandshakeGate.MOST; i++) {
            gate.enter(address(i / HandshakeGate.MOST_PER_SOURCE), starter("first" + i));
        }
        assertThat(started).hasSize(HandshakeGate.MOST);
        gate.enter(address(1), starter("second of 1"));
        gate.enter(address(9), starter("first of 9"));
        assertThat(started).hasSize(HandshakeGate.MOST);
        gate.leave(address(2));
        assertThat(started).endsWith("first of 9");
        gate.leave(address(1));
        assertThat(started).endsWith("second of 1");
    }

    @Test
    void who_left_while_waiting_is_not_started() {
        for (int i = 0; i < HandshakeGate.MOST_PER_SOURCE; i++) {
            gate.enter(address(1), starter("first" + i));
        }
        Runnable waiting = starter("waiting");
        gate.enter(address(1), waiting);
        gate.enter(address(1), waiting);
        gate.withdraw(waiting);
        gate.leave(address(1));
        assertThat(started).doesNotContain("waiting");
    }

    private Runnable starter(String name) {
        return () -> started.add(name);
    }

    private static InetAddress address(int last) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 198, 51, 100, (byte) last});
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
