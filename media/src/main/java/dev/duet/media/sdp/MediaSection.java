// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import java.util.List;

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
}
