// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a receiver saw of one source: a report block (RFC 3550, section 6.4.1).
///
/// @param fractionLost of the packets expected since the last report, in 1/256
/// @param cumulativeLost since the beginning, 24 bits signed: duplicates make it fall
/// @param highestSequence extended by the number of wraps
/// @param jitter in units of the media clock
/// @param lastSenderReport the middle 32 bits of the NTP time of the last sender report, 0 when none came
/// @param delaySinceSenderReport in 1/65536 s
public record LossReport(
        int ssrc,
        int fractionLost,
        int cumulativeLost,
        int highestSequence,
        int jitter,
        int lastSenderReport,
        int delaySinceSenderReport) {
    static final int LENGTH = 24;
    /// The count field has five bits.
    public static final int MAX_PER_PACKET = 31;

    static @Nullable List<LossReport> readAll(ByteBuffer body, int count) {
        if (body.remaining() < count * LENGTH) {
            return null;
        }
        List<LossReport> reports = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            reports.add(read(body));
        }
        return List.copyOf(reports);
    }

    private static LossReport read(ByteBuffer body) {
        int ssrc = body.getInt();
        int loss = body.getInt();
        return new LossReport(
                ssrc, loss >>> 24, (loss << 8) >> 8, body.getInt(), body.getInt(), body.getInt(), body.getInt());
    }

    void write(ByteBuffer into) {
        into.putInt(ssrc)
                .putInt((fractionLost << 24) | (cumulativeLost & 0xFFFFFF))
                .putInt(highestSequence)
                .putInt(jitter)
                .putInt(lastSenderReport)
                .putInt(delaySinceSenderReport);
    }
}
