// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.sdp;

import java.util.List;
import java.util.Optional;

/// One `a=name:value` line; a flag such as `a=rtcp-mux` has the empty value.
public record SdpAttribute(String name, String value) {

    public static SdpAttribute flag(String name) {
        return new SdpAttribute(name, "");
    }

    static Optional<String> value(List<SdpAttribute> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name.equals(name))
                .map(SdpAttribute::value)
                .findFirst();
    }

    void write(StringBuilder text) {
        text.append("a=").append(name);
        if (!value.isEmpty()) {
            text.append(':').append(value);
        }
        text.append("\r\n");
    }
}
