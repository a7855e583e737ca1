// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// Packets written as hex, with the room behind them that every media buffer has.
final class Packets {
    private static final int ROOM = 100;
    private static final HexFormat HEX = HexFormat.of();

    private Packets() {}

    static ByteBuffer buffer(String hex) {
        byte[] bytes = HEX.parseHex(hex.replaceAll("\\s", ""));
        ByteBuffer buffer = ByteBuffer.allocate(bytes.length + ROOM);
        buffer.put(bytes).flip();
        return buffer;
    }

    static RtpPacket packet(String hex) {
        RtpPacket packet = new RtpPacket();
        if (!packet.wrap(buffer(hex))) {
            throw new AssertionError("malformed: " + hex);
        }
        return packet;
    }

    static String hex(RtpPacket packet) {
        ByteBuffer buffer = packet.buffer();
        return HEX.formatHex(packet.bytes(), buffer.position(), buffer.limit());
    }

    static String hex(String spaced) {
        return spaced.replaceAll("\\s", "");
    }
}
