// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.answer;

import dev.duet.media.sdp.SdpRefusal;
import dev.duet.media.sdp.SessionDescription;
import dev.duet.media.terms.Negotiated;

/// The outcome of answering an offer.
public sealed interface SdpAnswer {

    /// The answer for the client, and what it means for the relay.
    record Answered(SessionDescription answer, Negotiated negotiated) implements SdpAnswer {}

    /// The offer is not taken.
    record Refused(SdpRefusal refusal) implements SdpAnswer {}
}
