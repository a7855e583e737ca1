// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One `m=` line with the lines that belong to it (RFC 8866 section 5.14).
///
/// @param media such as `audio` or `video`
/// @param port 0 when the section is refused or unused
/// @param protocol such as `UDP/TLS/RTP/SAVPF`
/// @param formats payload types, in order of preference
/// @param connection the value of the `c=` line, empty when there is none
public record MediaSection(
        String media,
        int port,
        String protocol,
        List<String> formats,
        String connection,
        List<SdpAttribute> attributes) {

    public MediaSection {
        formats = List.copyOf(formats);
        attributes = List.copyOf(attributes);
    }

    public boolean has(String name) {
        return value(name).isPresent();
    }

    /// The value of the first attribute of that name.
    public Optional<String> value(String name) {
        return SdpAttribute.value(attributes, name);
    }

    /// The values of every attribute of that name, in order.
    public Stream<String> values(String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(SdpAttribute::value);
    }

    /// The id of the section (RFC 5888), empty when it has none.
    public String mid() {
        return value("mid").orElse("");
    }

    /// Whether the section is in use. A bundled section may have port 0 and still be (RFC 8843 section 6).
    public boolean isOpen() {
        return port != 0 || has("bundle-only");
    }

    /// The direction: the section's own line, or the session's, or sendrecv (RFC 8866 section 6.7).
    public Direction direction(SessionDescription session) {
        for (Direction direction : Direction.values()) {
            if (has(direction.text())) {
                return direction;
            }
        }
        for (Direction direction : Direction.values()) {
            if (session.value(direction.text()).isPresent()) {
                return direction;
            }
        }
        return Direction.SENDRECV;
    }

    void write(StringBuilder text) {
        text.append("m=").append(media).append(' ').append(port).append(' ').append(protocol);
        formats.forEach(format -> text.append(' ').append(format));
        text.append("\r\n");
        if (!connection.isEmpty()) {
            text.append("c=").append(connection).append("\r\n");
        }
        attributes.forEach(attribute -> attribute.write(text));
    }
}
