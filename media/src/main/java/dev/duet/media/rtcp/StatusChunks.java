// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;

/// The packet status chunks of transport-wide feedback (draft-holmer-rmcat-transport-wide-cc-extensions-01, sections
/// 3.1.1 to 3.1.4).
///
/// ```
/// run length          |0| S |   13-bit run length     |
/// vector of 14 symbols|1|0| one bit each: 0 lost, 1 small delta
/// vector of 7 symbols |1|1| two bits each
/// ```
final class StatusChunks {
    static final int NOT_RECEIVED = 0;
    /// The delta has one byte; also the number of bytes.
    static final int SMALL_DELTA = 1;
    /// The delta has two bytes; also the number of bytes.
    static final int LARGE_DELTA = 2;

    private static final int RESERVED = 3;
    private static final int MAX_RUN = 0x1FFF;
    private static final int ONE_BIT_SYMBOLS = 14;
    private static final int TWO_BIT_SYMBOLS = 7;

    private StatusChunks() {}

    /// Fills `symbols`; `false` when the chunks end early or use the reserved symbol.
    static boolean read(ByteBuffer body, int[] symbols) {
        int at = 0;
        while (at < symbols.length) {
            if (body.remaining() < 2) {
                return false;
            }
            int chunk = body.getShort() & 0xFFFF;
            int symbol = chunk >>> 13 & 3;
            if (chunk >>> 15 == 0) {
                if (symbol == RESERVED) {
                    return false;
                }
                for (int run = chunk & MAX_RUN; run > 0 && at < symbols.length; run--) {
                    symbols[at++] = symbol;
                }
                continue;
            }
            int bits = chunk >>> 14 & 1;
            for (int shift = 13 - bits; shift >= 0 && at < symbols.length; shift -= bits + 1) {
                symbols[at] = chunk >>> shift & (bits == 0 ? 1 : 3);
                if (symbols[at++] == RESERVED) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Writes the first `count` symbols, choosing for each stretch the chunk that holds most of it.
    static void write(ByteBuffer into, byte[] symbols, int count) {
        int at = 0;
        while (at < count) {
            int run = run(symbols, at, count);
            int vector = oneBitRun(symbols, at, count);
            if (run >= ONE_BIT_SYMBOLS || at + run == count || (vector < ONE_BIT_SYMBOLS && run >= TWO_BIT_SYMBOLS)) {
                into.putShort((short) (symbols[at] << 13 | run));
                at += run;
            } else if (vector == ONE_BIT_SYMBOLS || at + vector == count) {
                into.putShort((short) (0x8000 | vector(symbols, at, count, ONE_BIT_SYMBOLS, 1)));
                at += ONE_BIT_SYMBOLS;
            } else {
                into.putShort((short) (0xC000 | vector(symbols, at, count, TWO_BIT_SYMBOLS, 2)));
                at += TWO_BIT_SYMBOLS;
            }
        }
    }

    private static int run(byte[] symbols, int from, int count) {
        int at = from + 1;
        while (at < count && at - from < MAX_RUN && symbols[at] == symbols[from]) {
            at++;
        }
        return at - from;
    }

    /// How many symbols from `from` on, up to a vector's worth, need only one bit.
    private static int oneBitRun(byte[] symbols, int from, int count) {
        int at = from;
        while (at < count && at - from < ONE_BIT_SYMBOLS && symbols[at] != LARGE_DELTA) {
            at++;
        }
        return at - from;
    }

    private static int vector(byte[] symbols, int from, int count, int length, int bits) {
        int vector = 0;
        for (int i = 0; i < length; i++) {
            vector = vector << bits | (from + i < count ? symbols[from + i] : 0);
        }
        return vector;
    }
}
