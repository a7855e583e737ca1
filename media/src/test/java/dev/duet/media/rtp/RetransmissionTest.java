// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetransmissionTest {
    private static final String ORIGINAL = "9060fffe 00000002 00000003 bede0001 10ff0000 aabbcc";

    @Test
    void a_packet_becomes_its_repair_and_back() {
        RtpPacket packet = Packets.packet(ORIGINAL);
        assertThat(Retransmission.wrap(packet, 0x55, 97, 7)).isTrue();
        assertThat(Packets.hex(packet))
                .isEqualTo(Packets.hex("90610007 00000002 00000055 bede0001 10ff0000 fffe aabbcc"));
        Retransmission.unwrap(packet, 3, 96);
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(ORIGINAL));
        assertThat(packet.payloadLength()).isEqualTo(3);
    }

    @Test
    void padding_repairs_nothing() {
        assertThat(Retransmission.carriesOriginal(Packets.packet("a0610007 00000002 00000055 000003")))
                .isFalse();
        assertThat(Retransmission.carriesOriginal(Packets.packet("80610007 00000002 00000055 fffe")))
                .isFalse();
        assertThat(Retransmission.carriesOriginal(Packets.packet("80610007 00000002 00000055 fffe01")))
                .isTrue();
    }
}
