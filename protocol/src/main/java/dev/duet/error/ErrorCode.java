// SPDX-License-Identifier: Apache-2.0
package dev.duet.error;

import java.util.Optional;

/// Every code a client can meet, with its number on the wire.
public enum ErrorCode {
    NOT_JSON(-32700, 400, Retry.NEVER, "The frame is not JSON."),
    NOT_A_REQUEST(-32600, 400, Retry.NEVER, "The frame is not a JSON-RPC 2.0 request."),
    NO_SUCH_METHOD(-32601, 404, Retry.NEVER, "There is no such method."),
    WRONG_PARAMS(-32602, 400, Retry.NEVER, "A parameter is missing, has the wrong type or is out of range."),

    SERVER_BUSY(6012, 503, Retry.LATER, "The server did not get to the request in time."),
    NOT_LOGGED_IN(6014, 401, Retry.NEVER, "The socket is not logged in, or was kicked."),
    IN_PROGRESS(6015, 409, Retry.LATER, "The same operation is already running."),
    INVALID_PARAMETERS(6017, 400, Retry.NEVER, "The parameters are legal one by one but not together."),
    INVALID_RECEIVER(6032, 400, Retry.NEVER, "The receiver does not exist or may not be called."),
    FREQUENCY_LIMIT(7008, 429, Retry.LATER, "Requests come too fast."),
    NOT_SUPPORTED(
            7013, 501, Retry.NEVER, "This server does not offer the function, or it is switched off for the app."),
    MESSAGE_TOO_LARGE(8001, 413, Retry.NEVER, "The data is larger than 12288 bytes."),
    INVALID_INVITE_ID(8010, 404, Retry.NEVER, "The invitation is unknown or has already ended."),
    NO_PERMISSION(8011, 403, Retry.NEVER, "The invitation belongs to somebody else."),
    ALREADY_EXISTS(8012, 409, Retry.NEVER, "The invitation id is already taken."),
    FRAME_TOO_LARGE(9522, 413, Retry.NEVER, "The frame is larger than 65536 bytes."),

    UNKNOWN_USER(20003, 404, Retry.NEVER, "The user id is not legal or not known."),
    REFUSED_BY_APP(20006, 403, Retry.NEVER, "The app's own server refused the invitation."),
    BLOCKED_BY_RECEIVER(20007, 403, Retry.NEVER, "The receiver has blocked the sender."),
    SENDER_MUTED(20012, 403, Retry.NEVER, "The sender may not invite for now."),

    USERSIG_EXPIRED(70001, 401, Retry.NEVER, "The UserSig has expired."),
    USERSIG_EMPTY(70002, 401, Retry.NEVER, "The UserSig is empty."),
    USERSIG_MALFORMED(70003, 401, Retry.NEVER, "The UserSig cannot be decoded."),
    USERSIG_FORGED(70009, 401, Retry.NEVER, "The UserSig was not made with this app's key."),
    USERSIG_OTHER_USER(70013, 401, Retry.NEVER, "The UserSig is another user's."),
    USERSIG_OTHER_APP(70014, 401, Retry.NEVER, "The UserSig is another app's."),
    UNKNOWN_APP(70020, 401, Retry.NEVER, "The SDKAppID is not known here."),
    TOO_MANY_FAILURES(70050, 429, Retry.LATER, "Too many tickets were refused; wait a minute."),
    ACCOUNT_BLOCKED(70051, 403, Retry.NEVER, "The account is on the app's blocklist."),
    USERSIG_REVOKED(70052, 401, Retry.NEVER, "The UserSig was revoked."),
    UNKNOWN_ACCOUNT(70107, 404, Retry.NEVER, "The account does not exist."),
    ILLEGAL_ARGUMENT(70402, 400, Retry.NEVER, "An argument is illegal."),
    ADMIN_NEEDED(70403, 403, Retry.NEVER, "Only the app's administrator may do this."),
    INTERNAL(70500, 500, Retry.LATER, "The server failed; the fault is its own."),
    LOGIN_TOO_FREQUENT(72010, 429, Retry.LATER, "Logins, logouts or push set-ups come too fast."),

    ROOM_SDP_REFUSED(-3301, 400, Retry.NEVER, "The SDP offer cannot be answered."),
    ROOM_ENTER_REFUSED(-3340, 409, Retry.NEVER, "The user is already entering or in this room."),
    PRIVATE_MAP_KEY_INVALID(-100006, 403, Retry.NEVER, "The PrivateMapKey does not open this room."),
    APP_SUSPENDED(-100013, 403, Retry.NEVER, "The app is suspended."),
    ROOM_USERSIG_INVALID(-100018, 401, Retry.NEVER, "The UserSig given at entry is wrong or expired."),
    ROOM_NOT_FOUND(-102005, 404, Retry.NEVER, "The user is in no such room."),
    ROOM_CREATE_DENIED(-102010, 403, Retry.NEVER, "The PrivateMapKey does not allow creating the room."),
    ROOM_ENTER_DENIED(-102011, 403, Retry.NEVER, "The PrivateMapKey does not allow entering the room."),
    VIDEO_DENIED(-102013, 403, Retry.NEVER, "The PrivateMapKey does not allow sending video."),
    SCREEN_DENIED(-102015, 403, Retry.NEVER, "The PrivateMapKey does not allow sharing a screen."),
    SCREEN_TAKEN(-102016, 409, Retry.NEVER, "The other user already shares a screen."),
    REMOVED_FROM_ROOM(-102018, 403, Retry.NEVER, "The user was removed from the room."),
    ROOM_FULL(-102052, 403, Retry.NEVER, "The room already holds two users.");

    /// Whether the same request may succeed when it is sent again later.
    public enum Retry {
        NEVER,
        LATER
    }

    private final int number;
    private final int httpStatus;
    private final Retry retry;
    private final String meaning;

    ErrorCode(int number, int httpStatus, Retry retry, String meaning) {
        this.number = number;
        this.httpStatus = httpStatus;
        this.retry = retry;
        this.meaning = meaning;
    }

    /// The number on the wire.
    public int number() {
        return number;
    }

    /// The status with which an HTTP answer carries this code.
    public int httpStatus() {
        return httpStatus;
    }

    public Retry retry() {
        return retry;
    }

    /// One English sentence.
    public String meaning() {
        return meaning;
    }

    /// The code with this number, if there is one.
    public static Optional<ErrorCode> of(int number) {
        for (ErrorCode code : values()) {
            if (code.number == number) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
