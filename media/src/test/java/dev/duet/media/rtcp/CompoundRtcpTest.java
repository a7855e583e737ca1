// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompoundRtcpTest {
    private static final String REPORT = "00000002 40ffffff 00010005 00000007 11112222 00008000";

    @Test
    void a_sender_report_is_read_and_written() {
        String hex = "81c8000c 00000001 8000000140000000 00000064 0000000a 000003e8" + REPORT;
        LossReport block = new LossReport(2, 64, -1, 0x10005, 7, 0x11112222, 0x8000);
        SenderReport report = new SenderReport(1, 0x8000000140000000L, 100, 10, 1000, List.of(block));
        assertThat(Wire.read(hex)).containsExactly(report);
        assertThat(Wire.written(report)).isEqualTo(Wire.compact(hex));
        assertThat(report.middleNtp()).isEqualTo(0x00014000);
    }

    @Test
    void a_receiver_report_is_read_and_written() {
        String hex = "81c90007 00000001" + REPORT;
        assertThat(Wire.read(hex)).singleElement().isInstanceOf(ReceiverReport.class);
        assertThat(Wire.written(Wire.read(hex).getFirst())).isEqualTo(Wire.compact(hex));
    }

    @Test
    void a_source_description_is_read_and_written() {
        String hex = "81ca0004 00000001 0104 64756574 0000 00000000";
        SourceDescription description = new SourceDescription(1, "duet");
        assertThat(Wire.read(hex)).containsExactly(description);
        assertThat(Wire.read(Wire.written(description))).containsExactly(description);
        assertThat(Wire.written(description)).isEqualTo("81ca0003" + "00000001" + "0104" + "64756574" + "0000");
    }

    @Test
    void a_goodbye_is_read_and_written() {
        String hex = "82cb0002 00000001 00000002";
        assertThat(Wire.read(hex)).containsExactly(new Goodbye(List.of(1, 2)));
        assertThat(Wire.written(new Goodbye(List.of(1, 2)))).isEqualTo(Wire.compact(hex));
    }

    @Test
    void a_nack_lists_the_first_packet_and_those_of_its_mask() {
        String hex = "81cd0004 00000001 00000002 fffe0005 00640000";
        Nack nack = new Nack(1, 2, List.of(0xFFFE, 0xFFFF, 1, 100));
        assertThat(Wire.read(hex)).containsExactly(nack);
        assertThat(Wire.written(nack)).isEqualTo(Wire.compact(hex));
    }

    @Test
    void a_picture_loss_indication_is_read_and_written() {
        String hex = "81ce0002 00000001 00000002";
        assertThat(Wire.read(hex)).containsExactly(KeyframeRequest.pli(1, 2));
        assertThat(Wire.written(KeyframeRequest.pli(1, 2))).isEqualTo(Wire.compact(hex));
    }

    @Test
    void each_entry_of_a_full_intra_request_is_a_request() {
        String hex = "84ce0006 00000001 00000000 00000002 05000000 00000003 06000000";
        KeyframeRequest first = new KeyframeRequest(KeyframeRequest.Form.FIR, 1, 2, 5);
        assertThat(Wire.read(hex)).containsExactly(first, new KeyframeRequest(KeyframeRequest.Form.FIR, 1, 3, 6));
        assertThat(Wire.read(Wire.written(first))).containsExactly(first);
    }

    @Test
    void unused_kinds_are_skipped() {
        // REMB, XR, APP
        String hex =
                "8fce0005 00000001 00000000 52454d42 0112dead 00000002 80cf0001 00000001 80cc0002 00000001 61626364";
        assertThat(Wire.read(hex))
                .containsExactly(new UnusedRtcp(206, 15), new UnusedRtcp(207, 0), new UnusedRtcp(204, 0));
    }

    @Test
    void padding_is_not_content() {
        assertThat(Wire.read("a1ce0003 00000001 00000002 00000004")).containsExactly(KeyframeRequest.pli(1, 2));
    }

    @Test
    void what_came_before_a_break_counts() {
        List<RtcpPacket> packets = new ArrayList<>();
        byte[] bytes = HexFormat.of().parseHex(Wire.compact("81ce0002 00000001 00000002 80c9"));
        assertThat(CompoundRtcp.read(ByteBuffer.wrap(bytes), packets::add)).isFalse();
        assertThat(packets).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80c9", // half a header
                "40c90001 00000001", // version 1
                "80c90002 00000001", // longer than the datagram
                "82c90007 00000001" + REPORT, // one block of two
                "80c80001 00000001", // a sender report without its figures
                "a0c90001 00000009", // more padding than packet
                "82cb0001 00000001", // one source of two
                "81cd0001 00000001", // a NACK without a source
                "81ca0002 00000001 01ff6475" // a name longer than its packet
            })
    void what_does_not_fit_is_refused(String hex) {
        assertThat(Wire.isReadable(hex)).isFalse();
    }
}
