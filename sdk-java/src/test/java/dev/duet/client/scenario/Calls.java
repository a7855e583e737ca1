// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.scenario;

import dev.duet.client.Result;
import dev.duet.client.im.ImManager;
import dev.duet.client.im.InviteParams;
import dev.duet.client.im.OfflinePushInfo;
import dev.duet.client.im.SignalingInfo;
import dev.duet.client.im.SignalingManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The methods of the SDK by the names and parameters that scenarios use.
final class Calls {
    private final ImManager im;
    private final SignalingManager signaling;

    Calls(ImManager im) {
        this.im = im;
        this.signaling = im.getSignalingManager();
    }

    CompletableFuture<? extends Result<?>> call(String method, Map<String, @Nullable Object> with) {
        Function<String, String> text = name -> text(with.get(name));
        return switch (method) {
            case "unInitSDK" -> im.unInitSDK();
            case "login" -> im.login(text.apply("userID"), text.apply("userSig"));
            case "logout" -> im.logout();
            case "getLoginStatus" -> im.getLoginStatus();
            case "getLoginUser" -> im.getLoginUser();
            case "getServerTime" -> im.getServerTime();
            case "getUserStatus" -> im.getUserStatus(people(with.get("userIDList")));
            case "subscribeUserStatus" -> im.subscribeUserStatus(people(with.get("userIDList")));
            case "unsubscribeUserStatus" -> im.unsubscribeUserStatus(people(with.get("userIDList")));
            case "setSelfStatus" -> im.setSelfStatus(text.apply("status"));
            case "invite" -> signaling.invite(invitation(with));
            case "inviteInGroup" ->
                signaling.inviteInGroup(
                        text.apply("groupID"), people(with.get("inviteeList")), text.apply("data"), 30, false);
            case "cancel" -> signaling.cancel(text.apply("inviteID"), text.apply("data"));
            case "accept" -> signaling.accept(text.apply("inviteID"), text.apply("data"));
            case "reject" -> signaling.reject(text.apply("inviteID"), text.apply("data"));
            case "modifyInvitation" -> signaling.modifyInvitation(text.apply("inviteID"), text.apply("data"));
            case "getSignalingInfo" -> signaling.getSignalingInfo(text.apply("inviteID"));
            case "addInvitedSignaling" -> signaling.addInvitedSignaling(SignalingInfo.of(text.apply("inviteID")));
            default -> throw new AssertionError("There is no " + method + '.');
        };
    }

    private static InviteParams invitation(Map<String, @Nullable Object> with) {
        InviteParams params = new InviteParams(text(with.get("invitee")), text(with.get("data")));
        if (with.get("timeout") instanceof Long seconds) {
            params = params.withTimeout(seconds.intValue());
        }
        if (Boolean.TRUE.equals(with.get("onlineUserOnly"))) {
            params = params.toOnlineUserOnly();
        }
        if (with.get("inviteID") instanceof String id) {
            params = params.withInviteID(id);
        }
        return with.containsKey("offlinePushInfo")
                ? params.withOfflinePushInfo(push(Json.map(with.get("offlinePushInfo"))))
                : params;
    }

    private static OfflinePushInfo push(Map<String, @Nullable Object> fields) {
        OfflinePushInfo info = new OfflinePushInfo();
        fields.forEach((name, value) -> {
            switch (value) {
                case Boolean flag -> info.with(name, flag);
                case Long number -> info.with(name, number.intValue());
                case null, default -> info.with(name, text(value));
            }
        });
        return info;
    }

    /// Null too, as an app may give whose nulls nobody checks.
    @SuppressWarnings("NullAway")
    private static String text(@Nullable Object value) {
        return (String) value;
    }

    @SuppressWarnings({"NullAway", "unchecked"})
    private static List<String> people(@Nullable Object value) {
        return (List<String>) value;
    }
}
