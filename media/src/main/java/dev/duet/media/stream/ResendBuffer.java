// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stream;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// The newest plain packets of one outgoing stream, kept to be sent again.
///
/// Packets lie one behind the other in a ring of bytes, which doubles while it holds less than a second of the stream.
public final class ResendBuffer {
    /// Two seconds of a video of 2 Mbit/s.
    static final int ENTRIES = 512;

    private static final int FIRST_SIZE = 1 << 17;
    /// A second of 8 Mbit/s; faster streams are repaired over a shorter time.
    private static final int LARGEST_SIZE = 1 << 20;
    /// Repairs that come later than this are of no use to a player.
    private static final long KEEP_NANOS = 1_000_000_000;
    /// The index holds no packet.
    private static final int NONE = -1;

    private final int[] sequences = new int[ENTRIES];
    private final int[] lengths = new int[ENTRIES];
    private final long[] starts = new long[ENTRIES];
    private final long[] keptNanos = new long[ENTRIES];
    private final long[] resentNanos = new long[ENTRIES];
    private final boolean[] resent = new boolean[ENTRIES];

    private byte[] bytes = new byte[FIRST_SIZE];
    /// Bytes ever written, skipped ends included: where the next packet starts.
    private long written;
    private long lapNanos = Long.MIN_VALUE;

    ResendBuffer() {
        Arrays.fill(sequences, NONE);
    }

    /// Keeps a copy of the bytes between position and limit.
    public void keep(int sequence, ByteBuffer packet, long nowNanos) {
        int length = packet.remaining();
        int slot = slot(sequence);
        sequences[slot] = sequence;
        lengths[slot] = length;
        starts[slot] = reserve(length, nowNanos);
        keptNanos[slot] = nowNanos;
        resent[slot] = false;
        packet.get(packet.position(), bytes, offset(starts[slot]), length);
    }

    /// Copies a kept packet to position 0 of `into` and marks it as sent again; `false` when it is gone or was sent
    /// again within `gapNanos`.
    public boolean take(int sequence, long nowNanos, long gapNanos, ByteBuffer into) {
        int slot = slot(sequence);
        if (sequences[slot] != sequence || !isAlive(slot) || nowNanos - keptNanos[slot] > 2 * KEEP_NANOS) {
            return false;
        }
        if (resent[slot] && nowNanos - resentNanos[slot] < gapNanos) {
            return false;
        }
        resent[slot] = true;
        resentNanos[slot] = nowNanos;
        into.clear();
        into.put(bytes, offset(starts[slot]), lengths[slot]).flip();
        return true;
    }

    /// Finds room for a packet in one piece, and notes each time the ring comes round.
    private long reserve(int length, long nowNanos) {
        if (offset(written) + length > bytes.length) {
            written += bytes.length - offset(written);
        }
        if (offset(written) == 0) {
            if (written > 0 && nowNanos - lapNanos < KEEP_NANOS && bytes.length < LARGEST_SIZE) {
                grow();
            }
            lapNanos = nowNanos;
        }
        long start = written;
        written += length;
        return start;
    }

    /// Moves the whole ring to the front of one twice as large.
    private void grow() {
        int size = bytes.length;
        long oldest = written - size;
        byte[] larger = Arrays.copyOf(bytes, 2 * size);
        for (int slot = 0; slot < ENTRIES; slot++) {
            if (starts[slot] < oldest) {
                sequences[slot] = NONE;
            }
            starts[slot] -= oldest;
        }
        bytes = larger;
        written = size;
    }

    private boolean isAlive(int slot) {
        return written - starts[slot] <= bytes.length;
    }

    private int offset(long start) {
        return (int) (start & (bytes.length - 1));
    }

    private static int slot(int sequence) {
        return sequence & (ENTRIES - 1);
    }
}
