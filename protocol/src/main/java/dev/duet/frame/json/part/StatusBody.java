// SPDX-License-Identifier: Apache-2.0
package dev.duet.frame.json.part;

import dev.duet.frame.UserStatus;
import dev.duet.frame.UserStatus.Presence;
import dev.duet.frame.json.member.Flaw;
import dev.duet.frame.json.member.Members;
import dev.duet.id.UserId;
import java.io.IOException;
import java.util.List;

/// What is said of who can be reached, read into its records.
public final class StatusBody {
    public static final int MAX_STATUS_CHARS = 100;

    private StatusBody() {}

    public static List<UserStatus> statuses(Members members) throws IOException, Flaw {
        List<UserStatus> statuses = null;
        while (members.next()) {
            switch (members.name()) {
                case "statuses" -> statuses = members.list(element -> status(element.object()));
                default -> members.skip();
            }
        }
        return members.required("statuses", statuses);
    }

    private static UserStatus status(Members status) throws IOException, Flaw {
        UserId userId = null;
        Presence presence = Presence.UNKNOWN;
        String customStatus = "";
        while (status.next()) {
            switch (status.name()) {
                case "userId" -> userId = status.userId();
                case "status" -> presence = presence(status);
                case "customStatus" -> customStatus = status.text(0, MAX_STATUS_CHARS);
                default -> status.skip();
            }
        }
        return new UserStatus(status.required("userId", userId), presence, customStatus);
    }

    private static Presence presence(Members status) throws IOException, Flaw {
        long number = status.integer(0, Integer.MAX_VALUE);
        for (Presence one : Presence.values()) {
            if (one.number() == number) {
                return one;
            }
        }
        throw status.flaw("0 (unknown), 1 (online), 2 (offline) or 3 (logged out)");
    }
}
