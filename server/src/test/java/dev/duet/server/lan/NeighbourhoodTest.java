// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeighbourhoodTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "10.0.0.1",
                "172.16.9.9",
                "192.168.1.2",
                "169.254.1.1",
                "fe80::1",
                "fd12::1",
                "::ffff:192.168.1.2"
            })
    void ours(String address) {
        assertThat(Neighbourhood.has(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.7", "172.32.0.1", "192.169.0.1", "2001:db8::1", "::ffff:203.0.113.7", "fe00::1"})
    void not_ours(String address) {
        assertThat(Neighbourhood.has(InetAddress.ofLiteral(address))).isFalse();
    }
}
