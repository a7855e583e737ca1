// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.duet.media.rtcp.SenderReport;
import dev.duet.media.rtp.RtpPacket;
import dev.duet.media.sim.SimCall;
import dev.duet.media.terms.NegotiatedStream;
import dev.duet.media.terms.StreamKind;
import dev.duet.media.terms.StreamSsrcs;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingStreamTest {
    private static final NegotiatedStream CAMERA = Sections.section(SimCall.chromium(), StreamKind.CAMERA);
    private static final long SECOND = 1_000_000_000;

    private final OutgoingStream stream = new OutgoingStream(CAMERA, new StreamSsrcs(0xD0E7, 0xD0E8), 65_534);
    private final IncomingStream first =
            new IncomingStream(11, StreamKind.CAMERA, new PayloadTable(CAMERA), new AskTime(), null);
    private final IncomingStream second =
            new IncomingStream(12, StreamKind.CAMERA, new PayloadTable(CAMERA), new AskTime(), null);

    @Test
    void the_first_sender_keeps_its_numbers() {
        RtpPacket packet = send(first, 65_535, 900, 0);
        assertThat(packet.ssrc()).isEqualTo(0xD0E7);
        assertThat(packet.sequence()).isEqualTo(65_535);
        assertThat(packet.timestamp()).isEqualTo(900);
    }

    @Test
    void the_next_sender_continues_where_the_first_one_stopped() {
        send(first, 20_411, 903_500, 0);
        RtpPacket packet = send(second, 65_535, 10_000, SECOND / 60);
        assertThat(packet.sequence()).isEqualTo(20_412);
        assertThat(packet.timestamp()).isBetween(904_999, 905_001);
        assertThat(send(second, 65_537, 11_200, SECOND / 30).sequence()).isEqualTo(20_414);
        assertThat(send(second, 65_536, 10_600, SECOND / 30).sequence()).isEqualTo(20_413);
    }

    @Test
    void what_a_sender_sent_before_it_took_over_has_no_number() {
        send(first, 20_411, 903_500, 0);
        send(second, 500, 10_000, SECOND / 60);
        RtpPacket late = packet(499, 9_000);
        assertThat(stream.renumber(late, second, 499, SECOND / 50)).isFalse();
        assertThat(send(second, 501, 10_600, SECOND / 40).sequence()).isEqualTo(20_413);
    }

    @Test
    void the_first_sender_of_all_may_be_overtaken_by_itself() {
        send(first, 500, 10_000, 0);
        assertThat(send(first, 499, 9_000, 1).sequence()).isEqualTo(499);
    }

    @Test
    void what_was_sent_before_a_long_pause_has_no_number_behind_it() {
        send(first, 100, 9_000, 0);
        send(first, 40_100, 90_000, SECOND);
        assertThat(stream.renumber(packet(40_099, 89_000), first, 40_099, SECOND))
                .isFalse();
    }

    @Test
    void a_long_pause_closes_up_and_keeps_the_clock() {
        send(first, 100, 9_000, 0);
        RtpPacket packet = send(first, 100 + 40_000, 9_000 + 90_000 * 600, 600 * SECOND);
        assertThat(packet.sequence()).isEqualTo(101);
        assertThat(packet.timestamp()).isEqualTo(9_000 + 90_000 * 600);
    }

    @Test
    void a_hole_that_repairs_may_fill_stays_open() {
        send(first, 100, 9_000, 0);
        assertThat(send(first, 1_100, 9_900, SECOND).sequence()).isEqualTo(1_100);
    }

    @Test
    void a_sender_report_is_told_in_the_streams_own_terms() {
        send(first, 20_411, 903_500, 0);
        RtpPacket packet = send(second, 65_535, 10_000, SECOND / 60);
        stream.sent(packet);
        SenderReport report = stream.translate(new SenderReport(12, 77, 10_000, 500, 50_000, List.of()));
        assertThat(report)
                .isEqualTo(new SenderReport(0xD0E7, 77, packet.timestamp(), 1, packet.payloadLength(), List.of()));
    }

    @Test
    void retransmissions_have_numbers_of_their_own() {
        assertThat(stream.nextRepairSequence()).isEqualTo(65_535);
        assertThat(stream.nextRepairSequence()).isZero();
    }

    private RtpPacket send(IncomingStream from, long sequence, int timestamp, long nanos) {
        RtpPacket packet = packet(sequence, timestamp);
        assertThat(stream.renumber(packet, from, sequence, nanos)).isTrue();
        return packet;
    }

    private static RtpPacket packet(long sequence, int timestamp) {
        return Sections.packet("8060%04x%08x0000000b10aabb".formatted(sequence & 0xFFFF, timestamp));
    }
}
