// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.reception;

import java.util.Arrays;

/// Which of the newest packets of a stream have been seen.
final class ReceivedWindow {
    /// 2048 packets: more than four seconds of the fastest video we relay, far beyond any repair.
    static final int SIZE = 2048;

    private final long[] bits = new long[SIZE / 64];
    private long highest;

    /// An empty window that ends at `highest`.
    ReceivedWindow(long highest) {
        this.highest = highest;
    }

    long highest() {
        return highest;
    }

    boolean covers(long sequence) {
        return sequence > highest - SIZE;
    }

    boolean contains(long sequence) {
        return (bits[word(sequence)] & 1L << sequence) != 0;
    }

    /// Marks a packet at or below the highest.
    void set(long sequence) {
        bits[word(sequence)] |= 1L << sequence;
    }

    /// Moves the highest forward and marks it; what lies between counts as not seen.
    void advance(long sequence) {
        if (sequence - highest >= SIZE) {
            Arrays.fill(bits, 0);
        } else {
            for (long between = highest + 1; between < sequence; between++) {
                bits[word(between)] &= ~(1L << between);
            }
        }
        highest = sequence;
        set(sequence);
    }

    private static int word(long sequence) {
        return (int) (sequence >>> 6) & (SIZE / 64 - 1);
    }
}
