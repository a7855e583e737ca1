// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class HeadcountTest {
    private static final InetAddress ONE = InetAddress.ofLiteral("198.51.100.1");
    private static final InetAddress TWO = InetAddress.ofLiteral("198.51.100.2");

    private final Headcount counts = new Headcount();

    @Test
    void each_address_is_counted_by_itself() {
        assertThat(counts.enter(ONE)).isEqualTo(1);
        assertThat(counts.enter(ONE)).isEqualTo(2);
        assertThat(counts.enter(TWO)).isEqualTo(1);
        counts.leave(ONE);
        assertThat(counts.enter(ONE)).isEqualTo(2);
    }

    @Test
    void whoever_has_left_altogether_is_forgotten() {
        counts.enter(ONE);
        counts.leave(ONE);
        counts.leave(ONE);
        assertThat(counts.sites()).isZero();
        assertThat(counts.enter(ONE)).isEqualTo(1);
    }

    @Test
    void one_site_has_many_ipv6_addresses_and_one_count() {
        counts.enter(InetAddress.ofLiteral("2001:db8:1:2::1"));
        assertThat(counts.enter(InetAddress.ofLiteral("2001:db8:1:2:ffff::9"))).isEqualTo(2);
        assertThat(counts.enter(InetAddress.ofLiteral("2001:db8:1:3::1"))).isEqualTo(1);
    }
}
