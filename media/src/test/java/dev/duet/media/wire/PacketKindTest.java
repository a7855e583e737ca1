// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class PacketKindTest {

    @Test
    void every_first_byte_has_one_kind() {
        for (int first = 0; first < 256; first++) {
            PacketKind expected = first <= 3
                    ? PacketKind.STUN
                    : first >= 20 && first <= 63
                            ? PacketKind.DTLS
                            : first >= 128 && first <= 191 ? PacketKind.RTP : PacketKind.UNKNOWN;
            assertThat(kind(first, 111)).as("first byte %d", first).isEqualTo(expected);
        }
    }

    @Test
    void rtcp_is_told_from_rtp_by_the_second_byte() {
        assertThat(kind(0x80, 200)).isEqualTo(PacketKind.RTCP);
        assertThat(kind(0x80, 192)).isEqualTo(PacketKind.RTCP);
        assertThat(kind(0x80, 223)).isEqualTo(PacketKind.RTCP);
        assertThat(kind(0x80, 191)).isEqualTo(PacketKind.RTP);
        assertThat(kind(0x80, 224)).isEqualTo(PacketKind.RTP);
        assertThat(kind(0x90, 0x80 | 96)).isEqualTo(PacketKind.RTP);
    }

    @Test
    void only_the_bytes_from_position_to_limit_count_and_they_stay_unread() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, 0, (byte) 0x80, 96, 0});
        buffer.position(2);
        assertThat(PacketKind.of(buffer)).isEqualTo(PacketKind.RTP);
        assertThat(buffer.position()).isEqualTo(2);
        buffer.position(4);
        assertThat(PacketKind.of(buffer)).isEqualTo(PacketKind.UNKNOWN);
    }

    private static PacketKind kind(int first, int second) {
        return PacketKind.of(ByteBuffer.wrap(new byte[] {(byte) first, (byte) second}));
    }
}
