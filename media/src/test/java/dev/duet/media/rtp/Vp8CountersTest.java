// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Vp8CountersTest {
    private static final String HEADER = "80600001 00000002 00000003 ";

    private final Vp8Counters counters = new Vp8Counters();

    @Test
    void a_wide_picture_id_and_the_level_are_read_and_moved_on() {
        RtpPacket packet = Packets.packet(HEADER + "90 e0 ffff ff 00 aabb");
        assertThat(counters.wrap(packet)).isTrue();
        assertThat(counters.picture()).isEqualTo(0x7fff);
        assertThat(counters.level()).isEqualTo(0xff);
        counters.shift(2, 3);
        assertThat(Packets.hex(packet)).endsWith("90e080010200aabb");
    }

    @Test
    void a_narrow_picture_id_wraps_within_its_seven_bits() {
        RtpPacket packet = Packets.packet(HEADER + "90 80 7f aabb");
        assertThat(counters.wrap(packet)).isTrue();
        counters.shift(-126 + 2, 9);
        assertThat(counters.picture()).isEqualTo(3);
        assertThat(counters.level()).isZero();
        assertThat(Packets.hex(packet)).endsWith("908003aabb");
    }

    @Test
    void payloads_without_a_picture_id_are_left_alone() {
        for (String payload : new String[] {"10 aabbccdd", "90 40 05 aabb", "90", "90 80", ""}) {
            assertThat(counters.wrap(Packets.packet(HEADER + payload)))
                    .as(payload)
                    .isFalse();
        }
    }
}
