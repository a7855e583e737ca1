// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// When each packet of a transport arrived (draft-holmer-rmcat-transport-wide-cc-extensions-01, section 3.1).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                      SSRC of the reporter                     |
/// |                      SSRC of a media source                   |
/// |      base sequence number     |      packet status count      |
/// |          reference time (64 ms)               | feedback count|
/// |     chunks of 16 bits ...     |  deltas of 8 or 16 bits ...   |
/// ```
///
/// Times are in ticks of 250 µs, the unit of the deltas.
public final class TransportFeedback implements RtcpPacket {
    /// Stands for the arrival of a packet that did not arrive.
    public static final int LOST = Integer.MIN_VALUE;
    /// One tick in nanoseconds.
    public static final long TICK_NANOS = 250_000;
    /// Reference times are multiples of this many ticks.
    public static final int REFERENCE_TICKS = 256;
    /// The reference time has 24 bits.
    public static final int REFERENCE_BITS = 24;

    static final int FORMAT = 15;
    static final int FIXED_LENGTH = 16;
    /// More than ten seconds of any call; the field would allow 65,535 packets and cost us memory for each.
    static final int MAX_PACKETS = 8192;

    private final int sender;
    private final int media;
    private final int baseSequence;
    private final int reference;
    private final int number;
    private final int[] arrivals;

    private TransportFeedback(int sender, int media, int baseSequence, int reference, int number, int[] arrivals) {
        this.sender = sender;
        this.media = media;
        this.baseSequence = baseSequence;
        this.reference = reference;
        this.number = number;
        this.arrivals = arrivals;
    }

    /// A report made from its parts.
    ///
    /// @param reference in units of 64 ms, 24 bits
    /// @param number counts the feedback packets of this reporter, 8 bits
    /// @param arrivals ticks after the reference, or [#LOST]; the first that arrived lies within one reference unit
    public static TransportFeedback of(
            int sender, int media, int baseSequence, int reference, int number, int... arrivals) {
        return new TransportFeedback(sender, media, baseSequence, reference, number, arrivals.clone());
    }

    public int sender() {
        return sender;
    }

    public int media() {
        return media;
    }

    public int baseSequence() {
        return baseSequence;
    }

    /// The time that arrivals count from, in units of 64 ms modulo 2^24.
    public int reference() {
        return reference;
    }

    public int number() {
        return number;
    }

    /// How many packets, arrived or lost, are reported.
    public int count() {
        return arrivals.length;
    }

    /// Ticks from the reference time to the arrival of packet `baseSequence + index`, or [#LOST].
    public int arrival(int index) {
        return arrivals[index];
    }

    static @Nullable TransportFeedback read(ByteBuffer body) {
        if (body.remaining() < FIXED_LENGTH) {
            return null;
        }
        int sender = body.getInt();
        int media = body.getInt();
        int base = body.getShort() & 0xFFFF;
        int count = body.getShort() & 0xFFFF;
        int last = body.getInt();
        if (count == 0 || count > MAX_PACKETS) {
            return null;
        }
        int[] arrivals = new int[count];
        return StatusChunks.read(body, arrivals) && readDeltas(body, arrivals)
                ? new TransportFeedback(sender, media, base, last >>> 8, last & 0xFF, arrivals)
                : null;
    }

    /// Replaces the symbols in `arrivals` by times.
    private static boolean readDeltas(ByteBuffer body, int[] arrivals) {
        int time = 0;
        for (int i = 0; i < arrivals.length; i++) {
            int symbol = arrivals[i];
            if (symbol == StatusChunks.NOT_RECEIVED) {
                arrivals[i] = LOST;
                continue;
            }
            if (body.remaining() < symbol) {
                return false;
            }
            time += symbol == StatusChunks.SMALL_DELTA ? body.get() & 0xFF : body.getShort();
            arrivals[i] = time;
        }
        return true;
    }

    @Override
    public void write(ByteBuffer into) {
        ArrivalReport report = new ArrivalReport(arrivals.length);
        for (int arrival : arrivals) {
            report.add(arrival == LOST ? ArrivalReport.LOST : (long) reference * REFERENCE_TICKS + arrival);
        }
        report.write(into, sender, media, baseSequence, number);
    }

    @Override
    public String toString() {
        return "TransportFeedback[base=" + baseSequence + ", reference=" + reference + ", number=" + number
                + ", arrivals=" + Arrays.toString(arrivals) + "]";
    }
}
