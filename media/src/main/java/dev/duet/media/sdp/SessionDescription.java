// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import java.util.List;

/// A session description (RFC 8866), reduced to what offers and answers of calls use.
///
/// @param origin the value of the `o=` line
/// @param attributes of the session level
/// @param sections in the order of the text
public record SessionDescription(String origin, List<SdpAttribute> attributes, List<MediaSection> sections)
        implements SdpParse {

    public SessionDescription {
        attributes = List.copyOf(attributes);
        sections = List.copyOf(sections);
    }

    /// Reads a text that may hold anything.
    public static SdpParse parse(String text) {
        return new SdpRefusal(SdpRefusal.Reason.MALFORMED, "Not read yet.");
    }

    /// The text for the wire, with CRLF line ends.
    public String write() {
        return "";
    }
}
