// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.frame.IceServer;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.Result;
import dev.duet.frame.ResultKind;
import dev.duet.frame.RoomInfo;
import dev.duet.frame.RoomUser;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.part.InvitationBody;
import dev.duet.frame.json.part.RoomBody;
import dev.duet.frame.json.part.StatusBody;
import dev.duet.id.InviteId;
import dev.duet.id.LoginId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The result of each method, read into its record.
final class ResultBody {
    private static final long DAY_SECONDS = 86400;

    private ResultBody() {}

    static Result read(ResultKind kind, Members result) throws IOException, Flaw {
        return switch (kind) {
            case NOTHING -> nothing(result);
            case LOGGED_IN -> loggedIn(result);
            case INVITED -> invited(result);
            case INVITATION -> new Result.Invitation(InvitationBody.read(result));
            case ENTERED -> entered(result);
            case EXITED -> exited(result);
            case ANSWERED -> answered(result);
            case STATUSES -> new Result.Statuses(StatusBody.statuses(result));
        };
    }

    private static Result nothing(Members result) throws IOException {
        result.skipRest();
        return new Result.Nothing();
    }

    private static Result loggedIn(Members result) throws IOException, Flaw {
        LoginId loginId = null;
        Instant serverTime = null;
        Duration heartbeat = null;
        List<IceServer> iceServers = List.of();
        List<InvitationInfo> pending = List.of();
        RoomInfo room = null;
        RoomInfo held = null;
        while (result.next()) {
            switch (result.name()) {
                case "loginId" -> loginId = result.loginId();
                case "serverTime" -> serverTime = result.unixMillis();
                case "heartbeat" -> heartbeat = result.seconds(1, DAY_SECONDS);
                case "iceServers" -> iceServers = result.list(element -> iceServer(element.object()));
                case "pending" -> pending = result.list(element -> InvitationBody.read(element.object()));
                case "room" -> room = RoomBody.info(result.object());
                case "held" -> held = RoomBody.info(result.object());
                default -> result.skip();
            }
        }
        return new Result.LoggedIn(
                result.required("loginId", loginId),
                result.required("serverTime", serverTime),
                result.required("heartbeat", heartbeat),
                iceServers,
                pending,
                room,
                held);
    }

    private static IceServer iceServer(Members server) throws IOException, Flaw {
        List<String> urls = null;
        String username = null;
        String credential = null;
        while (server.next()) {
            switch (server.name()) {
                case "urls" -> urls = server.list(element -> element.text(1, 1024));
                case "username" -> username = server.text(0, 1024);
                case "credential" -> credential = server.text(0, 1024);
                default -> server.skip();
            }
        }
        return new IceServer(server.required("urls", urls), username, credential);
    }

    private static Result invited(Members result) throws IOException, Flaw {
        InviteId inviteId = null;
        Instant deadline = null;
        while (result.next()) {
            switch (result.name()) {
                case "inviteId" -> inviteId = result.inviteId();
                case "deadline" -> deadline = result.unixMillis();
                default -> result.skip();
            }
        }
        return new Result.Invited(result.required("inviteId", inviteId), result.required("deadline", deadline));
    }

    private static Result entered(Members result) throws IOException, Flaw {
        String sdp = null;
        List<RoomUser> users = List.of();
        Duration elapsed = Duration.ZERO;
        Instant together = null;
        while (result.next()) {
            switch (result.name()) {
                case "sdp" -> sdp = result.text(1, FrameReader.MAX_FRAME_BYTES);
                case "users" -> users = RoomBody.users(result);
                case "elapsed" -> elapsed = result.millis();
                case "together" -> together = result.unixMillis();
                default -> result.skip();
            }
        }
        return new Result.Entered(result.required("sdp", sdp), users, elapsed, together);
    }

    private static Result exited(Members result) throws IOException, Flaw {
        Instant at = null;
        while (result.next()) {
            switch (result.name()) {
                case "at" -> at = result.unixMillis();
                default -> result.skip();
            }
        }
        return new Result.Exited(at);
    }

    private static Result answered(Members result) throws IOException, Flaw {
        String sdp = null;
        while (result.next()) {
            switch (result.name()) {
                case "sdp" -> sdp = result.text(1, FrameReader.MAX_FRAME_BYTES);
                default -> result.skip();
            }
        }
        return new Result.Answered(result.required("sdp", sdp));
    }
}
