// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.call.state;

/// The numbers of the guide that only calls end or are refused with; the others are those of [dev.duet.client.Code].
public final class CallCode {
    /// There is no camera, or it could not be started.
    public static final int CAMERA_START_FAIL = -1301;
    public static final int MIC_START_FAIL = -1302;
    public static final int SCREEN_CAPTURE_START_FAIL = -1308;
    /// It is in use by another program, or stopped by itself.
    public static final int CAMERA_OCCUPIED = -1316;
    public static final int MIC_OCCUPIED = -1319;
    public static final int SCREEN_CAPTURE_STOPPED = -7001;
    public static final int ENTER_ROOM_FAILED = -3301;
    public static final int ROOM_ID_INVALID = -3318;

    private CallCode() {}
}
