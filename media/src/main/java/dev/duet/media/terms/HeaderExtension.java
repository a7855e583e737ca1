// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

import dev.duet.media.sdp.Direction;
import java.util.Optional;

/// An RTP header extension under the id of one leg (RFC 8285).
///
/// @param direction as we answered it
public record HeaderExtension(int id, Kind kind, Direction direction) {

    /// The extensions that we negotiate; every other one is left out of an answer.
    public enum Kind {
        TRANSPORT_CC("http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"),
        MID("urn:ietf:params:rtp-hdrext:sdes:mid"),
        RTP_STREAM_ID("urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id"),
        REPAIRED_RTP_STREAM_ID("urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id"),
        AUDIO_LEVEL("urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
        TRANSMISSION_OFFSET("urn:ietf:params:rtp-hdrext:toffset"),
        VIDEO_ORIENTATION("urn:3gpp:video-orientation"),
        PLAYOUT_DELAY("http://www.webrtc.org/experiments/rtp-hdrext/playout-delay"),
        VIDEO_CONTENT_TYPE("http://www.webrtc.org/experiments/rtp-hdrext/video-content-type"),
        ABSOLUTE_CAPTURE_TIME("http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time");

        private final String uri;

        Kind(String uri) {
            this.uri = uri;
        }

        public String uri() {
            return uri;
        }

        /// Whether it names something of the browser's own offer, which means nothing, or something wrong, to another.
        public boolean isOfOneLeg() {
            return this == MID || isOfLayers();
        }

        /// Whether it tells the layers of a simulcast apart (RFC 8852).
        public boolean isOfLayers() {
            return this == RTP_STREAM_ID || this == REPAIRED_RTP_STREAM_ID;
        }

        public static Optional<Kind> of(String uri) {
            for (Kind kind : values()) {
                if (kind.uri.equals(uri)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
