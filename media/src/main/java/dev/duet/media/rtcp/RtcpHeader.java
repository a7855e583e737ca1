// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtcp;

import java.nio.ByteBuffer;

/// The numbers and the four bytes that every RTCP packet begins with.
final class RtcpHeader {
    static final int LENGTH = 4;

    static final int SENDER_REPORT = 200;
    static final int RECEIVER_REPORT = 201;
    static final int SOURCE_DESCRIPTION = 202;
    static final int GOODBYE = 203;
    /// RFC 4585, section 6.1.
    static final int TRANSPORT_FEEDBACK = 205;
    /// RFC 4585, section 6.1.
    static final int PAYLOAD_FEEDBACK = 206;

    private RtcpHeader() {}

    /// Writes a header for `words` 32-bit words that follow.
    static void write(ByteBuffer into, int countOrFormat, int type, int words) {
        into.put((byte) (0x80 | countOrFormat)).put((byte) type).putShort((short) words);
    }
}
