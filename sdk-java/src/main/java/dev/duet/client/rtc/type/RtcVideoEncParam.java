// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.type;

/// How a picture is encoded.
///
/// @param videoFps 1 to 60 frames a second
/// @param videoBitrate kbps, 1 to 20000
public record RtcVideoEncParam(
        RtcVideoResolution videoResolution,
        RtcVideoResolutionMode videoResolutionMode,
        int videoFps,
        int videoBitrate) {
    private static final int USUAL_FPS = 15;
    private static final int MOST_FPS = 60;
    private static final int MOST_KBPS = 20_000;

    /// Upright, 15 frames a second, and what a call needs for that size.
    public RtcVideoEncParam(RtcVideoResolution videoResolution) {
        this(videoResolution, RtcVideoResolutionMode.PORTRAIT, USUAL_FPS, videoResolution.kbps());
    }

    public RtcVideoEncParam withMode(RtcVideoResolutionMode mode) {
        return new RtcVideoEncParam(videoResolution, mode, videoFps, videoBitrate);
    }

    public RtcVideoEncParam withFps(int framesPerSecond) {
        return new RtcVideoEncParam(videoResolution, videoResolutionMode, framesPerSecond, videoBitrate);
    }

    public RtcVideoEncParam withBitrate(int kbps) {
        return new RtcVideoEncParam(videoResolution, videoResolutionMode, videoFps, kbps);
    }

    /// Whether it stands for something.
    public boolean isLegal() {
        return videoFps >= 1 && videoFps <= MOST_FPS && videoBitrate >= 1 && videoBitrate <= MOST_KBPS;
    }

    /// In pixels, as it stands.
    public int width() {
        return videoResolutionMode == RtcVideoResolutionMode.LANDSCAPE
                ? videoResolution.width()
                : videoResolution.height();
    }

    /// In pixels, as it stands.
    public int height() {
        return videoResolutionMode == RtcVideoResolutionMode.LANDSCAPE
                ? videoResolution.height()
                : videoResolution.width();
    }

    /// How much a captured picture is scaled down to be no larger than this, whichever way the device is held; never
    /// up.
    ///
    /// @param capturedWidth in pixels; 0 when it is not known
    /// @param capturedHeight in pixels; 0 when it is not known
    public double scaleDown(int capturedWidth, int capturedHeight) {
        double longer = (double) Math.max(capturedWidth, capturedHeight) / Math.max(width(), height());
        double shorter = (double) Math.min(capturedWidth, capturedHeight) / Math.min(width(), height());
        return Math.max(1, Math.max(longer, shorter));
    }
}
