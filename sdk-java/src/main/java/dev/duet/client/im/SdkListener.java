// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import java.util.List;

/// What a session tells, on the app's executor, one after another.
public interface SdkListener {
    /// At a login, and whenever the connection is lost.
    default void onConnecting() {}

    /// At a login, and whenever the connection is back.
    default void onConnectSuccess() {}

    /// Once each time the server cannot be reached; the SDK goes on trying.
    default void onConnectFailed(int code, String error) {}

    /// Signed in elsewhere, or put out by the server: every call answers 6014 until the next login.
    default void onKickedOffline() {}

    /// The ticket has expired and no `userSigProvider` has another: log in again with a new one.
    default void onUserSigExpired() {}

    /// Of users subscribed to; of oneself, when another own device changes the custom status.
    default void onUserStatusChanged(List<UserStatus> userStatusList) {}

    /// Belongs to chat profiles, which Duet does not have: never called.
    default void onSelfInfoUpdated(Object info) {}

    /// Belongs to chat profiles, which Duet does not have: never called.
    default void onUserInfoChanged(List<Object> userInfoList) {}

    /// Belongs to chat messages, which Duet does not have: never called.
    default void onAllReceiveMessageOptChanged(Object option) {}

    /// Belongs to experimental interfaces, which Duet does not have: never called.
    default void onExperimentalNotify(String key, Object param) {}
}
