// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.ErrorCode;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.RoomUser;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.ExitReason;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.ServerEvent.LeaveReason;
import dev.duet.frame.ServerEvent.LocalQuality;
import dev.duet.frame.ServerEvent.RemoteQuality;
import dev.duet.frame.ServerEvent.Via;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The params of each notification, read into its record.
final class EventBody {
    private EventBody() {}

    static ServerEvent read(String method, Members params) throws IOException, Flaw {
        return switch (method) {
            case "kickedOffline" -> kickedOffline(params);
            case "userSigExpired" -> userSigExpired(params);
            case "newInvitation" -> new ServerEvent.NewInvitation(InvitationBody.read(params));
            case "invitationDelivered",
                    "inviteeAccepted",
                    "inviteeRejected",
                    "invitationCancelled",
                    "invitationTimeout",
                    "invitationModified" -> Step.read(params).event(method, params);
            case "userEntered" -> userEntered(params);
            case "userLeft" -> userLeft(params);
            case "mediaChanged" -> mediaChanged(params);
            case "networkQuality" -> networkQuality(params);
            case "roomExited" -> roomExited(params);
            case "customCmd" -> customCmd(params);
            default -> throw new Flaw(ErrorCode.NO_SUCH_METHOD, "There is no such notification; ignore it.");
        };
    }

    /// What the notifications about an invitation say, each a part of it.
    private record Step(
            @Nullable InviteId inviteId,
            @Nullable UserId inviter,
            @Nullable UserId invitee,
            @Nullable List<UserId> inviteeList,
            String data,
            @Nullable DeviceId device,
            @Nullable Via via,
            String status) {

        static Step read(Members params) throws IOException, Flaw {
            InviteId inviteId = null;
            UserId inviter = null;
            UserId invitee = null;
            List<UserId> inviteeList = null;
            String data = "";
            DeviceId device = null;
            Via via = null;
            String status = "";
            while (params.next()) {
                switch (params.name()) {
                    case "inviteId" -> inviteId = params.inviteId();
                    case "inviter" -> inviter = params.userId();
                    case "invitee" -> invitee = params.userId();
                    case "inviteeList" -> inviteeList = params.list(Members::userId);
                    case "data" -> data = params.data();
                    case "device" -> device = params.deviceId();
                    case "via" -> via = params.word(Words.VIA);
                    case "status" -> status = params.text(0, 64);
                    default -> params.skip();
                }
            }
            return new Step(inviteId, inviter, invitee, inviteeList, data, device, via, status);
        }

        ServerEvent event(String method, Members params) throws Flaw {
            InviteId id = params.required("inviteId", inviteId);
            return switch (method) {
                case "invitationDelivered" ->
                    new ServerEvent.InvitationDelivered(
                            id,
                            params.required("invitee", invitee),
                            params.required("device", device),
                            params.required("via", via),
                            status);
                case "inviteeAccepted" ->
                    new ServerEvent.InviteeAccepted(
                            id, params.required("invitee", invitee), data, params.required("device", device));
                case "inviteeRejected" ->
                    new ServerEvent.InviteeRejected(
                            id, params.required("invitee", invitee), data, params.required("device", device));
                case "invitationCancelled" ->
                    new ServerEvent.InvitationCancelled(id, params.required("inviter", inviter), data);
                case "invitationTimeout" ->
                    new ServerEvent.InvitationTimeout(id, params.required("inviteeList", inviteeList));
                default -> new ServerEvent.InvitationModified(id, data);
            };
        }
    }

    private static ServerEvent kickedOffline(Members params) throws IOException, Flaw {
        KickReason reason = null;
        while (params.next()) {
            switch (params.name()) {
                case "reason" -> reason = params.word(Words.KICK_REASON);
                default -> params.skip();
            }
        }
        return new ServerEvent.KickedOffline(params.required("reason", reason));
    }

    private static ServerEvent userSigExpired(Members params) throws IOException {
        params.skipRest();
        return new ServerEvent.UserSigExpired();
    }

    private static ServerEvent userEntered(Members params) throws IOException, Flaw {
        UserId userId = null;
        while (params.next()) {
            switch (params.name()) {
                case "userId" -> userId = params.userId();
                default -> params.skip();
            }
        }
        return new ServerEvent.UserEntered(params.required("userId", userId));
    }

