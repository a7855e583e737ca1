// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.scenario;

import dev.duet.client.im.SignalingInfo;
import dev.duet.client.im.UserStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the SDK says, as JSON would have it.
final class Plain {
    private Plain() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Integer number -> number.longValue();
            case List<?> all -> all.stream().map(Plain::of).toList();
            case UserStatus status -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("userID", status.userID());
                members.put("statusType", (long) status.statusType());
                members.put("customStatus", status.customStatus());
                yield members;
            }
            case SignalingInfo info -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("inviteID", info.inviteID());
                members.put("groupID", info.groupID());
                members.put("inviter", info.inviter());
                members.put("inviteeList", info.inviteeList());
                members.put("data", info.data());
                members.put("timeout", info.timeout());
                members.put("actionType", (long) info.actionType());
                members.put("isOnlineUserOnly", info.isOnlineUserOnly());
                yield members;
            }
            default -> value;
        };
    }
}
