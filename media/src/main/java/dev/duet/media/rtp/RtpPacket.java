// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.rtp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// A movable view of one plain RTP packet inside a heap buffer; it copies nothing and is meant to be reused (RFC 3550,
/// section 5.1).
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |V=2|P|X|  CC   |M|     PT      |       sequence number         |
/// |                           timestamp                           |
/// |                             SSRC                              |
/// |            contributing sources (CC times 32 bits)            |
/// |  extension profile, length in words, extension block (if X)   |
/// ```
public final class RtpPacket {
    static final int FIXED_HEADER = 12;
    private static final int PADDING_BIT = 0x20;
    private static final int EXTENSION_BIT = 0x10;
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer buffer = NOTHING;
    private byte[] bytes = NOTHING.array();
    private int start;
    private int extensionAt;
    private int extensionLength;
    private int payloadAt;
    private int payloadEnd;

    /// Looks at the packet between position and limit; `false` when it is not well-formed, and then the view must not
    /// be used.
    public boolean wrap(ByteBuffer packet) {
        assert packet.arrayOffset() == 0;
        buffer = packet;
        bytes = packet.array();
        start = packet.position();
        int end = packet.limit();
        if (end - start < FIXED_HEADER || ((bytes[start] >>> 6) & 3) != 2) {
            return false;
        }
        int at = start + FIXED_HEADER + 4 * (bytes[start] & 0x0F);
        extensionAt = at;
        extensionLength = 0;
        if (hasExtensions()) {
            if (at + 4 > end) {
                return false;
            }
            extensionLength = 4 * shortAt(at + 2);
            extensionAt = at + 4;
            at = extensionAt + extensionLength;
        }
        payloadAt = at;
        payloadEnd = end;
        return at <= end && trimPadding(end);
    }

    private boolean trimPadding(int end) {
        if ((bytes[start] & PADDING_BIT) == 0) {
            return true;
        }
        if (payloadAt == end) {
            return false;
        }
        int padding = bytes[end - 1] & 0xFF;
        payloadEnd = end - padding;
        return padding > 0 && payloadEnd >= payloadAt;
    }

    public ByteBuffer buffer() {
        return buffer;
    }

    public int length() {
        return buffer.limit() - start;
    }

    public boolean marker() {
        return (bytes[start + 1] & 0x80) != 0;
    }

    public int payloadType() {
        return bytes[start + 1] & 0x7F;
    }

    public void payloadType(int type) {
        bytes[start + 1] = (byte) ((bytes[start + 1] & 0x80) | (type & 0x7F));
    }

    public int sequence() {
        return shortAt(start + 2);
    }

    public void sequence(int sequence) {
        shortAt(start + 2, sequence);
    }

    public int timestamp() {
        return (int) INT.get(bytes, start + 4);
    }

    public void timestamp(int timestamp) {
        INT.set(bytes, start + 4, timestamp);
    }

    public int ssrc() {
        return (int) INT.get(bytes, start + 8);
    }

    public void ssrc(int ssrc) {
        INT.set(bytes, start + 8, ssrc);
    }

    public int headerLength() {
        return payloadAt - start;
    }

    /// Index of the first payload byte in the buffer's array.
    public int payloadOffset() {
        return payloadAt;
    }

    /// Payload bytes, padding not counted.
    public int payloadLength() {
        return payloadEnd - payloadAt;
    }

    /// Whether the `length` bytes at an index of the buffer's array spell this ASCII text.
    public boolean holds(String text, int index, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[index + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    boolean hasExtensions() {
        return (bytes[start] & EXTENSION_BIT) != 0;
    }

    /// The 16 bits that say how the extension block is written; 0 when there is none.
    int extensionProfile() {
        return hasExtensions() ? shortAt(extensionAt - 4) : 0;
    }

    int extensionOffset() {
        return extensionAt;
    }

    int extensionLength() {
        return extensionLength;
    }

    byte[] bytes() {
        return bytes;
    }

    int shortAt(int index) {
        return (short) SHORT.get(bytes, index) & 0xFFFF;
    }

    void shortAt(int index, int value) {
        SHORT.set(bytes, index, (short) value);
    }

    /// Adds zeroed bytes (a multiple of four) to the end of the extension block, making an empty block with `profile`
    /// if there is none.
    boolean growExtensions(int added, int profile) {
        int extra = hasExtensions() ? added : added + 4;
        if (buffer.limit() + extra > buffer.capacity()) {
            return false;
        }
        System.arraycopy(bytes, payloadAt, bytes, payloadAt + extra, buffer.limit() - payloadAt);
        if (!hasExtensions()) {
            bytes[start] |= EXTENSION_BIT;
            shortAt(payloadAt, profile);
            extensionAt = payloadAt + 4;
        }
        Arrays.fill(bytes, extensionAt + extensionLength, extensionAt + extensionLength + added, (byte) 0);
        extensionLength += added;
        shortAt(extensionAt - 2, extensionLength / 4);
        payloadAt += extra;
        payloadEnd += extra;
        buffer.limit(buffer.limit() + extra);
        return true;
    }

    /// Takes `count` bytes away from the front of the payload by moving the header up; the packet then starts later in
    /// its buffer.
    void dropPayloadPrefix(int count) {
        System.arraycopy(bytes, start, bytes, start + count, headerLength());
        start += count;
        extensionAt += count;
        payloadAt += count;
        buffer.position(start);
    }

    /// Makes room for `count` bytes at the front of the payload; `false` when the buffer is full.
    boolean addPayloadPrefix(int count) {
        if (buffer.limit() + count > buffer.capacity()) {
            return false;
        }
        System.arraycopy(bytes, payloadAt, bytes, payloadAt + count, buffer.limit() - payloadAt);
        buffer.limit(buffer.limit() + count);
        payloadEnd += count;
        return true;
    }
}
