// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

import org.jspecify.annotations.Nullable;

/// What a speed test is run with.
///
/// @param expectedUpBandwidth kbps, 10 to 5000; 0 leaves the measurement out
/// @param expectedDownBandwidth as `expectedUpBandwidth`
/// @param server as in [RtcParams]
public record RtcSpeedTestParams(
        long sdkAppId,
        String userId,
        String userSig,
        int expectedUpBandwidth,
        int expectedDownBandwidth,
        @Nullable String server) {
    /// Loss and delay only.
    public RtcSpeedTestParams(long sdkAppId, String userId, String userSig) {
        this(sdkAppId, userId, userSig, 0, 0, null);
    }

    public RtcSpeedTestParams withBandwidth(int upKbps, int downKbps) {
        return new RtcSpeedTestParams(sdkAppId, userId, userSig, upKbps, downKbps, server);
    }

    public RtcSpeedTestParams withServer(@Nullable String origin) {
        return new RtcSpeedTestParams(sdkAppId, userId, userSig, expectedUpBandwidth, expectedDownBandwidth, origin);
    }

    /// Without the ticket.
    @Override
    public String toString() {
        return "RtcSpeedTestParams[sdkAppId=" + sdkAppId + ", userId=" + userId + ']';
    }
}
