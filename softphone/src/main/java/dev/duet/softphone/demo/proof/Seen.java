// SPDX-License-Identifier: Apache-2.0
package dev.duet.softphone.demo.proof;

import dev.duet.client.media.picture.Colour;
import org.jspecify.annotations.Nullable;

/// All the frames that came to one side.
///
/// @param ground the colour of most of the latest one; null when none came
/// @param places how many different places the bar was seen at
public record Seen(long frames, @Nullable Colour ground, int places) {
    public static final Seen NOTHING = new Seen(0, null, 0);
}
