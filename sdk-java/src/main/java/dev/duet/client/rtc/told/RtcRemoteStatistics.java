// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.told;

import dev.duet.client.rtc.type.RtcVideoStreamType;

/// What one stream of another user did since the statistics before. Losses and block rates in percent, bitrates in
/// kbps, `audioSampleRate` in Hz, times in ms.
///
/// @param audioTotalBlockTime without sound, since the user came
/// @param videoTotalBlockTime with a picture that stood still, since the user came
/// @param finalLoss the same as `videoPacketLoss`
public record RtcRemoteStatistics(
        String userId,
        double audioPacketLoss,
        double videoPacketLoss,
        int width,
        int height,
        int frameRate,
        int videoBitrate,
        int audioSampleRate,
        int audioBitrate,
        int jitterBufferDelay,
        int audioTotalBlockTime,
        double audioBlockRate,
        int videoTotalBlockTime,
        double videoBlockRate,
        double finalLoss,
        RtcVideoStreamType streamType) {}
