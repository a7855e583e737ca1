// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers in network order inside byte arrays.
final class Bytes {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private Bytes() {}

    static int uint16(byte[] array, int at) {
        return (short) SHORTS.get(array, at) & 0xffff;
    }

    static void putInt16(byte[] array, int at, int value) {
        SHORTS.set(array, at, (short) value);
    }

    static int int32(byte[] array, int at) {
        return (int) INTS.get(array, at);
    }

    static void putInt32(byte[] array, int at, int value) {
        INTS.set(array, at, value);
    }

    static long int64(byte[] array, int at) {
        return (long) LONGS.get(array, at);
    }

    static void putInt64(byte[] array, int at, long value) {
        LONGS.set(array, at, value);
    }
}
