// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.told;

import java.util.List;

/// How loud somebody is.
///
/// @param userId empty for the own voice
/// @param volume 0 to 100
/// @param vad whether the own voice speaks: 1 or 0
/// @param pitch of the own voice in Hz; 0 when there is none
/// @param spectrumData of the own voice, 256 bands in dBFS; empty when it was not asked for
public record RtcVolumeInfo(String userId, int volume, int vad, int pitch, List<Float> spectrumData) {
    public RtcVolumeInfo {
        spectrumData = List.copyOf(spectrumData);
    }
}
