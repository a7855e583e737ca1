// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Device;
import dev.duet.frame.OfflinePushInfo;
import dev.duet.frame.Platform;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.frame.json.member.Words;
import dev.duet.frame.json.part.RoomBody;
import dev.duet.frame.json.part.StatusBody;
import dev.duet.id.AppId;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The params of each method, read into its record. Unknown members are stepped over.
final class RequestBody {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    static final int MAX_PUSH_INFO_BYTES = 4096;
    static final int MAX_ASKED = 500;
    static final int MAX_SUBSCRIBED = 100;

    private RequestBody() {}

    static ClientRequest read(String method, Members params) throws IOException, Flaw {
        return switch (method) {
            case "login" -> login(params);
            case "logout" -> nothing(params, new ClientRequest.Logout());
            case "setPushToken" -> setPushToken(params);
            case "invite" -> invite(params);
            case "cancel" -> step(params, ClientRequest.Cancel::new);
            case "accept" -> step(params, ClientRequest.Accept::new);
            case "reject" -> step(params, ClientRequest.Reject::new);
            case "modifyInvitation" -> modifyInvitation(params);
            case "getInvitation" -> getInvitation(params);
            case "warmUp" -> RoomRequestBody.warmUp(params);
            case "enterRoom" -> RoomRequestBody.enterRoom(params);
            case "restartIce" -> RoomRequestBody.offer(params, ClientRequest.RestartIce::new);
            case "setMedia" -> new ClientRequest.SetMedia(RoomBody.flags(params));
            case "setReceive" -> new ClientRequest.SetReceive(RoomBody.wish(params));
            case "holdRoom" -> nothing(params, new ClientRequest.HoldRoom());
            case "exitRoom" -> RoomRequestBody.exitRoom(params);
            case "sendCustomCmd" -> RoomRequestBody.sendCustomCmd(params);
            case "startSpeedTest" -> RoomRequestBody.offer(params, ClientRequest.StartSpeedTest::new);
            case "stopSpeedTest" -> nothing(params, new ClientRequest.StopSpeedTest());
            case "getUserStatus" -> users(params, 1, MAX_ASKED, ClientRequest.GetUserStatus::new);
            case "subscribeUserStatus" -> users(params, 1, MAX_SUBSCRIBED, ClientRequest.SubscribeUserStatus::new);
            case "unsubscribeUserStatus" -> users(params, 0, MAX_SUBSCRIBED, ClientRequest.UnsubscribeUserStatus::new);
            case "setSelfStatus" -> setSelfStatus(params);
            default -> throw noSuch(method);
        };
    }

