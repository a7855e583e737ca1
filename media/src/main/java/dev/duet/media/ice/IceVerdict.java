// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.ice;

/// What became of one STUN datagram: accepted, answered with an error, or dropped for a named reason.
public enum IceVerdict {
    /// Proven to come from the peer; the sender's address may be learned.
    ACCEPTED(true),
    /// As [#ACCEPTED], and the path is another one now: look at the state.
    PATH_CHANGED(true),

    /// Proven, but the peer believes to be the controlled side: answered with 487.
    ROLE_CONFLICT(false),
    /// Proven, but it has an attribute that we must understand and do not: answered with 420.
    UNKNOWN_ATTRIBUTE(false),

    /// Not a STUN binding message, or its fingerprint is wrong.
    MALFORMED(false),
    /// A binding message that this side has no use for.
    UNEXPECTED_KIND(false),
    /// A check without user name or integrity.
    NO_CREDENTIALS(false),
    /// Names a user that is not this peer.
    WRONG_USERNAME(false),
    /// The integrity was not made with our password.
    WRONG_KEY(false),
    /// A check seen before, now from another address.
    REPLAYED(false),
    /// More checks than a working agent sends.
    RATE_LIMITED(false),
    /// The consent has run out; only new credentials help.
    EXPIRED(false),
    /// An answer to nothing we asked.
    UNKNOWN_TRANSACTION(false),
    /// An answer from another address than the one asked (RFC 8445 section 7.2.5.2.1).
    WRONG_SOURCE(false);

    private final boolean accepted;

    IceVerdict(boolean accepted) {
        this.accepted = accepted;
    }

    /// Whether the datagram proves that the peer is at the address it came from.
    public boolean accepted() {
        return accepted;
    }
}
