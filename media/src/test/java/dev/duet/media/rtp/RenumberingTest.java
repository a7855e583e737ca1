// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RenumberingTest {
    /// The worked example of docs/media.md.
    @Test
    void a_new_sender_continues_the_stream_of_the_one_before() {
        RtpPacket packet = Packets.packet("8060ffff 00002710 aaaaaaaa 01");
        Renumbering numbers = Renumbering.continuing(0x0D0E7, 20_411, 905_000, packet);
        numbers.apply(packet);
        assertThat(packet.ssrc()).isEqualTo(0x0D0E7);
        assertThat(packet.sequence()).isEqualTo(20_412);
        assertThat(packet.timestamp()).isEqualTo(905_000);

        RtpPacket next = Packets.packet("80600001 00002bc0 aaaaaaaa 01");
        numbers.apply(next);
        assertThat(next.sequence()).as("the hole of 0 stays a hole").isEqualTo(20_414);
        assertThat(next.timestamp()).isEqualTo(905_000 + 1_200);
    }

    @Test
    void plain_numbers_stay() {
        RtpPacket packet = Packets.packet("8060ffff 00002710 aaaaaaaa 01");
        Renumbering.plain(5).apply(packet);
        assertThat(packet.ssrc()).isEqualTo(5);
        assertThat(packet.sequence()).isEqualTo(0xFFFF);
        assertThat(packet.timestamp()).isEqualTo(10_000);
    }

    @Test
    void sequence_numbers_are_extended_to_the_nearest() {
        assertThat(SequenceNumber.extend(2, 0x1FFFEL)).isEqualTo(0x20002L);
        assertThat(SequenceNumber.extend(0xFFFE, 0x20002L)).isEqualTo(0x1FFFEL);
        assertThat(SequenceNumber.isNewer(1, 0xFFFF)).isTrue();
        assertThat(SequenceNumber.isNewer(0xFFFF, 1)).isFalse();
    }
}
