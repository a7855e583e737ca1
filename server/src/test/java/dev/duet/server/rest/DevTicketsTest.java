// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.server.rest.DevTickets.Audience;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class DevTicketsTest {
    private final InetAddress phone = InetAddress.ofLiteral("192.168.1.40");
    private final InetAddress stranger = InetAddress.ofLiteral("203.0.113.7");

    @Test
    void neighbours_get_one_and_strangers_only_when_everybody_does() {
        assertThat(Audience.NEIGHBOURS.has(phone)).isTrue();
        assertThat(Audience.NEIGHBOURS.has(stranger)).isFalse();
        assertThat(Audience.EVERYBODY.has(stranger)).isTrue();
    }
}
