// SPDX-License-Identifier: Apache-2.0
package dev.duet.bench;

import dev.duet.media.dtls.SrtpKeys;
import dev.duet.media.srtp.ProtectVerdict;
import dev.duet.media.srtp.SrtpProfile;
import dev.duet.media.srtp.SrtpReceiver;
import dev.duet.media.srtp.SrtpSender;
import dev.duet.media.srtp.UnprotectVerdict;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The cost of one packet: protected, unprotected, and relayed (unprotected from one peer, protected for another).
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SrtpBenchmark {
    private static final int PACKETS = 1000;
    private static final int ROOM = 64;
    private static final int TYPE_AND_FLAGS = 0x80600000;
    private static final int SSRC = 0x1234;

    @Param({"100", "1100"})
    public int size;

    @Param({"AEAD_AES_128_GCM", "AES128_CM_SHA1_80"})
    public SrtpProfile profile = SrtpProfile.AEAD_AES_128_GCM;

    private final ByteBuffer[] wire = new ByteBuffer[PACKETS];
    private ByteBuffer packet = ByteBuffer.allocate(0);
    private SrtpKeys keys = new SrtpKeys(0, new byte[0], new byte[0], new byte[0], new byte[0]);
    private SrtpSender sender = sender();
    private int sequence;

    /// Protects packets for the receivers to unprotect.
    @Setup
    public void prepare() {
        keys = keys();
        sender = sender();
        packet = ByteBuffer.allocate(size + ROOM);
        for (int i = 0; i < PACKETS; i++) {
            wire[i] = ByteBuffer.allocate(size + ROOM);
            protect(write(wire[i], i), sender);
        }
        sender = sender();
    }

    /// Builds nothing but the header, whose sequence number moves on.
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void protect() {
        for (int i = 0; i < PACKETS; i++) {
            protect(write(packet, sequence++), sender);
        }
    }

    /// Includes a copy, since unprotecting destroys what it reads, and a thousandth of a new receiver.
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void unprotect() {
        SrtpReceiver receiver = new SrtpReceiver(keys);
        for (int i = 0; i < PACKETS; i++) {
            unprotect(wire[i], receiver);
        }
    }

    /// Both of the above.
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void relay() {
        SrtpReceiver receiver = new SrtpReceiver(keys);
        for (int i = 0; i < PACKETS; i++) {
            unprotect(wire[i], receiver);
            packet.putShort(2, (short) sequence++);
            protect(packet, sender);
        }
    }

    private ByteBuffer write(ByteBuffer into, int number) {
        into.clear().limit(size);
        into.putInt(0, TYPE_AND_FLAGS | (number & 0xffff));
        into.putInt(8, SSRC);
        return into;
    }

    private void unprotect(ByteBuffer from, SrtpReceiver receiver) {
        packet.clear().limit(from.limit());
        packet.put(0, from, 0, from.limit());
        if (receiver.unprotectRtp(packet) != UnprotectVerdict.OK) {
            throw new IllegalStateException("a good packet was dropped");
        }
    }

    private static void protect(ByteBuffer plain, SrtpSender sender) {
        if (sender.protectRtp(plain) != ProtectVerdict.OK) {
            throw new IllegalStateException("a good packet was refused");
        }
    }

    private SrtpKeys keys() {
        byte[] key = new byte[profile.keyLength()];
        byte[] salt = new byte[profile.saltLength()];
        return new SrtpKeys(profile.number(), key, salt, key, salt);
    }

    private SrtpSender sender() {
        return new SrtpSender(keys());
    }
}
