// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

/// Whether a user can be reached: per user, not per device. `statusType` is one of the numbers here; `customStatus` was
/// set with `setSelfStatus` and is empty when there is none, or its user has gone offline.
public record UserStatus(String userID, int statusType, String customStatus) {
    public static final int UNKNOWN = 0;
    public static final int ONLINE = 1;
    /// Lost without a logout.
    public static final int OFFLINE = 2;
    /// Logged out, or never logged in.
    public static final int UNLOGINED = 3;

    static UserStatus of(dev.duet.frame.UserStatus told) {
        return new UserStatus(told.userId().text(), told.presence().number(), told.customStatus());
    }
}