    private static Flaw noSuch(String method) {
        boolean isWord = method.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '`');
        return new Flaw(
                ErrorCode.NO_SUCH_METHOD,
                (isWord ? "There is no method `" + method + "`" : "There is no such method")
                        + "; see docs/protocol.md.");
    }

    private static ClientRequest nothing(Members params, ClientRequest request) throws IOException {
        params.skipRest();
        return request;
    }

    private static ClientRequest login(Members params) throws IOException, Flaw {
        AppId sdkAppId = null;
        UserId userId = null;
        String userSig = null;
        Device device = null;
        while (params.next()) {
            switch (params.name()) {
                case "sdkAppId" -> sdkAppId = new AppId(params.integer(1, 0xFFFF_FFFFL));
                case "userId" -> userId = params.userId();
                case "userSig" -> userSig = params.text(0, FrameReader.MAX_FRAME_BYTES);
                case "device" -> device = device(params.object());
                default -> params.skip();
            }
        }
        return new ClientRequest.Login(
                params.required("sdkAppId", sdkAppId),
                params.required("userId", userId),
                params.required("userSig", userSig),
                params.required("device", device));
    }

    private static Device device(Members device) throws IOException, Flaw {
        DeviceId id = null;
        Platform platform = null;
        String name = "";
        while (device.next()) {
            switch (device.name()) {
                case "id" -> id = device.deviceId();
                case "platform" -> platform = device.word(Words.PLATFORM);
                case "name" -> name = device.text(0, 64);
                default -> device.skip();
            }
        }
        return new Device(device.required("id", id), device.required("platform", platform), name);
    }

    private static ClientRequest setPushToken(Members params) throws IOException, Flaw {
        String vendor = null;
        String token = null;
        String businessId = "";
        while (params.next()) {
            switch (params.name()) {
                case "vendor" -> vendor = params.text(1, 32);
                case "token" -> token = params.text(1, 4096);
                case "businessId" -> businessId = params.text(0, 64);
                default -> params.skip();
            }
        }
        return new ClientRequest.SetPushToken(
                params.required("vendor", vendor), params.required("token", token), businessId);
    }

    private static ClientRequest invite(Members params) throws IOException, Flaw {
        UserId invitee = null;
        String data = "";
        Duration timeout = DEFAULT_TIMEOUT;
        boolean onlineUserOnly = false;
        OfflinePushInfo offlinePushInfo = null;
        InviteId inviteId = null;
        while (params.next()) {
            switch (params.name()) {
                case "invitee" -> invitee = params.userId();
                case "data" -> data = params.data();
                case "timeout" -> timeout = params.seconds(0, Members.MAX_TIMEOUT_SECONDS);
                case "onlineUserOnly" -> onlineUserOnly = params.flag();
                case "offlinePushInfo" -> offlinePushInfo = new OfflinePushInfo(params.rawObject(MAX_PUSH_INFO_BYTES));
                case "inviteId" -> inviteId = params.inviteId();
                default -> params.skip();
            }
        }
        return new ClientRequest.Invite(
                params.required("invitee", invitee), data, timeout, onlineUserOnly, offlinePushInfo, inviteId);
    }

    private static ClientRequest step(Members params, BiFunction<InviteId, String, ClientRequest> step)
            throws IOException, Flaw {
        InviteId inviteId = null;
        String data = "";
        while (params.next()) {
            switch (params.name()) {
                case "inviteId" -> inviteId = params.inviteId();
                case "data" -> data = params.data();
                default -> params.skip();
            }
        }
        return step.apply(params.required("inviteId", inviteId), data);
    }

    private static ClientRequest modifyInvitation(Members params) throws IOException, Flaw {
        InviteId inviteId = null;
        String data = null;
        while (params.next()) {
            switch (params.name()) {
                case "inviteId" -> inviteId = params.inviteId();
                case "data" -> data = params.data();
                default -> params.skip();
            }
        }
        return new ClientRequest.ModifyInvitation(params.required("inviteId", inviteId), params.required("data", data));
    }

    private static ClientRequest getInvitation(Members params) throws IOException, Flaw {
        InviteId inviteId = null;
        while (params.next()) {
            switch (params.name()) {
                case "inviteId" -> inviteId = params.inviteId();
                default -> params.skip();
            }
        }
        return new ClientRequest.GetInvitation(params.required("inviteId", inviteId));
    }

    private static ClientRequest users(Members params, int min, int max, Function<List<UserId>, ClientRequest> request)
            throws IOException, Flaw {
        List<UserId> userIds = min == 0 ? List.of() : null;
        while (params.next()) {
            switch (params.name()) {
                case "userIds" -> userIds = params.list(min, max, Members::userId);
                default -> params.skip();
            }
        }
        return request.apply(params.required("userIds", userIds));
    }

    private static ClientRequest setSelfStatus(Members params) throws IOException, Flaw {
        String customStatus = null;
        while (params.next()) {
            switch (params.name()) {
                case "customStatus" -> customStatus = params.text(0, StatusBody.MAX_STATUS_CHARS);
                default -> params.skip();
            }
        }
        return new ClientRequest.SetSelfStatus(params.required("customStatus", customStatus));
    }
}
