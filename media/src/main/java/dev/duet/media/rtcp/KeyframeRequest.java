// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A receiver's wish for a picture that needs no earlier one.
///
/// @param form how it was or is to be written
/// @param sender who wishes
/// @param media the source that should make it
/// @param number of the request: a repeated FIR carries the same one; 0 for PLI
public record KeyframeRequest(Form form, int sender, int media, int number) implements RtcpPacket {
    static final int PLI_FORMAT = 1;
    static final int FIR_FORMAT = 4;
    private static final int SOURCES = 8;
    private static final int FIR_ENTRY = 8;

    /// The two requests in use.
    public enum Form {
        /// Picture loss indication (RFC 4585, section 6.3.1).
        PLI,
        /// Full intra request (RFC 5104, section 4.3.1).
        FIR
    }

    public static KeyframeRequest pli(int sender, int media) {
        return new KeyframeRequest(Form.PLI, sender, media, 0);
    }

    static @Nullable KeyframeRequest readPli(ByteBuffer body) {
        return body.remaining() < SOURCES ? null : pli(body.getInt(), body.getInt());
    }

    /// A FIR packet may ask several sources: each becomes a request of its own.
    static boolean readFir(ByteBuffer body, Consumer<RtcpPacket> sink) {
        if (body.remaining() < SOURCES) {
            return false;
        }
        int sender = body.getInt();
        body.getInt();
        while (body.remaining() >= FIR_ENTRY) {
            int media = body.getInt();
            sink.accept(new KeyframeRequest(Form.FIR, sender, media, body.getInt() >>> 24));
        }
        return true;
    }

    @Override
    public void write(ByteBuffer into) {
        switch (form) {
            case PLI -> {
                RtcpHeader.write(into, PLI_FORMAT, RtcpHeader.PAYLOAD_FEEDBACK, SOURCES / 4);
                into.putInt(sender).putInt(media);
            }
            case FIR -> {
                RtcpHeader.write(into, FIR_FORMAT, RtcpHeader.PAYLOAD_FEEDBACK, (SOURCES + FIR_ENTRY) / 4);
                into.putInt(sender).putInt(0).putInt(media).putInt(number << 24);
            }
        }
    }
}
