// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtpPacketTest {
    private static final String PLAIN = "80e01234 00000064 cafebabe aabbcc";

    @Test
    void the_fixed_header_is_read() {
        RtpPacket packet = Packets.packet(PLAIN);
        assertThat(packet.marker()).isTrue();
        assertThat(packet.payloadType()).isEqualTo(96);
        assertThat(packet.sequence()).isEqualTo(0x1234);
        assertThat(packet.timestamp()).isEqualTo(100);
        assertThat(packet.ssrc()).isEqualTo(0xCAFEBABE);
        assertThat(packet.payloadLength()).isEqualTo(3);
        assertThat(packet.length()).isEqualTo(15);
    }

    @Test
    void setters_write_in_place_and_leave_the_marker() {
        RtpPacket packet = Packets.packet(PLAIN);
        packet.payloadType(120);
        packet.sequence(0xFFFF);
        packet.timestamp(-1);
        packet.ssrc(7);
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex("80f8ffff ffffffff 00000007 aabbcc"));
    }

    @Test
    void contributing_sources_extensions_and_padding_are_not_payload() {
        RtpPacket packet = Packets.packet("b2600001 00000002 00000003 11111111 22222222 bede0001 10ff0000 aabb 000003");
        assertThat(packet.payloadLength()).isEqualTo(2);
        assertThat(packet.headerLength()).isEqualTo(28);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80600001 00000002 000000", // shorter than a header
                "40600001 00000002 00000003", // version 1
                "81600001 00000002 00000003", // a contributing source that is not there
                "90600001 00000002 00000003 bede", // half an extension header
                "90600001 00000002 00000003 bede0002 00000000", // a block that is not all there
                "a0600001 00000002 00000003", // padding without a byte that counts it
                "a0600001 00000002 00000003 aa00", // padding of zero bytes
                "a0600001 00000002 00000003 aa03" // more padding than payload
            })
    void what_does_not_fit_is_refused(String hex) {
        assertThat(new RtpPacket().wrap(Packets.buffer(hex))).isFalse();
    }

    @Test
    void a_packet_of_nothing_but_padding_is_well_formed() {
        RtpPacket packet = Packets.packet("a0600001 00000002 00000003 0002");
        assertThat(packet.payloadLength()).isZero();
    }
}
