// SPDX-License-Identifier: Apache-2.0
package dev.duet.client;

/// The numbers this SDK itself returns or acts on; the server's whole table is docs/errors.md.
public final class Code {
    public static final int OK = 0;
    public static final int NO_SUCH_METHOD = -32601;
    public static final int WRONG_PARAMS = -32602;
    public static final int REQUEST_TIMEOUT = 6012;
    public static final int SDK_NOT_INITIALIZED = 6013;
    public static final int NOT_LOGGED_IN = 6014;
    public static final int IN_PROGRESS = 6015;
    public static final int INVALID_PARAMETERS = 6017;
    public static final int USER_SIG_EXPIRED_HERE = 6206;
    public static final int KICKED_OFFLINE = 6208;
    public static final int INVALID_USER_ID = 7003;
    public static final int FREQUENCY_LIMIT = 7008;
    public static final int LOGIN_INTERRUPTED = 7009;
    public static final int NOT_SUPPORTED_HERE = 7013;
    public static final int LOGIN_IN_PROGRESS = 7501;
    public static final int LOGOUT_IN_PROGRESS = 7502;
    public static final int DATA_TOO_LARGE = 8001;
    public static final int INVALID_INVITE_ID = 8010;
    public static final int NO_PERMISSION = 8011;
    public static final int ALREADY_EXISTS = 8012;
    public static final int DISCONNECTED = 9508;
    public static final int CONNECT_TIMEOUT = 9510;
    public static final int UNKNOWN_USER = 20003;
    public static final int USER_SIG_EXPIRED = 70001;
    public static final int TOO_MANY_FAILURES = 70050;
    public static final int SERVER_FAULT = 70500;
    /// The SDK failed; a bug.
    public static final int FAILED = -1;
    public static final int BAD_ANSWER = -7;
    public static final int ROOM_NOT_FOUND = -102005;

    private Code() {}
}
