// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.peer;

/// How far a peer has come. `Closed` is final; `Lost` ends with an ICE restart.
public sealed interface PeerState {
    /// Nothing has proven the peer's address yet.
    record New() implements PeerState {}

    /// The peer is there; keys are being agreed.
    record Connecting() implements PeerState {}

    /// Media can flow.
    record Secured() implements PeerState {}

    /// The peer's consent to be sent to has run out.
    record Lost() implements PeerState {}

    record Closed(CloseReason reason) implements PeerState {}

    /// Why a peer ended.
    enum CloseReason {
        /// We closed it.
        CLOSED_HERE,
        /// The peer closed its DTLS association.
        CLOSED_BY_PEER,
        /// The handshake failed for a reason that a repetition does not cure.
        HANDSHAKE_FAILED,
        /// The certificate is not the signaled one: somebody else answered.
        WRONG_FINGERPRINT,
        /// The keys were not usable.
        BAD_KEYS
    }
}
