// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.course;

/// The guide's numbers of rooms and devices, which this SDK returns or acts on; the whole table is docs/errors.md.
public final class RoomCode {
    public static final int INVALID_PARAMETER = -2;
    /// Not now.
    public static final int REFUSED = -3;
    public static final int NOT_SUPPORTED = -4;
    public static final int CAMERA_START_FAIL = -1301;
    public static final int MIC_START_FAIL = -1302;
    public static final int SCREEN_CAPTURE_START_FAIL = -1308;
    public static final int SCREEN_CAPTURE_UNSUPPORTED = -1309;
    public static final int CAMERA_SET_PARAM_FAIL = -1315;
    public static final int CAMERA_OCCUPIED = -1316;
    public static final int MIC_OCCUPIED = -1319;
    public static final int SPEAKER_START_FAIL = -1321;
    public static final int ENTER_ROOM_FAILED = -3301;
    public static final int ENTER_ROOM_TIMEOUT = -3308;
    public static final int ENTER_ROOM_PARAM_NULL = -3316;
    public static final int SDK_APP_ID_INVALID = -3317;
    public static final int ROOM_ID_INVALID = -3318;
    public static final int USER_ID_INVALID = -3319;
    public static final int USER_SIG_INVALID = -3320;
    public static final int ENTER_ROOM_REFUSED = -3340;
    public static final int SCREEN_CAPTURE_STOPPED = -7001;
    public static final int USER_SIG_CHECK_FAILED = -100018;
    public static final int VIDEO_DENIED = -102013;
    public static final int SCREEN_DENIED = -102015;
    public static final int SCREEN_TAKEN = -102016;
    public static final int WARNING_CAMERA_LIST_EMPTY = 1111;
    public static final int WARNING_CAMERA_OCCUPIED = 1114;
    public static final int WARNING_MIC_LIST_EMPTY = 1201;
    public static final int WARNING_SPEAKER_LIST_EMPTY = 1202;
    public static final int WARNING_SCREEN_NOT_AUTHORIZED = 1206;
    public static final int WARNING_MIC_OCCUPIED = 1208;
    public static final int WARNING_ROOM_DISCONNECTED = 5101;
    public static final int WARNING_ROOM_RECONNECTING = 5102;

    private RoomCode() {}
}
