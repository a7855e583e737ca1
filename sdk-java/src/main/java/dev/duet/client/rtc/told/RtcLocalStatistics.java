// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.told;

import dev.duet.client.rtc.type.RtcVideoStreamType;

/// What one own stream did since the statistics before. Bitrates in kbps, `audioSampleRate` in Hz.
///
/// @param audioCaptureState 0: the microphone is all right; an engine does not say more
public record RtcLocalStatistics(
        int width,
        int height,
        int frameRate,
        int videoBitrate,
        int audioSampleRate,
        int audioBitrate,
        RtcVideoStreamType streamType,
        int audioCaptureState) {}
