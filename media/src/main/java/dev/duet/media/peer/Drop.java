// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.peer;

import dev.duet.media.ice.IceVerdict;
import dev.duet.media.srtp.ProtectVerdict;
import dev.duet.media.srtp.UnprotectVerdict;
import java.util.Locale;

/// Why a datagram, or a packet in it, was not used.
public enum Drop {
    /// Neither STUN, DTLS, RTP nor RTCP.
    UNKNOWN_KIND,
    /// From an address that no peer has proven to be at.
    UNKNOWN_ADDRESS,
    /// A STUN check for a user name fragment that no peer has.
    UNKNOWN_UFRAG,
    /// Larger than any datagram that a peer sends.
    TOO_LARGE,

    STUN_MALFORMED,
    STUN_UNEXPECTED_KIND,
    STUN_NO_CREDENTIALS,
    STUN_WRONG_USERNAME,
    STUN_WRONG_KEY,
    STUN_REPLAYED,
    STUN_RATE_LIMITED,
    STUN_EXPIRED,
    /// Well-formed and proven, but answered with an error.
    STUN_REFUSED,

    /// For an association that has ended.
    DTLS_AFTER_END,

    /// Media that overtook the handshake.
    SRTP_BEFORE_KEYS,
    SRTP_MALFORMED,
    SRTP_REPLAYED,
    SRTP_TOO_OLD,
    /// Or not encrypted at all.
    SRTP_FORGED,
    SRTP_TOO_MANY_SOURCES,

    RTP_MALFORMED,
    /// Of a source that was not announced and cannot be told by MID.
    RTP_UNKNOWN_SOURCE,
    /// Of a payload type that was not negotiated for its stream.
    RTP_UNKNOWN_PAYLOAD,
    /// Of a codec that the other side did not negotiate.
    RTP_NO_COMMON_CODEC,
    RTP_DUPLICATE,
    RTP_TOO_OLD,
    RTCP_MALFORMED,

    /// There is no path to send on.
    SEND_NO_PATH,
    /// Protection refused the packet; see the verdict for a bug of ours.
    SEND_NOT_PROTECTED,
    /// The socket had no room for the packet.
    SEND_SOCKET_FULL,
    /// The system refused to send the packet.
    SEND_FAILED,

    /// A bug of ours met it; the log has more.
    INTERNAL_ERROR;

    /// As a metric label: lower case with underscores.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Drop of(IceVerdict verdict) {
        return switch (verdict) {
            case MALFORMED -> STUN_MALFORMED;
            case NO_CREDENTIALS -> STUN_NO_CREDENTIALS;
            case WRONG_USERNAME -> STUN_WRONG_USERNAME;
            case WRONG_KEY -> STUN_WRONG_KEY;
            case REPLAYED -> STUN_REPLAYED;
            case RATE_LIMITED -> STUN_RATE_LIMITED;
            case EXPIRED -> STUN_EXPIRED;
            case ROLE_CONFLICT, UNKNOWN_ATTRIBUTE -> STUN_REFUSED;
            case UNEXPECTED_KIND, UNKNOWN_TRANSACTION, WRONG_SOURCE, ACCEPTED, PATH_CHANGED -> STUN_UNEXPECTED_KIND;
        };
    }

    static Drop of(UnprotectVerdict verdict) {
        return switch (verdict) {
            case OK, MALFORMED -> SRTP_MALFORMED;
            case REPLAYED -> SRTP_REPLAYED;
            case TOO_OLD -> SRTP_TOO_OLD;
            case FORGED, UNENCRYPTED -> SRTP_FORGED;
            case TOO_MANY_SOURCES -> SRTP_TOO_MANY_SOURCES;
        };
    }

    static Drop of(ProtectVerdict verdict) {
        assert verdict != ProtectVerdict.OK;
        return SEND_NOT_PROTECTED;
    }
}
