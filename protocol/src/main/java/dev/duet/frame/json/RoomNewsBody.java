// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.frame.MediaFlags;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.frame.ServerEvent.RoomNews;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.part.RoomBody;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the notifications of rooms say, each a part of it; they name the room when it is one on hold.
record RoomNewsBody(
        @Nullable RoomId room,
        @Nullable UserId userId,
        @Nullable Long reason,
        @Nullable Instant together,
        @Nullable Instant at,
        boolean held,
        MediaFlags media,
        @Nullable Long cmdId,
        long seq,
        String data) {

    static RoomNewsBody read(Members params) throws IOException, Flaw {
        RoomBody.Name room = new RoomBody.Name();
        UserId userId = null;
        Long reason = null;
        Instant together = null;
        Instant at = null;
        boolean held = false;
        boolean audio = false;
        boolean video = false;
        boolean screen = false;
        Long cmdId = null;
        long seq = 0;
        String data = "";
        while (params.next()) {
            switch (params.name()) {
                case "userId" -> userId = params.userId();
                case "reason" -> reason = params.integer(0, Integer.MAX_VALUE);
                case "together" -> together = params.unixMillis();
                case "at" -> at = params.unixMillis();
                case "held" -> held = params.flag();
                case "audio" -> audio = params.flag();
                case "video" -> video = params.flag();
                case "screen" -> screen = params.flag();
                case "cmdId" -> cmdId = params.integer(1, 10);
                case "seq" -> seq = params.integer(0, Long.MAX_VALUE);
                case "data" -> data = params.text(0, 2048);
                default -> RoomBody.skipUnless(room.takes(params), params);
            }
        }
        return new RoomNewsBody(
                room.id(), userId, reason, together, at, held, new MediaFlags(audio, video, screen), cmdId, seq, data);
    }

    ServerEvent event(String method, Members params) throws Flaw {
        RoomNews news = news(method, params);
        return room == null ? news : new ServerEvent.InHeldRoom(room, news);
    }

    private RoomNews news(String method, Members params) throws Flaw {
        if (method.equals("roomExited")) {
            return new ServerEvent.RoomExited(exitReason(params));
        }
        UserId user = params.required("userId", userId);
        return switch (method) {
            case "userEntered" -> new ServerEvent.UserEntered(user, together);
            case "userLeft" -> new ServerEvent.UserLeft(user, leaveReason(params), at);
            case "userHeld" -> new ServerEvent.UserHeld(user, held);
            case "mediaChanged" -> new ServerEvent.MediaChanged(user, media);
            default ->
                new ServerEvent.CustomCmd(user, params.required("cmdId", cmdId).intValue(), seq, data);
        };
    }

    private LeaveReason leaveReason(Members params) throws Flaw {
        long number = params.required("reason", reason);
        for (LeaveReason one : LeaveReason.values()) {
            if (one.number() == number) {
                return one;
            }
        }
        throw params.flawOf("reason", "0 (left), 1 (timed out) or 2 (kicked)");
    }

    private ExitReason exitReason(Members params) throws Flaw {
        long number = params.required("reason", reason);
        for (ExitReason one : ExitReason.values()) {
            if (one.number() == number) {
                return one;
            }
        }
        throw params.flawOf("reason", "1 (kicked) or 2 (dissolved)");
    }
}
