// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import dev.duet.media.stun.StunMessage.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Builds the bytes of one message: header, attributes, seals.
final class StunWriter {
    /// Header, integrity and fingerprint.
    private static final int FRAME = Layout.HEADER + 24 + 8;

    private final ByteBuffer message;

    StunWriter(Kind kind, TransactionId id, List<StunAttribute> attributes) {
        List<byte[]> values = attributes.stream().map(a -> value(a, id)).toList();
        int size = FRAME;
        for (byte[] value : values) {
            size += Layout.ATTRIBUTE_HEADER + Layout.padded(value.length);
        }
        message = ByteBuffer.allocate(size);
        message.putShort((short) kind.type).putShort((short) 0).putInt(Layout.MAGIC_COOKIE);
        message.putInt(id.high()).putLong(id.low());
        for (int i = 0; i < values.size(); i++) {
            put(attributes.get(i).type(), values.get(i));
        }
    }

    StunWriter seal(Integrity key) {
        put(Integrity.TYPE, key.seal(message.array(), message.position()));
        return this;
    }

    ByteBuffer finish() {
        int at = message.position();
        setLength(at + Layout.ATTRIBUTE_HEADER + Layout.FINGERPRINT_LENGTH);
        byte[] fingerprint = ByteBuffer.allocate(Layout.FINGERPRINT_LENGTH)
                .putInt(Layout.fingerprint(message.array(), at))
                .array();
        put(Layout.FINGERPRINT, fingerprint);
        return message.flip();
    }

    private void put(int type, byte[] value) {
        message.putShort((short) type).putShort((short) value.length).put(value);
        message.position(message.position() + Layout.padded(value.length) - value.length);
        setLength(message.position());
    }

    private void setLength(int end) {
        message.putShort(2, (short) (end - Layout.HEADER));
    }

    private static byte[] value(StunAttribute attribute, TransactionId id) {
        return switch (attribute) {
            case StunAttribute.Username(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case StunAttribute.ErrorCode error -> errorCode(error);
            case StunAttribute.UnknownAttributes(List<Integer> types) -> unknownAttributes(types);
            case StunAttribute.XorMappedAddress mapped -> xorMappedAddress(mapped, id);
            case StunAttribute.Priority(long priority) ->
                ByteBuffer.allocate(4).putInt((int) priority).array();
            case StunAttribute.UseCandidate() -> new byte[0];
            case StunAttribute.IceControlled(long tieBreaker) ->
                ByteBuffer.allocate(8).putLong(tieBreaker).array();
            case StunAttribute.IceControlling(long tieBreaker) ->
                ByteBuffer.allocate(8).putLong(tieBreaker).array();
        };
    }

    private static byte[] errorCode(StunAttribute.ErrorCode error) {
        byte[] reason = error.reason().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + reason.length)
                .putInt(((error.code() / 100) << 8) | (error.code() % 100))
                .put(reason)
                .array();
    }

    private static byte[] unknownAttributes(List<Integer> types) {
        ByteBuffer value = ByteBuffer.allocate(types.size() * 2);
        for (int type : types) {
            value.putShort((short) type);
        }
        return value.array();
    }

    private static byte[] xorMappedAddress(StunAttribute.XorMappedAddress mapped, TransactionId id) {
        byte[] mask = ByteBuffer.allocate(16)
                .putInt(Layout.MAGIC_COOKIE)
                .putInt(id.high())
                .putLong(id.low())
                .array();
        byte[] address = mapped.address().getAddress().getAddress();
        ByteBuffer value = ByteBuffer.allocate(4 + address.length);
        value.putShort((short) (address.length == 4 ? 1 : 2));
        value.putShort((short) (mapped.address().getPort() ^ (Layout.MAGIC_COOKIE >>> 16)));
        for (int i = 0; i < address.length; i++) {
            value.put((byte) (address[i] ^ mask[i]));
        }
        return value.array();
    }
}
