// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.ErrorCode;
import dev.duet.frame.RoomUser;
import dev.duet.frame.Scene;
import dev.duet.frame.ServerEvent;
import dev.duet.frame.ServerEvent.KickReason;
import dev.duet.frame.ServerEvent.LocalQuality;
import dev.duet.frame.ServerEvent.RemoteQuality;
import dev.duet.frame.ServerEvent.Via;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.member.Words;
import dev.duet.frame.json.part.InvitationBody;
import dev.duet.frame.json.part.RoomBody;
import dev.duet.frame.json.part.StatusBody;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
            case "roomEntered" -> roomEntered(params);
            case "userEntered", "userLeft", "userHeld", "mediaChanged", "roomExited", "customCmd" ->
                RoomNewsBody.read(params).event(method, params);
            case "networkQuality" -> networkQuality(params);
            case "userStatusChanged" -> new ServerEvent.UserStatusChanged(StatusBody.statuses(params));
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

    private static ServerEvent roomEntered(Members params) throws IOException, Flaw {
        RoomBody.Name room = new RoomBody.Name();
        Scene scene = null;
        List<RoomUser> users = List.of();
        Duration elapsed = Duration.ZERO;
        Instant together = null;
        while (params.next()) {
            switch (params.name()) {
                case "scene" -> scene = params.word(Words.SCENE);
                case "users" -> users = RoomBody.users(params);
                case "elapsed" -> elapsed = params.millis();
                case "together" -> together = params.unixMillis();
                default -> RoomBody.skipUnless(room.takes(params), params);
            }
        }
        return new ServerEvent.RoomEntered(
                room.required(params), params.required("scene", scene), users, elapsed, together);
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
        Duration jitter = Duration.ZERO;
        while (local.next()) {
            switch (local.name()) {
                case "quality" -> quality = (int) local.integer(0, 6);
                case "rtt" -> rtt = local.millis();
                case "upLoss" -> upLoss = local.percent();
                case "jitter" -> jitter = local.millis();
                default -> local.skip();
            }
        }
        return new LocalQuality(quality, rtt, upLoss, jitter);
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
}