    private static ServerEvent userLeft(Members params) throws IOException, Flaw {
        UserId userId = null;
        LeaveReason reason = null;
        while (params.next()) {
            switch (params.name()) {
                case "userId" -> userId = params.userId();
                case "reason" -> reason = leaveReason(params);
                default -> params.skip();
            }
        }
        return new ServerEvent.UserLeft(params.required("userId", userId), params.required("reason", reason));
    }

    private static LeaveReason leaveReason(Members params) throws IOException, Flaw {
        long number = params.integer(0, Integer.MAX_VALUE);
        for (LeaveReason reason : LeaveReason.values()) {
            if (reason.number() == number) {
                return reason;
            }
        }
        throw params.flaw("0 (left), 1 (timed out) or 2 (kicked)");
    }

    private static ServerEvent roomExited(Members params) throws IOException, Flaw {
        ExitReason reason = null;
        while (params.next()) {
            switch (params.name()) {
                case "reason" -> reason = exitReason(params);
                default -> params.skip();
            }
        }
        return new ServerEvent.RoomExited(params.required("reason", reason));
    }

    private static ExitReason exitReason(Members params) throws IOException, Flaw {
        long number = params.integer(0, Integer.MAX_VALUE);
        for (ExitReason reason : ExitReason.values()) {
            if (reason.number() == number) {
                return reason;
            }
        }
        throw params.flaw("1 (kicked) or 2 (dissolved)");
    }

    private static ServerEvent mediaChanged(Members params) throws IOException, Flaw {
        RoomUser user = roomUser(params);
        return new ServerEvent.MediaChanged(user.userId(), user.media());
    }

    static RoomUser roomUser(Members user) throws IOException, Flaw {
        UserId userId = null;
        boolean audio = false;
        boolean video = false;
        boolean screen = false;
        while (user.next()) {
            switch (user.name()) {
                case "userId" -> userId = user.userId();
                case "audio" -> audio = user.flag();
                case "video" -> video = user.flag();
                case "screen" -> screen = user.flag();
                default -> user.skip();
            }
        }
        return new RoomUser(user.required("userId", userId), new MediaFlags(audio, video, screen));
    }

    private static ServerEvent networkQuality(Members params) throws IOException, Flaw {
        LocalQuality local = null;
        List<RemoteQuality> remote = List.of();
        while (params.next()) {
            switch (params.name()) {
                case "local" -> local = localQuality(params.object());
                case "remote" -> remote = params.list(element -> remoteQuality(element.object()));
                default -> params.skip();
            }
        }
        return new ServerEvent.NetworkQuality(params.required("local", local), remote);
    }

    private static LocalQuality localQuality(Members local) throws IOException, Flaw {
        int quality = 0;
        Duration rtt = Duration.ZERO;
        double upLoss = 0;
        while (local.next()) {
            switch (local.name()) {
                case "quality" -> quality = (int) local.integer(0, 6);
                case "rtt" -> rtt = local.millis();
                case "upLoss" -> upLoss = local.percent();
                default -> local.skip();
            }
        }
        return new LocalQuality(quality, rtt, upLoss);
    }

    private static RemoteQuality remoteQuality(Members remote) throws IOException, Flaw {
        UserId userId = null;
        int quality = 0;
        double downLoss = 0;
        while (remote.next()) {
            switch (remote.name()) {
                case "userId" -> userId = remote.userId();
                case "quality" -> quality = (int) remote.integer(0, 6);
                case "downLoss" -> downLoss = remote.percent();
                default -> remote.skip();
            }
        }
        return new RemoteQuality(remote.required("userId", userId), quality, downLoss);
    }

    private static ServerEvent customCmd(Members params) throws IOException, Flaw {
        UserId userId = null;
        Long cmdId = null;
        long seq = 0;
        String data = "";
        while (params.next()) {
            switch (params.name()) {
                case "userId" -> userId = params.userId();
                case "cmdId" -> cmdId = params.integer(1, 10);
                case "seq" -> seq = params.integer(0, Long.MAX_VALUE);
                case "data" -> data = params.text(0, 2048);
                default -> params.skip();
            }
        }
        return new ServerEvent.CustomCmd(
                params.required("userId", userId),
                params.required("cmdId", cmdId).intValue(),
                seq,
                data);
    }
}
