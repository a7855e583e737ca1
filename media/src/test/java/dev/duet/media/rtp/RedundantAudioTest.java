// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedundantAudioTest {
    /// Payload type 63; a redundant block of type 111, 960 ticks old, two bytes; a primary one of type 111.
    private static final String RED = "803f0001 00000002 00000003 ef0f0002 6f 1122 334455";

    @Test
    void the_types_of_all_blocks_are_mapped() {
        RtpPacket packet = Packets.packet(RED);
        assertThat(RedundantAudio.rename(packet, targets(109))).isTrue();
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex("803f0001 00000002 00000003 ed0f0002 6d 1122 334455"));
    }

    @Test
    void a_block_of_an_unknown_type_is_refused() {
        assertThat(RedundantAudio.rename(Packets.packet(RED), targets(-1))).isFalse();
    }

    @Test
    void the_primary_block_alone_remains_for_who_has_no_red() {
        RtpPacket packet = Packets.packet(RED);
        assertThat(RedundantAudio.unwrap(packet)).isTrue();
        assertThat(Packets.hex(packet)).isEqualTo(Packets.hex("806f0001 00000002 00000003 334455"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ef", "ef0f0002", "ef0f0009 6f 1122", "ef0f00"})
    void malformed_payloads_are_refused(String payload) {
        RtpPacket packet = Packets.packet("803f0001 00000002 00000003" + payload);
        assertThat(RedundantAudio.rename(packet, targets(109))).isFalse();
        assertThat(RedundantAudio.unwrap(packet)).isFalse();
    }

    private static byte[] targets(int opus) {
        byte[] targets = new byte[128];
        Arrays.fill(targets, (byte) -1);
        targets[111] = (byte) opus;
        return targets;
    }
}
