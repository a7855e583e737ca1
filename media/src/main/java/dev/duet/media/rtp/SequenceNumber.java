// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

/// Arithmetic on 16-bit numbers that wrap (RFC 1982 with SERIAL_BITS = 16).
public final class SequenceNumber {
    private SequenceNumber() {}

    /// How far `later` lies ahead of `earlier`, in -32768..32767.
    public static int distance(int earlier, int later) {
        return (short) (later - earlier);
    }

    public static boolean isNewer(int candidate, int reference) {
        return distance(reference, candidate) > 0;
    }

    /// The 64-bit number whose low 16 bits are `sequence` and that lies nearest to `reference`.
    public static long extend(int sequence, long reference) {
        return reference + distance((int) reference & 0xFFFF, sequence);
    }
}
