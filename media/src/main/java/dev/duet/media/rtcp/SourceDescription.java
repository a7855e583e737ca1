// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The canonical name of a source (RFC 3550, section 6.5); equal names tell a receiver which streams to play in step.
///
/// Of a packet with more chunks or items only the first chunk's name is kept.
///
/// @param cname empty when the chunk has none; its bytes as Latin-1, since nobody reads it and it must be written back
/// as it came
public record SourceDescription(int ssrc, String cname) implements RtcpPacket {
    private static final int CNAME = 1;

    static @Nullable SourceDescription read(ByteBuffer body, int count) {
        if (count == 0) {
            return new SourceDescription(0, "");
        }
        if (body.remaining() < 4) {
            return null;
        }
        int ssrc = body.getInt();
        while (body.remaining() >= 2) {
            int item = body.get();
            if (item == 0) {
                break;
            }
            int length = body.get() & 0xFF;
            if (length > body.remaining()) {
                return null;
            }
            byte[] text = new byte[length];
            body.get(text);
            if (item == CNAME) {
                return new SourceDescription(ssrc, new String(text, StandardCharsets.ISO_8859_1));
            }
        }
        return new SourceDescription(ssrc, "");
    }

    @Override
    public void write(ByteBuffer into) {
        byte[] text = cname.getBytes(StandardCharsets.ISO_8859_1);
        int item = 2 + text.length;
        int padding = 4 - item % 4;
        RtcpHeader.write(into, 1, RtcpHeader.SOURCE_DESCRIPTION, 1 + (item + padding) / 4);
        into.putInt(ssrc).put((byte) CNAME).put((byte) text.length).put(text);
        for (int i = 0; i < padding; i++) {
            into.put((byte) 0);
        }
    }
}
