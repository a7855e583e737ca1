// SPDX-License-Identifier: Apache-2.0
package dev.duet.media.terms;

import java.util.Locale;

/// What a stream shows. The first audio section of an offer is `AUDIO`, the first video section `CAMERA`, the second
/// `SCREEN`.
public enum StreamKind {
    AUDIO,
    CAMERA,
    SCREEN;

    /// The media type of its section: `audio` or `video`.
    public String media() {
        return this == AUDIO ? "audio" : "video";
    }

    /// The track id, and the id of the stream that holds nothing else.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
