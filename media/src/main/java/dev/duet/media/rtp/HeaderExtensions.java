// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import java.util.Arrays;

/// Reading and writing single header extension elements in place (RFC 8285).
///
/// ```
/// one-byte form (profile 0xBEDE)      two-byte form (profile 0x1000 to 0x100F)
/// +-+-+-+-+-+-+-+-+---               +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+---
/// |  ID   | len-1 | data             |      ID       |      len      | data
/// ```
public final class HeaderExtensions {
    /// Where no element is found.
    public static final int ABSENT = -1;

    static final int ONE_BYTE = 0xBEDE;
    static final int TWO_BYTE = 0x1000;
    private static final int TWO_BYTE_MASK = 0xFFF0;
    /// The identifier that ends parsing in the one-byte form (RFC 8285, section 4.2).
    private static final int STOP = 15;

    private HeaderExtensions() {}

    /// Index in the packet's array of the element's data, or [#ABSENT].
    public static int find(RtpPacket packet, int id) {
        return find(packet, id, 0);
    }

    /// The 16-bit value of an element, or [#ABSENT].
    public static int readShort(RtpPacket packet, int id) {
        int at = id == 0 ? ABSENT : find(packet, id, 2);
        return at == ABSENT ? ABSENT : packet.shortAt(at);
    }

    /// Length in bytes of the element whose data begins at `dataOffset`.
    public static int lengthAt(RtpPacket packet, int dataOffset) {
        byte before = packet.bytes()[dataOffset - 1];
        return packet.extensionProfile() == ONE_BYTE ? (before & 0x0F) + 1 : before & 0xFF;
    }

    /// Writes a 16-bit element: over the old value, into free padding, or at the end of a grown block; `false` when
    /// there is no room.
    public static boolean writeShort(RtpPacket packet, int id, int value) {
        int at = find(packet, id, 2);
        if (at == ABSENT) {
            at = place(packet, id);
        }
        if (at == ABSENT) {
            return false;
        }
        packet.shortAt(at, value);
        return true;
    }

    /// Renames every element by `targets[id]`; those with target 0 become padding.
    static void rename(RtpPacket packet, byte[] targets) {
        switch (form(packet)) {
            case ONE_BYTE -> renameOneByte(packet, targets);
            case TWO_BYTE -> renameTwoByte(packet, targets);
            default -> Arrays.fill(packet.bytes(), packet.extensionOffset(), end(packet), (byte) 0);
        }
    }

    private static int find(RtpPacket packet, int id, int minimumLength) {
        byte[] bytes = packet.bytes();
        int form = form(packet);
        int at = packet.extensionOffset();
        int end = form == 0 ? at : end(packet);
        while (at < end) {
            if (bytes[at] == 0) {
                at++;
                continue;
            }
            int header = form == ONE_BYTE ? 1 : 2;
            int found = form == ONE_BYTE ? (bytes[at] >>> 4) & 0x0F : bytes[at] & 0xFF;
            int length = elementLength(bytes, at, end, form);
            if (length < 0 || (form == ONE_BYTE && found == STOP)) {
                return ABSENT;
            }
            if (found == id && length >= minimumLength) {
                return at + header;
            }
            at += header + length;
        }
        return ABSENT;
    }

    /// Data length of the element at `at`, or -1 when it does not fit.
    private static int elementLength(byte[] bytes, int at, int end, int form) {
        if (form == ONE_BYTE) {
            int length = (bytes[at] & 0x0F) + 1;
            return at + 1 + length <= end ? length : -1;
        }
        int length = at + 1 < end ? bytes[at + 1] & 0xFF : end;
        return at + 2 + length <= end ? length : -1;
    }

    private static int place(RtpPacket packet, int id) {
        int form = packet.hasExtensions() ? form(packet) : ONE_BYTE;
        if (form == 0 || (form == ONE_BYTE && id >= STOP)) {
            return ABSENT;
        }
        int header = form == ONE_BYTE ? 1 : 2;
        int at = packet.hasExtensions() ? freeRun(packet, header + 2) : ABSENT;
        if (at == ABSENT) {
            int grown = end(packet) + (packet.hasExtensions() ? 0 : 4);
            if (!packet.growExtensions(4, ONE_BYTE)) {
                return ABSENT;
            }
            at = grown;
        }
        byte[] bytes = packet.bytes();
        if (form == ONE_BYTE) {
            bytes[at] = (byte) ((id << 4) | 1);
        } else {
            bytes[at] = (byte) id;
            bytes[at + 1] = 2;
        }
        return at + header;
    }

    /// First place of `wanted` padding bytes in a row, or [#ABSENT].
    private static int freeRun(RtpPacket packet, int wanted) {
        byte[] bytes = packet.bytes();
        int form = form(packet);
        int end = end(packet);
        int run = 0;
        for (int at = packet.extensionOffset(); at < end; ) {
            if (bytes[at] == 0) {
                at++;
                if (++run == wanted) {
                    return at - wanted;
                }
                continue;
            }
            run = 0;
            int length = elementLength(bytes, at, end, form);
            if (length < 0 || (form == ONE_BYTE && ((bytes[at] >>> 4) & 0x0F) == STOP)) {
                return ABSENT;
            }
            at += (form == ONE_BYTE ? 1 : 2) + length;
        }
        return ABSENT;
    }

    private static void renameOneByte(RtpPacket packet, byte[] targets) {
        byte[] bytes = packet.bytes();
        int end = end(packet);
        for (int at = packet.extensionOffset(); at < end; ) {
            if (bytes[at] == 0) {
                at++;
                continue;
            }
            int id = (bytes[at] >>> 4) & 0x0F;
            int length = elementLength(bytes, at, end, ONE_BYTE);
            if (id == STOP || length < 0) {
                Arrays.fill(bytes, at, end, (byte) 0);
                return;
            }
            int target = targets[id];
            if (target == 0 || target >= STOP) {
                Arrays.fill(bytes, at, at + 1 + length, (byte) 0);
            } else {
                bytes[at] = (byte) ((target << 4) | (length - 1));
            }
            at += 1 + length;
        }
    }

    private static void renameTwoByte(RtpPacket packet, byte[] targets) {
        byte[] bytes = packet.bytes();
        int end = end(packet);
        for (int at = packet.extensionOffset(); at < end; ) {
            if (bytes[at] == 0) {
                at++;
                continue;
            }
            int length = elementLength(bytes, at, end, TWO_BYTE);
            if (length < 0) {
                Arrays.fill(bytes, at, end, (byte) 0);
                return;
            }
            byte target = targets[bytes[at] & 0xFF];
            if (target == 0) {
                Arrays.fill(bytes, at, at + 2 + length, (byte) 0);
            } else {
                bytes[at] = target;
            }
            at += 2 + length;
        }
    }

    /// [#ONE_BYTE], [#TWO_BYTE], or 0 for no block or one of another kind.
    private static int form(RtpPacket packet) {
        int profile = packet.extensionProfile();
        if (profile == ONE_BYTE) {
            return ONE_BYTE;
        }
        return (profile & TWO_BYTE_MASK) == TWO_BYTE ? TWO_BYTE : 0;
    }

    private static int end(RtpPacket packet) {
        return packet.extensionOffset() + packet.extensionLength();
    }
}
