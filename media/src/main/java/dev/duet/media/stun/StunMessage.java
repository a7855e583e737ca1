// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// A STUN binding message (RFC 8489), read or ready to be written.
///
/// ```
///  0                   1                   2                   3
///  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |0 0|  method and class (Kind)  |  length of the attributes     |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                  magic cookie 0x2112A442                      |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// |                  transaction id (96 bits)                     |
/// +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
/// ```
public final class StunMessage {

    /// What a message is, by its first two bytes, for the one method we speak: Binding.
    public enum Kind {
        REQUEST(0x0001),
        INDICATION(0x0011),
        SUCCESS(0x0101),
        ERROR(0x0111);

        final int type;

        Kind(int type) {
            this.type = type;
        }
    }

    static final int NO_INTEGRITY = -1;

    private final Kind kind;
    private final TransactionId id;
    private final List<StunAttribute> attributes;
    private final List<Integer> unknownRequired;
    private final byte[] bytes;
    private final int integrityOffset;

    StunMessage(
            Kind kind,
            TransactionId id,
            List<StunAttribute> attributes,
            List<Integer> unknownRequired,
            byte[] bytes,
            int integrityOffset) {
        this.kind = kind;
        this.id = id;
        this.attributes = List.copyOf(attributes);
        this.unknownRequired = List.copyOf(unknownRequired);
        this.bytes = bytes;
        this.integrityOffset = integrityOffset;
    }

    /// The message between position and limit, which stay unread; empty when it is not a well-formed binding message or
    /// its FINGERPRINT is wrong. Nothing is proven yet: see [#isProvenBy].
    public static Optional<StunMessage> parse(ByteBuffer datagram) {
        return StunReader.read(datagram);
    }

    /// The ufrag of the receiver in a binding request, without reading the rest: enough to find the peer it is meant
    /// for.
    public static Optional<String> localUfrag(ByteBuffer datagram) {
        return StunReader.localUfrag(datagram);
    }

    /// The bytes of a message that no key seals, FINGERPRINT included.
    public static ByteBuffer write(Kind kind, TransactionId id, List<StunAttribute> attributes) {
        return new StunWriter(kind, id, attributes).finish();
    }

    /// The bytes of a message sealed with a key, FINGERPRINT included.
    public static ByteBuffer write(Kind kind, TransactionId id, List<StunAttribute> attributes, Integrity key) {
        return new StunWriter(kind, id, attributes).seal(key).finish();
    }

    public Kind kind() {
        return kind;
    }

    public TransactionId id() {
        return id;
    }

    /// The attributes we know, in their order. Attributes behind MESSAGE-INTEGRITY are not among them (RFC 8489 section
    /// 14.5).
    public List<StunAttribute> attributes() {
        return attributes;
    }

    /// The first attribute of a type; the others of that type do not count (RFC 8489 section 14).
    public <T extends StunAttribute> Optional<T> attribute(Class<T> type) {
        return attributes.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /// The types that we should know and do not: such a request is refused with 420 (RFC 8489 section 6.3.1).
    public List<Integer> unknownRequired() {
        return unknownRequired;
    }

    public boolean hasIntegrity() {
        return integrityOffset != NO_INTEGRITY;
    }

    /// Whether the message has a MESSAGE-INTEGRITY made with this key.
    public boolean isProvenBy(Integrity key) {
        return hasIntegrity() && key.matches(bytes, integrityOffset);
    }
}
