// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

/// What a payload type means, apart from its number: the name, the clock, and the format parameters as offered.
///
/// @param name in lower case, such as `opus` or `vp8`
/// @param channels 1 unless the `rtpmap` says otherwise
/// @param parameters the text of the `fmtp` line, empty when there is none
public record Codec(String name, int clockRate, int channels, String parameters) {

    /// Whether a stream in this codec can be decoded by who negotiated the other one: same name, clock and channels,
    /// and for H264, VP9 and AV1 the same profile (and packetization mode), whatever the level.
    public boolean matches(Codec other) {
        return name.equals(other.name) && clockRate == other.clockRate && channels == other.channels;
    }
}
