// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import java.util.List;
import java.util.Optional;

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
        return SdpReader.read(text);
    }

    /// The value of the first attribute of that name on the session level.
    public Optional<String> value(String name) {
        return SdpAttribute.value(attributes, name);
    }

    /// The text for the wire, with CRLF line ends.
    public String write() {
        StringBuilder text = new StringBuilder(4096);
        text.append("v=0\r\no=").append(origin).append("\r\ns=-\r\nt=0 0\r\n");
        attributes.forEach(attribute -> attribute.write(text));
        sections.forEach(section -> section.write(text));
        return text.toString();
    }
}
