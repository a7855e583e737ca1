// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import java.util.Arrays;

/// Which of the newest 1024 packet indexes were seen (RFC 3711 section 3.3.2). That many, because a lost packet may
/// still be sent again after a second of video.
public final class ReplayWindow {
    public static final int SIZE = 1024;

    /// What the window knows of an index.
    public enum Freshness {
        NEW,
        SEEN,
        TOO_OLD
    }

    private final long[] seen = new long[SIZE / Long.SIZE];
    private long highest = -1;

    /// The highest index accepted, or -1 when none was.
    public long highest() {
        return highest;
    }

    public Freshness judge(long index) {
        if (index > highest) {
            return Freshness.NEW;
        }
        if (index <= highest - SIZE) {
            return Freshness.TOO_OLD;
        }
        return (seen[word(index)] & (1L << index)) == 0 ? Freshness.NEW : Freshness.SEEN;
    }

    /// Marks an index that was judged new.
    public void accept(long index) {
        if (index > highest) {
            forget(highest + 1, index);
            highest = index;
        }
        seen[word(index)] |= 1L << index;
    }

    /// The places of these indexes were those of indexes a window earlier.
    private void forget(long from, long to) {
        if (to - from >= SIZE) {
            Arrays.fill(seen, 0);
            return;
        }
        for (long index = from; index <= to; index++) {
            seen[word(index)] &= ~(1L << index);
        }
    }

    private static int word(long index) {
        return (int) (index / Long.SIZE) & (SIZE / Long.SIZE - 1);
    }
}
