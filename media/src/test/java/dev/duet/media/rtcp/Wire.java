// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// RTCP as hex.
final class Wire {
    private static final HexFormat HEX = HexFormat.of();

    private Wire() {}

    static List<RtcpPacket> read(String hex) {
        List<RtcpPacket> packets = new ArrayList<>();
        if (!CompoundRtcp.read(ByteBuffer.wrap(HEX.parseHex(compact(hex))), packets::add)) {
            throw new AssertionError("malformed: " + hex);
        }
        return packets;
    }

    static boolean isReadable(String hex) {
        return CompoundRtcp.read(ByteBuffer.wrap(HEX.parseHex(compact(hex))), _ -> {});
    }

    static String written(RtcpPacket packet) {
        ByteBuffer buffer = ByteBuffer.allocate(1500);
        packet.write(buffer);
        return HEX.formatHex(buffer.array(), 0, buffer.position());
    }

    static String compact(String hex) {
        return hex.replaceAll("\\s", "");
    }
}
