// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

/// A movable view of the counters in a VP8 payload descriptor: picture id and TL0PICIDX (RFC 7741, section 4.2).
///
/// ```
/// |X|R|N|S|R| PID |   X: extension present
/// |I|L|T|K| RSV   |   I: picture id present, L: TL0PICIDX present
/// |M| picture id  |   M: 15 bits instead of 7
/// |  TL0PICIDX    |
/// ```
public final class Vp8Counters {
    private static final int EXTENDED = 0x80;
    private static final int HAS_PICTURE = 0x80;
    private static final int HAS_LEVEL = 0x40;
    private static final int WIDE = 0x80;

    private byte[] bytes = {};
    private int pictureAt;
    private boolean wide;
    private int levelAt;

    /// Looks at a packet's payload; `false` when it has no picture id, and then the view must not be used.
    public boolean wrap(RtpPacket packet) {
        bytes = packet.bytes();
        int at = packet.payloadOffset();
        int end = at + packet.payloadLength();
        if (end - at < 5 || (bytes[at] & EXTENDED) == 0 || (bytes[at + 1] & HAS_PICTURE) == 0) {
            return false;
        }
        pictureAt = at + 2;
        wide = (bytes[pictureAt] & WIDE) != 0;
        levelAt = (bytes[at + 1] & HAS_LEVEL) == 0 ? 0 : pictureAt + (wide ? 2 : 1);
        return true;
    }

    public int picture() {
        int high = bytes[pictureAt] & 0x7F;
        return wide ? (high << 8) | (bytes[pictureAt + 1] & 0xFF) : high;
    }

    /// TL0PICIDX, or 0 when there is none.
    public int level() {
        return levelAt == 0 ? 0 : bytes[levelAt] & 0xFF;
    }

    /// Adds to both counters, modulo their widths.
    public void shift(int pictures, int levels) {
        int picture = picture() + pictures;
        if (wide) {
            bytes[pictureAt] = (byte) (WIDE | ((picture >> 8) & 0x7F));
            bytes[pictureAt + 1] = (byte) picture;
        } else {
            bytes[pictureAt] = (byte) (picture & 0x7F);
        }
        if (levelAt != 0) {
            bytes[levelAt] = (byte) (bytes[levelAt] + levels);
        }
    }
}
