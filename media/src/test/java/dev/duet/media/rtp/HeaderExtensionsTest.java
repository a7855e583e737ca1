// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class HeaderExtensionsTest {
    private static final String HEADER = "90600001 00000002 00000003 ";
    private static final String BARE = "80600001 00000002 00000003 ";

    @Test
    void an_element_is_found_in_the_one_byte_form() {
        RtpPacket packet = Packets.packet(HEADER + "bede0002 10ff 31abcd 000000 aa");
        assertThat(HeaderExtensions.readShort(packet, 3)).isEqualTo(0xABCD);
        assertThat(HeaderExtensions.readShort(packet, 1)).isEqualTo(HeaderExtensions.ABSENT);
        assertThat(HeaderExtensions.readShort(packet, 0)).isEqualTo(HeaderExtensions.ABSENT);
        assertThat(HeaderExtensions.find(packet, 1)).isEqualTo(17);
    }

    @Test
    void an_element_is_found_in_the_two_byte_form() {
        RtpPacket packet = Packets.packet(HEADER + "10000002 0101ff 00 0302abcd aa");
        assertThat(HeaderExtensions.readShort(packet, 3)).isEqualTo(0xABCD);
        assertThat(HeaderExtensions.lengthAt(packet, HeaderExtensions.find(packet, 1)))
                .isEqualTo(1);
    }

    @Test
    void identifier_15_ends_the_one_byte_form() {
        RtpPacket packet = Packets.packet(HEADER + "bede0002 f0ff 31abcd 000000 aa");
        assertThat(HeaderExtensions.readShort(packet, 3)).isEqualTo(HeaderExtensions.ABSENT);
    }

    @Test
    void an_element_longer_than_its_block_is_not_read() {
        RtpPacket packet = Packets.packet(HEADER + "bede0001 3fabcdef aa");
        assertThat(HeaderExtensions.readShort(packet, 3)).isEqualTo(HeaderExtensions.ABSENT);
    }

    @Test
    void a_value_is_written_over_the_old_one() {
        RtpPacket packet = Packets.packet(HEADER + "bede0001 31abcd00 aa");
        assertThat(HeaderExtensions.writeShort(packet, 3, 0x1234)).isTrue();
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(HEADER + "bede0001 31123400 aa"));
    }

    @Test
    void a_new_element_takes_free_padding() {
        RtpPacket packet = Packets.packet(HEADER + "bede0002 10ff 000000 20ee00 aa");
        assertThat(HeaderExtensions.writeShort(packet, 5, 0x1234)).isTrue();
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(HEADER + "bede0002 10ff 511234 20ee00 aa"));
    }

    @Test
    void a_full_block_grows() {
        RtpPacket packet = Packets.packet(HEADER + "bede0001 12ffffff aabb");
        assertThat(HeaderExtensions.writeShort(packet, 5, 0x1234)).isTrue();
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(HEADER + "bede0002 12ffffff 51123400 aabb"));
        assertThat(packet.payloadLength()).isEqualTo(2);
    }

    @Test
    void a_two_byte_block_grows_in_its_own_form() {
        RtpPacket packet = Packets.packet(HEADER + "10000001 0102ffff aa");
        assertThat(HeaderExtensions.writeShort(packet, 5, 0x1234)).isTrue();
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(HEADER + "10000002 0102ffff 05021234 aa"));
    }

    @Test
    void a_packet_without_a_block_gets_one() {
        RtpPacket packet = Packets.packet(BARE + "aabb");
        assertThat(HeaderExtensions.writeShort(packet, 5, 0x1234)).isTrue();
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(HEADER + "bede0001 51123400 aabb"));
        assertThat(HeaderExtensions.readShort(packet, 5)).isEqualTo(0x1234);
    }

    @Test
    void without_room_nothing_is_written() {
        RtpPacket packet = new RtpPacket();
        byte[] bytes = new byte[13];
        bytes[0] = (byte) 0x80;
        packet.wrap(ByteBuffer.wrap(bytes));
        assertThat(HeaderExtensions.writeShort(packet, 5, 1)).isFalse();
        assertThat(packet.hasExtensions()).isFalse();
    }

    @Test
    void a_block_of_an_unknown_form_is_left_alone() {
        RtpPacket packet = Packets.packet(HEADER + "abcd0001 31123400 aa");
        assertThat(HeaderExtensions.readShort(packet, 3)).isEqualTo(HeaderExtensions.ABSENT);
        assertThat(HeaderExtensions.writeShort(packet, 3, 1)).isFalse();
    }

    @Test
    void identifiers_are_mapped_and_the_unknown_blanked() {
        ExtensionMapping mapping = new ExtensionMapping(id -> id == 1 ? 9 : id == 3 ? 1 : 0);
        RtpPacket packet = Packets.packet(HEADER + "bede0002 10ff 20ee 31abcd 00 aa");
        mapping.apply(packet);
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(HEADER + "bede0002 90ff 0000 11abcd 00 aa"));
    }

    @Test
    void identifiers_of_the_two_byte_form_are_mapped() {
        ExtensionMapping mapping = new ExtensionMapping(id -> id == 200 ? 9 : 0);
        RtpPacket packet = Packets.packet(HEADER + "10000002 c801ff 0101aa 0000 aa");
        mapping.apply(packet);
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(HEADER + "10000002 0901ff 000000 0000 aa"));
    }

    @Test
    void an_identifier_too_large_for_the_one_byte_form_is_blanked() {
        ExtensionMapping mapping = new ExtensionMapping(id -> id == 1 ? 20 : 0);
        RtpPacket packet = Packets.packet(HEADER + "bede0001 10ff 0000 aa");
        mapping.apply(packet);
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex(HEADER + "bede0001 00000000 aa"));
    }
}
