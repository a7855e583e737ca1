// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

/// A codec under the payload type of one leg.
///
/// @param rtxPayloadType the payload type of its retransmissions (RFC 4588), or [#NO_RTX]
/// @param nack whether both sides do generic NACK (RFC 4585 section 6.2.1)
/// @param pli whether both sides do picture loss indication (RFC 4585 section 6.3.1)
/// @param fir whether both sides do full intra requests (RFC 5104 section 4.3.1)
/// @param transportCc whether both sides do transport-wide congestion feedback
public record PayloadFormat(
        int payloadType, Codec codec, int rtxPayloadType, boolean nack, boolean pli, boolean fir, boolean transportCc) {
    public static final int NO_RTX = -1;

    public boolean hasRtx() {
        return rtxPayloadType != NO_RTX;
    }
}
