// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.srtp;

import dev.duet.media.dtls.SrtpKeys;
import java.nio.ByteBuffer;
import java.util.Random;

/// Keys and packets for tests of SRTP.
final class Streams {
    private Streams() {}

    /// What one side sends with; the same keys receive it, so one object serves both ends of a direction.
    static SrtpKeys keys(SrtpProfile profile) {
        Random random = new Random(profile.number());
        byte[] key = new byte[profile.keyLength()];
        byte[] salt = new byte[profile.saltLength()];
        random.nextBytes(key);
        random.nextBytes(salt);
        return new SrtpKeys(profile.number(), key, salt, key, salt);
    }

    /// An RTP packet whose payload tells its sequence number.
    static ByteBuffer rtp(int ssrc, int sequence, int payload) {
        ByteBuffer packet = ByteBuffer.allocate(12 + payload + 64);
        packet.put((byte) 0x80)
                .put((byte) 96)
                .putShort((short) sequence)
                .putInt(sequence * 3000)
                .putInt(ssrc);
        for (int i = 0; i < payload; i++) {
            packet.put((byte) (sequence + i));
        }
        return packet.flip();
    }

    /// A receiver report without blocks, filled up with an application packet.
    static ByteBuffer rtcp(int ssrc, int rest) {
        ByteBuffer packet = ByteBuffer.allocate(8 + rest + 64);
        packet.put((byte) 0x80).put((byte) 201).putShort((short) 1).putInt(ssrc);
        return packet.put(new byte[rest]).flip();
    }

    static byte[] bytes(ByteBuffer packet) {
        byte[] bytes = new byte[packet.remaining()];
        packet.get(packet.position(), bytes);
        return bytes;
    }

    static ByteBuffer copy(ByteBuffer packet) {
        ByteBuffer copy = ByteBuffer.allocate(packet.capacity());
        return copy.put(bytes(packet)).flip();
    }
}
