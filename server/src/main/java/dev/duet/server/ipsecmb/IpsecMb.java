// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.ipsecmb;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.duet.media.srtp.gcm.AesGcm;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An engine on the library IPSec-MB. Its keys share scratch room, so that all of them belong to one thread at a time.
public final class IpsecMb implements AesGcm.Engine {
    /// The longest payload or header that a UDP datagram can carry.
    private static final int LONGEST = 1 << 16;

    private static final int NONCE_AT = 0;
    private static final int TAG_AT = 64;
    private static final int CLEAR_AT = 128;
    private static final int PACKET_AT = CLEAR_AT + LONGEST;

    private static final @Nullable Functions FUNCTIONS = Functions.find().orElse(null);

    private final Functions functions;
    /// Lives as long as the engine or any of its keys.
    private final Arena arena = Arena.ofAuto();

    private final MemorySegment scratch = arena.allocate(PACKET_AT + LONGEST, Functions.ALIGNMENT);
    private final MemorySegment context = arena.allocate(Functions.CONTEXT_BYTES, Functions.ALIGNMENT);

    private IpsecMb(Functions functions) {
        this.functions = functions;
    }

    /// A new engine, or empty when this machine has not the library or the processor for it.
    public static Optional<IpsecMb> engine() {
        return Optional.ofNullable(FUNCTIONS).map(IpsecMb::new);
    }

    /// Which of the library's implementations engines call, for people; empty where there are no engines.
    public static Optional<String> variant() {
        return Optional.ofNullable(FUNCTIONS)
                .map(functions -> functions.variant().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public AesGcm keyed(byte[] key) {
        if (key.length != AesGcm.KEY) {
            throw new IllegalArgumentException("a key of AES-128 has 16 bytes, not " + key.length);
        }
        MemorySegment keyData = Arena.ofAuto().allocate(Functions.KEY_DATA_BYTES, Functions.ALIGNMENT);
        MemorySegment.copy(key, 0, scratch, JAVA_BYTE, 0, key.length);
        try {
            functions.prepare().invokeExact(scratch.address(), keyData.address());
        } catch (Throwable broken) {
            throw new IllegalStateException("a call of the library failed", broken);
        }
        scratch.asSlice(0, key.length).fill((byte) 0);
        return new Key(this, keyData);
    }

    /// Hands one packet to the library and leaves the result and its tag in the scratch room.
    private void crypt(
            MethodHandle function,
            MemorySegment keyData,
            byte[] nonce,
            byte[] clear,
            int clearFrom,
            int clearLength,
            byte[] packet,
            int from,
            int length) {
        MemorySegment.copy(nonce, 0, scratch, JAVA_BYTE, NONCE_AT, AesGcm.NONCE);
        MemorySegment.copy(clear, clearFrom, scratch, JAVA_BYTE, CLEAR_AT, clearLength);
        MemorySegment.copy(packet, from, scratch, JAVA_BYTE, PACKET_AT, length);
        long at = scratch.address();
        try {
            function.invokeExact(
                    keyData.address(),
                    context.address(),
                    at + PACKET_AT,
                    at + PACKET_AT,
                    (long) length,
                    at + NONCE_AT,
                    at + CLEAR_AT,
                    (long) clearLength,
                    at + TAG_AT,
                    (long) AesGcm.TAG);
        } catch (Throwable broken) {
            throw new IllegalStateException("a call of the library failed", broken);
        }
    }

    /// One key; it keeps its engine alive.
    private record Key(IpsecMb engine, MemorySegment keyData) implements AesGcm {

        /// A static final holder lets the compiler see the functions as constants.
        private static MethodHandle encrypt() {
            return FUNCTIONS == null ? missing() : FUNCTIONS.encrypt();
        }

        private static MethodHandle decrypt() {
            return FUNCTIONS == null ? missing() : FUNCTIONS.decrypt();
        }

        private static MethodHandle missing() {
            throw new IllegalStateException("there is no key without the library");
        }

        @Override
        public void seal(byte[] nonce, byte[] clear, int clearFrom, int clearLength, byte[] packet, int from, int end) {
            int length = end - from;
            engine.crypt(encrypt(), keyData, nonce, clear, clearFrom, clearLength, packet, from, length);
            MemorySegment.copy(engine.scratch, JAVA_BYTE, PACKET_AT, packet, from, length);
            MemorySegment.copy(engine.scratch, JAVA_BYTE, TAG_AT, packet, end, TAG);
        }

        @Override
        public boolean open(
                byte[] nonce, byte[] clear, int clearFrom, int clearLength, byte[] packet, int from, int end) {
            int length = end - from - TAG;
            if (length < 0) {
                return false;
            }
            engine.crypt(decrypt(), keyData, nonce, clear, clearFrom, clearLength, packet, from, length);
            if (!isTag(packet, from + length)) {
                return false;
            }
            MemorySegment.copy(engine.scratch, JAVA_BYTE, PACKET_AT, packet, from, length);
            return true;
        }

        /// Looks at every byte, whatever it finds, so that the time tells a forger nothing.
        private boolean isTag(byte[] packet, int at) {
            int difference = 0;
            for (int i = 0; i < TAG; i++) {
                difference |= engine.scratch.get(JAVA_BYTE, TAG_AT + i) ^ packet[at + i];
            }
            return difference == 0;
        }
    }
}
