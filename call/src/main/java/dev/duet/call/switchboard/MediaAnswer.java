// SPDX-License-Identifier: Apache-2.0
package dev.duet.call.switchboard;

/// What the media makes of an offer.
public sealed interface MediaAnswer {

    /// `sdp` is the answer.
    record Answered(String sdp) implements MediaAnswer {}

    /// `why` is one English sentence for the client.
    record Refused(String why) implements MediaAnswer {}
}
