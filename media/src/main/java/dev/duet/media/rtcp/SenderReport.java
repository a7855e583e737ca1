// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a sender says of its stream (RFC 3550, section 6.4.1): one instant on two clocks, and how much it sent.
///
/// @param ntp seconds since 1900 in 32.32 fixed point
/// @param timestamp the same instant on the media clock
public record SenderReport(int ssrc, long ntp, int timestamp, int packets, int octets, List<LossReport> reports)
        implements RtcpPacket {
    private static final int SENDER_LENGTH = 24;

    public SenderReport {
        reports = List.copyOf(reports);
    }

    static @Nullable SenderReport read(ByteBuffer body, int count) {
        if (body.remaining() < SENDER_LENGTH) {
            return null;
        }
        int ssrc = body.getInt();
        long ntp = body.getLong();
        int timestamp = body.getInt();
        int packets = body.getInt();
        int octets = body.getInt();
        List<LossReport> reports = LossReport.readAll(body, count);
        return reports == null ? null : new SenderReport(ssrc, ntp, timestamp, packets, octets, reports);
    }

    /// The part of the NTP time that report blocks repeat.
    public int middleNtp() {
        return (int) (ntp >>> 16);
    }

    @Override
    public void write(ByteBuffer into) {
        RtcpHeader.write(
                into,
                reports.size(),
                RtcpHeader.SENDER_REPORT,
                (SENDER_LENGTH + reports.size() * LossReport.LENGTH) / 4);
        into.putInt(ssrc).putLong(ntp).putInt(timestamp).putInt(packets).putInt(octets);
        reports.forEach(report -> report.write(into));
    }
}
