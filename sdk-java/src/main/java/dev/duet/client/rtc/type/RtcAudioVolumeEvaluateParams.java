// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// What `onUserVoiceVolume` is to tell.
///
/// @param interval milliseconds, at least 100; 0 or less switches the evaluation off
public record RtcAudioVolumeEvaluateParams(
        int interval, boolean enableVadDetection, boolean enablePitchCalculation, boolean enableSpectrumCalculation) {
    /// Volumes only.
    public RtcAudioVolumeEvaluateParams(int interval) {
        this(interval, false, false, false);
    }
}
