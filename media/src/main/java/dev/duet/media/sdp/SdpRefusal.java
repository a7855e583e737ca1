// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

/// A session description that is not taken: why, and one English sentence that says what to do.
public record SdpRefusal(Reason reason, String message) implements SdpParse {

    /// The named reasons, one metric each.
    public enum Reason {
        TOO_LARGE,
        TOO_MANY_SECTIONS,
        MALFORMED,
        NO_MEDIA,
        NO_BUNDLE,
        NO_RTCP_MUX,
        NO_CREDENTIALS,
        NO_FINGERPRINT,
        WRONG_SETUP,
        NO_COMMON_CODEC
    }
}
