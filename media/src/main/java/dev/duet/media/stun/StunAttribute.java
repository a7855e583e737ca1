// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.stun;

import java.net.InetSocketAddress;
import java.util.List;

/// A STUN attribute that connectivity checks use, but for the two that seal a message: MESSAGE-INTEGRITY and
/// FINGERPRINT.
public sealed interface StunAttribute {

    /// The number of the attribute; below 0x8000 who does not know it must refuse the message (RFC 8489 section 14).
    int type();

    /// RFC 8489 section 14.3; for a check `<ufrag of the receiver>:<ufrag of the sender>` (RFC 8445 section 7.2.2).
    record Username(String text) implements StunAttribute {
        static final int TYPE = 0x0006;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /// RFC 8489 section 14.8.
    record ErrorCode(int code, String reason) implements StunAttribute {
        static final int TYPE = 0x0009;

        public static final int BAD_REQUEST = 400;
        public static final int UNAUTHENTICATED = 401;
        public static final int UNKNOWN_ATTRIBUTE = 420;
        public static final int ROLE_CONFLICT = 487;

        /// @throws IllegalArgumentException when the code is not 300 to 699
        public ErrorCode {
            if (code < 300 || code > 699) {
                throw new IllegalArgumentException("a STUN error code is 300 to 699");
            }
        }

        /// A code with the phrase that its RFC gives it.
        public static ErrorCode of(int code) {
            return new ErrorCode(
                    code,
                    switch (code) {
                        case BAD_REQUEST -> "Bad Request";
                        case UNAUTHENTICATED -> "Unauthenticated";
                        case UNKNOWN_ATTRIBUTE -> "Unknown Attribute";
                        case ROLE_CONFLICT -> "Role Conflict";
                        default -> "";
                    });
        }

        @Override
        public int type() {
            return TYPE;
        }
    }

    /// The attributes that the refused request should not have had (RFC 8489 section 14.9).
    record UnknownAttributes(List<Integer> types) implements StunAttribute {
        static final int TYPE = 0x000a;

        public UnknownAttributes {
            types = List.copyOf(types);
        }

        @Override
        public int type() {
            return TYPE;
        }
    }

    /// Where the request came from, as the answerer sees it (RFC 8489 section 14.2).
    record XorMappedAddress(InetSocketAddress address) implements StunAttribute {
        static final int TYPE = 0x0020;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /// The priority a peer-reflexive candidate would get, unsigned (RFC 8445 section 7.1.1).
    record Priority(long value) implements StunAttribute {
        static final int TYPE = 0x0024;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /// The controlling agent nominates the pair (RFC 8445 section 7.1.2).
    record UseCandidate() implements StunAttribute {
        static final int TYPE = 0x0025;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /// The sender is the controlled side (RFC 8445 section 7.1.3).
    record IceControlled(long tieBreaker) implements StunAttribute {
        static final int TYPE = 0x8029;

        @Override
        public int type() {
            return TYPE;
        }
    }

    /// The sender is the controlling side (RFC 8445 section 7.1.3).
    record IceControlling(long tieBreaker) implements StunAttribute {
        static final int TYPE = 0x802a;

        @Override
        public int type() {
            return TYPE;
        }
    }
}
