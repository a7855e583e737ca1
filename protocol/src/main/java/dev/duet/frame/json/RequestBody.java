// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json;

import dev.duet.error.ErrorCode;
import dev.duet.frame.ClientRequest;
import dev.duet.frame.Device;
import dev.duet.frame.MediaFlags;
import dev.duet.frame.OfflinePushInfo;
import dev.duet.frame.Platform;
import dev.duet.frame.Scene;
import dev.duet.id.AppId;
import dev.duet.id.DeviceId;
import dev.duet.id.InviteId;
import dev.duet.id.RoomId;
import dev.duet.id.UserId;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The params of each method, read into its record. Unknown members are stepped over.
final class RequestBody {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
    static final int MAX_PUSH_INFO_BYTES = 4096;
    static final int MAX_CUSTOM_BYTES = 1024;
    private static final int MAX_CUSTOM_CHARS = 4 * ((MAX_CUSTOM_BYTES + 2) / 3);

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
            case "enterRoom" -> enterRoom(params);
            case "restartIce" -> restartIce(params);
            case "setMedia" -> new ClientRequest.SetMedia(media(params));
            case "exitRoom" -> nothing(params, new ClientRequest.ExitRoom());
            case "sendCustomCmd" -> sendCustomCmd(params);
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

    private static ClientRequest enterRoom(Members params) throws IOException, Flaw {
        RoomId numbered = null;
        RoomId named = null;
        Scene scene = null;
        String sdp = null;
        String userSig = null;
        String privateMapKey = null;
        while (params.next()) {
            switch (params.name()) {
                case "roomId" -> numbered = params.roomNumber();
                case "strRoomId" -> named = params.roomName();
                case "scene" -> scene = params.word(Words.SCENE);
                case "sdp" -> sdp = params.text(1, FrameReader.MAX_FRAME_BYTES);
                case "userSig" -> userSig = given(params.text(0, FrameReader.MAX_FRAME_BYTES));
                case "privateMapKey" -> privateMapKey = given(params.text(0, FrameReader.MAX_FRAME_BYTES));
                default -> params.skip();
            }
        }
        return new ClientRequest.EnterRoom(
                params.required("strRoomId", numbered == null ? named : numbered),
                params.required("scene", scene),
                params.required("sdp", sdp),
                userSig,
                privateMapKey);
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static ClientRequest restartIce(Members params) throws IOException, Flaw {
        String sdp = null;
        while (params.next()) {
            switch (params.name()) {
                case "sdp" -> sdp = params.text(1, FrameReader.MAX_FRAME_BYTES);
                default -> params.skip();
            }
        }
        return new ClientRequest.RestartIce(params.required("sdp", sdp));
    }

    private static MediaFlags media(Members params) throws IOException, Flaw {
        Boolean audio = null;
        Boolean video = null;
        Boolean screen = null;
        while (params.next()) {
            switch (params.name()) {
                case "audio" -> audio = params.flag();
                case "video" -> video = params.flag();
                case "screen" -> screen = params.flag();
                default -> params.skip();
            }
        }
        return new MediaFlags(
                params.required("audio", audio), params.required("video", video), params.required("screen", screen));
    }

    private static ClientRequest sendCustomCmd(Members params) throws IOException, Flaw {
        Long cmdId = null;
        String data = null;
        boolean reliable = true;
        boolean ordered = true;
        while (params.next()) {
            switch (params.name()) {
                case "cmdId" -> cmdId = params.integer(1, 10);
                case "data" -> data = base64(params);
                case "reliable" -> reliable = params.flag();
                case "ordered" -> ordered = params.flag();
                default -> params.skip();
            }
        }
        return new ClientRequest.SendCustomCmd(
                params.required("cmdId", cmdId).intValue(), params.required("data", data), reliable, ordered);
    }

    /// Base64 in its one canonical spelling (RFC 4648 section 3.5), so that each side may compare text.
    private static String base64(Members params) throws IOException, Flaw {
        String expected = "base64 with padding of at most " + MAX_CUSTOM_BYTES + " bytes";
        String text = params.text(0, FrameReader.MAX_FRAME_BYTES);
        if (text.length() > MAX_CUSTOM_CHARS) {
            throw params.flaw(expected);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length <= MAX_CUSTOM_BYTES
                    && Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return text;
            }
        } catch (IllegalArgumentException malformed) {
            throw params.flaw(expected);
        }
        throw params.flaw(expected);
    }
}
