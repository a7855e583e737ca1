// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.media;

/// What became of an offer.
public sealed interface Negotiation {
    /// The answer for the client.
    record Answered(String sdp) implements Negotiation {}

    /// The offer cannot be served.
    ///
    /// @param why an English sentence that says what to do
    record Refused(String why) implements Negotiation {}
}
