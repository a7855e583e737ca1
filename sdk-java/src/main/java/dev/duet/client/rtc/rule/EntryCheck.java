// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.rtc.rule;

import dev.duet.client.Code;
import dev.duet.client.Result;
import dev.duet.client.course.RoomCode;
import dev.duet.client.rtc.type.RtcParams;
import dev.duet.client.rtc.type.RtcSwitchRoomConfig;
import dev.duet.id.AppId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Judges what a room is to be entered with; refusals carry the guide's numbers.
public final class EntryCheck {
    private static final Set<Integer> TIMEOUTS = Set.of(Code.REQUEST_TIMEOUT, Code.DISCONNECTED, Code.CONNECT_TIMEOUT);
    private static final int UNKNOWN_APP = 70020;

    private EntryCheck() {}

    /// The entry, or the number of the first parameter that is wrong.
    public static Result<Entry> of(@Nullable RtcParams params) {
        if (params == null) {
            return Result.refused(RoomCode.ENTER_ROOM_PARAM_NULL, "enterRoom needs its parameters.");
        }
        Optional<AppId> app = appOf(params.sdkAppId());
        if (app.isEmpty()) {
            return Result.refused(RoomCode.SDK_APP_ID_INVALID, "sdkAppId must be 1 to 4294967295.");
        }
        Result<RoomId> room = room(params.roomId(), params.strRoomId());
        RoomId name = room.data();
        return name == null
                ? room.bare()
                : login(app.get(), params.userId(), params.userSig(), params.server())
                        .map(login -> Result.done(new Entry(login, name, params.privateMapKey())))
                        .orElseGet(() -> wrongLogin(params.userId()));
    }

    private static Optional<AppId> appOf(long sdkAppId) {
        return sdkAppId < 1 || sdkAppId > 0xFFFF_FFFFL ? Optional.empty() : Optional.of(new AppId(sdkAppId));
    }

    /// The login that a speed test or an entry needs, or why there is none.
    public static Result<Login> login(long sdkAppId, String userId, String userSig, @Nullable String server) {
        Optional<AppId> app = appOf(sdkAppId);
        if (app.isEmpty()) {
            return Result.refused(RoomCode.SDK_APP_ID_INVALID, "sdkAppId must be 1 to 4294967295.");
        }
        return login(app.get(), userId, userSig, server).map(Result::done).orElseGet(() -> wrongLogin(userId));
    }

    private static Optional<Login> login(AppId app, String userId, String userSig, @Nullable String server) {
        return userSig == null || userSig.isEmpty()
                ? Optional.empty()
                : legalUser(userId).map(user -> new Login(app, user, userSig, server));
    }

    private static Optional<UserId> legalUser(@Nullable String userId) {
        return userId == null ? Optional.empty() : UserId.of(userId);
    }

    private static <T> Result<T> wrongLogin(@Nullable String userId) {
        return legalUser(userId).isEmpty()
                ? Result.refused(RoomCode.USER_ID_INVALID, "userId must be " + UserId.RULE + '.')
                : Result.refused(RoomCode.USER_SIG_INVALID, "userSig must be the ticket that your server made.");
    }

    /// The room that `switchRoom` leads to.
    public static Result<RoomId> of(@Nullable RtcSwitchRoomConfig config) {
        return config == null
                ? Result.refused(RoomCode.ENTER_ROOM_PARAM_NULL, "switchRoom needs its parameters.")
                : room(config.roomId(), config.strRoomId());
    }

    /// Given both, the number counts; 0 and an empty name say that there is none.
    private static Result<RoomId> room(long roomId, @Nullable String strRoomId) {
        if (roomId != 0) {
            return RoomId.ofNumber(roomId)
                    .map(Result::done)
                    .orElseGet(() -> Result.refused(
                            RoomCode.ROOM_ID_INVALID, "roomId must be 1 to " + RoomId.Numbered.MAX + '.'));
        }
        if (strRoomId == null || strRoomId.isEmpty()) {
            return Result.refused(RoomCode.ROOM_ID_INVALID, "Neither a roomId nor a strRoomId was given.");
        }
        return RoomId.ofName(strRoomId)
                .map(Result::done)
                .orElseGet(
                        () -> Result.refused(RoomCode.ROOM_ID_INVALID, "strRoomId must be " + RoomId.Named.RULE + '.'));
    }

    /// What an entry was refused with, in the numbers of rooms.
    public static int entryCode(int code) {
        if (code < 0) {
            return code;
        }
        if (TIMEOUTS.contains(code)) {
            return RoomCode.ENTER_ROOM_TIMEOUT;
        }
        if (code == UNKNOWN_APP) {
            return RoomCode.SDK_APP_ID_INVALID;
        }
        return isTicketFault(code) ? RoomCode.USER_SIG_CHECK_FAILED : RoomCode.ENTER_ROOM_FAILED;
    }

    /// 70001 expired, to 70052 revoked.
    private static boolean isTicketFault(int code) {
        return (code >= 70001 && code <= 70014) || code == 70051 || code == 70052 || code == Code.USER_SIG_EXPIRED_HERE;
    }
}
