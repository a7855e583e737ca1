// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a receiver says of the streams it gets (RFC 3550, section 6.4.2).
///
/// @param ssrc of the one who reports
public record ReceiverReport(int ssrc, List<LossReport> reports) implements RtcpPacket {
    public ReceiverReport {
        reports = List.copyOf(reports);
    }

    static @Nullable ReceiverReport read(ByteBuffer body, int count) {
        if (body.remaining() < 4) {
            return null;
        }
        int ssrc = body.getInt();
        List<LossReport> reports = LossReport.readAll(body, count);
        return reports == null ? null : new ReceiverReport(ssrc, reports);
    }

    @Override
    public void write(ByteBuffer into) {
        RtcpHeader.write(into, reports.size(), RtcpHeader.RECEIVER_REPORT, 1 + reports.size() * LossReport.LENGTH / 4);
        into.putInt(ssrc);
        reports.forEach(report -> report.write(into));
    }
}
