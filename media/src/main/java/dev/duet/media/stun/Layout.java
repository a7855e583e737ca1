// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import java.util.zip.CRC32;

/// Sizes and numbers of the STUN wire format (RFC 8489 sections 5 and 14).
final class Layout {
    static final int HEADER = 20;
    static final int ATTRIBUTE_HEADER = 4;
    static final int MAGIC_COOKIE = 0x2112A442;

    static final int FINGERPRINT = 0x8028;
    static final int FINGERPRINT_LENGTH = 4;
    private static final int FINGERPRINT_XOR = 0x5354554e;

    private Layout() {}

    /// Attribute values are padded to a multiple of four.
    static int padded(int length) {
        return (length + 3) & ~3;
    }

    /// The FINGERPRINT of everything in front of `offset`. The length field must already count the attribute (RFC 8489
    /// section 14.7).
    static int fingerprint(byte[] message, int offset) {
        CRC32 crc = new CRC32();
        crc.update(message, 0, offset);
        return (int) crc.getValue() ^ FINGERPRINT_XOR;
    }
}
