// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import dev.duet.client.media.MediaKind;
import dev.duet.client.rtc.type.RtcVideoStreamType;
import dev.duet.id.UserId;

/// Which picture of another user.
///
/// @param kind CAMERA or SCREEN
public record Place(UserId user, MediaKind kind) {
    public static MediaKind kindOf(RtcVideoStreamType streamType) {
        return streamType == RtcVideoStreamType.SUB ? MediaKind.SCREEN : MediaKind.CAMERA;
    }
}
