// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

/// The packets of one stream that are to be asked for again, and when.
public final class MissingPackets {
    /// Beyond this many holes a keyframe is cheaper than repairs.
    static final int CAPACITY = 256;
    /// Reordered packets arrive within this time and need no asking.
    public static final long FIRST_ASK_NANOS = 5_000_000;
    /// A repair cannot come sooner than a round trip, and a round trip measured as zero must not make us ask in every
    /// wake-up.
    static final long SHORTEST_RETRY_NANOS = 20_000_000;
    /// Ten asks survive 30 % loss both ways with a chance of failure under one in a thousand.
    static final int MOST_ASKS = 10;
    /// A picture that waited longer than this is worth less than a keyframe.
    static final long GIVE_UP_NANOS = 1_500_000_000;

    private final long[] sequences = new long[CAPACITY];
    private final long[] missedAt = new long[CAPACITY];
    private final long[] nextAsk = new long[CAPACITY];
    private final byte[] asks = new byte[CAPACITY];
    private int count;
    private long abandoned;

    /// How many packets were given up.
    public long abandoned() {
        return abandoned;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /// Notes a hole; `false` when there are too many of them, and then all are given up.
    boolean add(long sequence, long nowNanos) {
        if (count == CAPACITY) {
            abandoned += count;
            count = 0;
            return false;
        }
        sequences[count] = sequence;
        missedAt[count] = nowNanos;
        nextAsk[count] = nowNanos + FIRST_ASK_NANOS;
        asks[count++] = 0;
        return true;
    }

    void giveUpAll() {
        abandoned += count;
        count = 0;
    }

    void remove(long sequence) {
        for (int i = count - 1; i >= 0; i--) {
            if (sequences[i] == sequence) {
                removeAt(i);
                return;
            }
        }
    }

    /// When [#due] has something to do next, or `Long.MAX_VALUE`.
    public long nextAt() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            next = Math.min(next, nextAsk[i]);
        }
        return next;
    }

    /// Writes the 16-bit numbers of the packets to ask for now, rising, and returns how many; gives up the hopeless.
    public int due(long nowNanos, long roundTripNanos, int[] into) {
        long retry = Math.max(SHORTEST_RETRY_NANOS, roundTripNanos + roundTripNanos / 4);
        int due = 0;
        for (int i = 0; i < count && due < into.length; ) {
            if (nextAsk[i] - nowNanos > 0) {
                i++;
            } else if (asks[i] == MOST_ASKS || nowNanos - missedAt[i] > GIVE_UP_NANOS) {
                removeAt(i);
                abandoned++;
            } else {
                asks[i]++;
                nextAsk[i] = nowNanos + retry;
                into[due++] = (int) sequences[i] & 0xFFFF;
                i++;
            }
        }
        return due;
    }

    private void removeAt(int index) {
        int behind = --count - index;
        System.arraycopy(sequences, index + 1, sequences, index, behind);
        System.arraycopy(missedAt, index + 1, missedAt, index, behind);
        System.arraycopy(nextAsk, index + 1, nextAsk, index, behind);
        System.arraycopy(asks, index + 1, asks, index, behind);
    }
}
