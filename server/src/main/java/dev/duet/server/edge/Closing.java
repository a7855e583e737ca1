// SPDX-License-Identifier: Apache-2.0
package dev.duet.server.edge;

import java.util.Locale;

/// Why the server closes a socket: the close code and reason a client sees (RFC 6455 section 7.4; 4000 and up are
/// ours).
public enum Closing {
    SERVER_STOPS(1001, "the server is stopping; connect again in a moment"),
    NOT_UTF8(1007, "text frames must be UTF-8"),
    TOO_LARGE(1009, "the frame is far too large"),
    NEVER_LOGGED_IN(4001, "log in sooner after connecting"),
    KICKED(4002, "kicked offline; do not reconnect by yourself"),
    REPLACED(4003, "this device logged in on another socket"),
    TOO_FAST(4004, "frames came far too fast"),
    SLOW_READER(4005, "the client does not read what it is sent"),
    SILENT(4006, "nothing was heard for too long");

    private final short code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = (short) code;
        this.reason = reason;
    }

    short code() {
        return code;
    }

    String reason() {
        return reason;
    }

    /// For metrics.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
