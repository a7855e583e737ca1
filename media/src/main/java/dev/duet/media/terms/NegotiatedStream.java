// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

import dev.duet.media.sdp.Direction;
import java.util.List;

/// One accepted section of an offer, as the relay needs it.
///
/// @param mid the section's id, which is also the value of its MID header extension
/// @param direction as we answered it: `sends()` means that the peer takes the other side's stream of this kind
/// @param formats in our order of preference, payload types as offered
/// @param reducedSizeRtcp whether RTCP may be sent without a report in front (RFC 5506)
/// @param offered the SSRCs the peer announced for what it sends, [StreamSsrcs#NONE] when it announced none or sends
/// layers, which are told by their ids
/// @param rids the layers that the peer sends, [Rids#NONE] when it sends one stream
public record NegotiatedStream(
        String mid,
        StreamKind kind,
        Direction direction,
        List<PayloadFormat> formats,
        List<HeaderExtension> extensions,
        boolean reducedSizeRtcp,
        StreamSsrcs offered,
        Rids rids) {

    public NegotiatedStream {
        formats = List.copyOf(formats);
        extensions = List.copyOf(extensions);
    }

    /// The id under which this leg carries an extension, or 0, which is no legal id (RFC 8285 section 4.2).
    public int extensionId(HeaderExtension.Kind wanted) {
        for (HeaderExtension extension : extensions) {
            if (extension.kind() == wanted) {
                return extension.id();
            }
        }
        return 0;
    }
}
