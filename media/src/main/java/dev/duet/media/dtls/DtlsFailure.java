// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.dtls;

/// Why a handshake ended without keys.
public enum DtlsFailure {
    /// The certificate is not the one whose fingerprint the peer signaled (RFC 5763 section 5).
    FINGERPRINT_MISMATCH,
    /// The peer showed no certificate.
    NO_CERTIFICATE,
    /// The peer offered no SRTP profile that we speak, or no `use_srtp` at all (RFC 5764 section 4.1).
    NO_COMMON_SRTP_PROFILE,
    /// The peer's handshake broke the protocol or offered nothing acceptable.
    PROTOCOL_ERROR,
    /// The peer sent a fatal alert.
    REFUSED_BY_PEER,
    /// The handshake did not finish in time.
    TIMED_OUT,
    /// The shell had no thread for the handshake.
    NO_THREAD
}
