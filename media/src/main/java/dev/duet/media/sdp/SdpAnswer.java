// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

/// The outcome of answering an offer.
public sealed interface SdpAnswer permits SdpAnswer.Answered, SdpRefusal {

    /// The answer for the client, and what it means for the relay.
    record Answered(SessionDescription answer, Negotiated negotiated) implements SdpAnswer {}
}
