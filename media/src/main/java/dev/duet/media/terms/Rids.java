// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

/// The layers of one camera that a browser sends at once, by their RTP stream ids (RFC 8851, RFC 8853).
///
/// @param big the id of the layer with the full picture
/// @param small the id of the layer with the small picture, empty when there is none
public record Rids(String big, String small) {
    /// Of a stream in one layer without a name.
    public static final Rids NONE = new Rids("", "");

    public boolean isEmpty() {
        return big.isEmpty();
    }

    public boolean hasSmall() {
        return !small.isEmpty();
    }
}
