// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import dev.duet.media.stun.StunMessage.Kind;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one message out of bytes that may be anything.
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |        attribute type         |       length of the value     |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |               value, padded to a multiple of 4 bytes          |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
final class StunReader {
    /// Below this an unknown attribute makes the message unusable (RFC 8489 section 14).
    private static final int FIRST_OPTIONAL = 0x8000;

    /// MAPPED-ADDRESS, REALM, NONCE and the two SHA-256 attributes: required to know, of no use in a check.
    private static final List<Integer> KNOWN_UNUSED = List.of(0x0001, 0x0014, 0x0015, 0x001c, 0x001d, 0x001e);

    /// RFC 8489 section 14.3 allows 508 bytes, RFC 5389 513.
    private static final int LONGEST_USERNAME = 513;

    private final ByteBuffer message;
    private final List<StunAttribute> attributes = new ArrayList<>();
    private final List<Integer> unknownRequired = new ArrayList<>();
    private int integrityOffset = StunMessage.NO_INTEGRITY;

    private StunReader(byte[] bytes) {
        this.message = ByteBuffer.wrap(bytes);
    }

    static Optional<StunMessage> read(ByteBuffer datagram) {
        Kind kind = kindOf(datagram);
        if (kind == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[datagram.remaining()];
        datagram.get(datagram.position(), bytes);
        StunReader reader = new StunReader(bytes);
        return reader.readAttributes() ? Optional.of(reader.message(kind)) : Optional.empty();
    }

    static Optional<String> localUfrag(ByteBuffer datagram) {
        if (kindOf(datagram) != Kind.REQUEST) {
            return Optional.empty();
        }
        int end = datagram.limit();
        int at = datagram.position() + Layout.HEADER;
        while (at + Layout.ATTRIBUTE_HEADER <= end) {
            int length = datagram.getShort(at + 2) & 0xffff;
            int value = at + Layout.ATTRIBUTE_HEADER;
            if (value + length > end) {
                return Optional.empty();
            }
            if ((datagram.getShort(at) & 0xffff) == StunAttribute.Username.TYPE) {
                return beforeColon(datagram, value, Math.min(length, LONGEST_USERNAME));
            }
            at = value + Layout.padded(length);
        }
        return Optional.empty();
    }

    private static Optional<String> beforeColon(ByteBuffer datagram, int from, int length) {
        for (int i = 0; i < length; i++) {
            if (datagram.get(from + i) == ':') {
                byte[] ufrag = new byte[i];
                datagram.get(from, ufrag);
                return Optional.of(new String(ufrag, StandardCharsets.ISO_8859_1));
            }
        }
        return Optional.empty();
    }

    /// The kind, or null when the header is not that of a binding message of exactly this length.
    private static @Nullable Kind kindOf(ByteBuffer datagram) {
        int start = datagram.position();
        int remaining = datagram.remaining();
        if (remaining < Layout.HEADER
                || (remaining & 3) != 0
                || datagram.getInt(start + 4) != Layout.MAGIC_COOKIE
                || (datagram.getShort(start + 2) & 0xffff) != remaining - Layout.HEADER) {
            return null;
        }
        int type = datagram.getShort(start) & 0xffff;
        for (Kind kind : Kind.values()) {
            if (kind.type == type) {
                return kind;
            }
        }
        return null;
    }

    private StunMessage message(Kind kind) {
        TransactionId id = new TransactionId(message.getInt(8), message.getLong(12));
        return new StunMessage(kind, id, attributes, unknownRequired, message.array(), integrityOffset);
    }

    /// False when an attribute breaks its own rules.
    private boolean readAttributes() {
        int at = Layout.HEADER;
        while (at < message.capacity()) {
            int type = message.getShort(at) & 0xffff;
            int length = message.getShort(at + 2) & 0xffff;
            int next = at + Layout.ATTRIBUTE_HEADER + Layout.padded(length);
            if (next > message.capacity() || !readAttribute(type, at, length, next)) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private boolean readAttribute(int type, int at, int length, int next) {
        if (type == Layout.FINGERPRINT) {
            return length == Layout.FINGERPRINT_LENGTH
                    && next == message.capacity()
                    && message.getInt(at + Layout.ATTRIBUTE_HEADER) == Layout.fingerprint(message.array(), at);
        }
        if (integrityOffset != StunMessage.NO_INTEGRITY) {
            return true;
        }
        if (type == Integrity.TYPE) {
            integrityOffset = at;
            return length == Integrity.LENGTH;
        }
        return readPlain(type, ByteBuffer.wrap(message.array(), at + Layout.ATTRIBUTE_HEADER, length));
    }

    private boolean readPlain(int type, ByteBuffer value) {
        return switch (type) {
            case StunAttribute.Username.TYPE -> value.remaining() <= LONGEST_USERNAME && add(username(value));
            case StunAttribute.ErrorCode.TYPE -> add(errorCode(value));
            case StunAttribute.UnknownAttributes.TYPE -> (value.remaining() & 1) == 0 && add(unknownAttributes(value));
            case StunAttribute.XorMappedAddress.TYPE -> add(xorMappedAddress(value));
            case StunAttribute.Priority.TYPE ->
                value.remaining() == 4 && add(new StunAttribute.Priority(value.getInt() & 0xffff_ffffL));
            case StunAttribute.UseCandidate.TYPE -> value.remaining() == 0 && add(new StunAttribute.UseCandidate());
            case StunAttribute.IceControlled.TYPE ->
                value.remaining() == 8 && add(new StunAttribute.IceControlled(value.getLong()));
            case StunAttribute.IceControlling.TYPE ->
                value.remaining() == 8 && add(new StunAttribute.IceControlling(value.getLong()));
            default -> skip(type);
        };
    }

    private boolean skip(int type) {
        if (type < FIRST_OPTIONAL && !KNOWN_UNUSED.contains(type)) {
            unknownRequired.add(type);
        }
        return true;
    }

    private boolean add(@Nullable StunAttribute attribute) {
        return attribute != null && attributes.add(attribute);
    }

    private static StunAttribute.@Nullable Username username(ByteBuffer value) {
        String text = text(value);
        return text == null ? null : new StunAttribute.Username(text);
    }

    /// ```
    /// |      reserved: 21 bits      |class|    number     |
    /// |  reason phrase (UTF-8) ...
    /// ```
    private static StunAttribute.@Nullable ErrorCode errorCode(ByteBuffer value) {
        if (value.remaining() < 4) {
            return null;
        }
        int head = value.getInt();
        int hundreds = (head >>> 8) & 7;
        int number = head & 0xff;
        String reason = text(value);
        return hundreds < 3 || hundreds > 6 || number > 99 || reason == null
                ? null
                : new StunAttribute.ErrorCode(hundreds * 100 + number, reason);
    }

    private static StunAttribute.UnknownAttributes unknownAttributes(ByteBuffer value) {
        List<Integer> types = new ArrayList<>();
        while (value.hasRemaining()) {
            types.add(value.getShort() & 0xffff);
        }
        return new StunAttribute.UnknownAttributes(types);
    }

    /// ```
    /// |       0       | family: 1, 2  | port xor the cookie's high half |
    /// |  address xor the cookie (IPv4), or xor cookie and transaction id (IPv6)
    /// ```
    private StunAttribute.@Nullable XorMappedAddress xorMappedAddress(ByteBuffer value) {
        if (value.remaining() < 4) {
            return null;
        }
        int family = value.getShort() & 0xff;
        int port = (value.getShort() & 0xffff) ^ (Layout.MAGIC_COOKIE >>> 16);
        int length = family == 1 ? 4 : family == 2 ? 16 : -1;
        if (value.remaining() != length) {
            return null;
        }
        byte[] address = new byte[length];
        value.get(address);
        for (int i = 0; i < length; i++) {
            address[i] ^= message.get(4 + i);
        }
        try {
            return new StunAttribute.XorMappedAddress(new InetSocketAddress(InetAddress.getByAddress(address), port));
        } catch (UnknownHostException _) {
            return null;
        }
    }

    private static @Nullable String text(ByteBuffer value) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(value).toString();
        } catch (CharacterCodingException _) {
            return null;
        }
    }
}
