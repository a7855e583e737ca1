// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.stay;

import dev.duet.client.media.flow.AudioSource;
import dev.duet.client.media.flow.VideoSource;
import dev.duet.frame.MediaFlags;
import org.jspecify.annotations.Nullable;

/// What oneself has to send, as a room takes it; on the session's thread.
public interface OwnMedia {
    /// What the others are told.
    MediaFlags flags();

    /// What is to be sent now.
    Outgoing outgoing();

    /// Runs code whenever one of these has changed; returns what takes it off again.
    Runnable onChange(Runnable code);

    /// A source for each kind; null sends nothing.
    record Outgoing(
            @Nullable AudioSource audio,
            @Nullable VideoSource camera,
            @Nullable VideoSource screen) {
        public static final Outgoing NOTHING = new Outgoing(null, null, null);
    }
}
