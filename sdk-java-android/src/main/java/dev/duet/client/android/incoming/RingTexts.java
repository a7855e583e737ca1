// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.android.incoming;

/// What is written on notifications of calls.
///
/// @param channel the channel's name in the phone's settings
/// @param unknown who calls, when nobody told
public record RingTexts(
        String channel,
        String voiceCall,
        String videoCall,
        String talking,
        String accept,
        String decline,
        String hangUp,
        String unknown) {
    public static final RingTexts ENGLISH = new RingTexts(
            "Incoming calls",
            "Incoming voice call",
            "Incoming video call",
            "Call in progress",
            "Accept",
            "Decline",
            "Hang up",
            "Unknown caller");

    public static final RingTexts CHINESE = new RingTexts("来电", "邀请您语音通话", "邀请您视频通话", "通话中", "接听", "拒绝", "挂断", "未知来电");
}
