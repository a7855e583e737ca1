// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;

/// Collects the arrivals of consecutive packets and writes them as transport-wide feedback; reusable, allocates
/// nothing.
public final class ArrivalReport {
    /// Stands for the arrival of a packet that did not arrive.
    public static final long LOST = Long.MIN_VALUE;

    private final long[] ticks;
    private final byte[] symbols;
    private int count;
    private int received;
    private long lastTicks;

    /// @param capacity most packets of one report
    public ArrivalReport(int capacity) {
        ticks = new long[capacity];
        symbols = new byte[capacity];
    }

    public void clear() {
        count = 0;
        received = 0;
    }

    public int count() {
        return count;
    }

    /// How many of the packets arrived. A report without any cannot be written: it would have no reference time.
    public int received() {
        return received;
    }

    /// Adds the next packet's arrival in ticks, or [#LOST]; `false` when the report is full or the step from the last
    /// arrival does not fit 16 bits.
    public boolean add(long arrivalTicks) {
        if (count == ticks.length) {
            return false;
        }
        if (arrivalTicks == LOST) {
            symbols[count] = StatusChunks.NOT_RECEIVED;
        } else {
            long delta = received == 0 ? 0 : arrivalTicks - lastTicks;
            if (delta != (short) delta) {
                return false;
            }
            boolean small = received == 0 || (delta >= 0 && delta <= 0xFF);
            symbols[count] = (byte) (small ? StatusChunks.SMALL_DELTA : StatusChunks.LARGE_DELTA);
            lastTicks = arrivalTicks;
            received++;
        }
        ticks[count++] = arrivalTicks;
        return true;
    }

    /// Appends the report; at least one packet must have arrived.
    public void write(ByteBuffer into, int sender, int media, int baseSequence, int number) {
        int header = into.position();
        into.position(header + RtcpHeader.LENGTH);
        long reference = Math.floorDiv(firstArrival(), TransportFeedback.REFERENCE_TICKS);
        into.putInt(sender).putInt(media);
        into.putShort((short) baseSequence).putShort((short) count);
        into.putInt((int) (reference << 8) | (number & 0xFF));
        StatusChunks.write(into, symbols, count);
        writeDeltas(into, reference * TransportFeedback.REFERENCE_TICKS);
        while ((into.position() - header) % 4 != 0) {
            into.put((byte) 0);
        }
        int end = into.position();
        into.position(header);
        RtcpHeader.write(into, TransportFeedback.FORMAT, RtcpHeader.TRANSPORT_FEEDBACK, (end - header) / 4 - 1);
        into.position(end);
    }

    private long firstArrival() {
        for (int i = 0; i < count; i++) {
            if (ticks[i] != LOST) {
                return ticks[i];
            }
        }
        throw new IllegalStateException("a report of lost packets only has no reference time");
    }

    private void writeDeltas(ByteBuffer into, long from) {
        long time = from;
        for (int i = 0; i < count; i++) {
            if (symbols[i] == StatusChunks.NOT_RECEIVED) {
                continue;
            }
            int delta = (int) (ticks[i] - time);
            if (symbols[i] == StatusChunks.SMALL_DELTA) {
                into.put((byte) delta);
            } else {
                into.putShort((short) delta);
            }
            time = ticks[i];
        }
    }
}
