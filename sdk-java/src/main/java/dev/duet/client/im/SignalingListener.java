// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import java.util.List;

/// What signaling tells, on the app's executor, one after another.
public interface SignalingListener {
    /// Somebody calls.
    ///
    /// @param groupID always empty
    /// @param inviteeList this user alone
    default void onReceiveNewInvitation(
            String inviteID, String inviter, String groupID, List<String> inviteeList, String data) {}

    /// The own invitation was accepted.
    ///
    /// @param data of the one who accepted
    default void onInviteeAccepted(String inviteID, String invitee, String data) {}

    /// The own invitation was rejected, by a person or since the line is busy: `data` says.
    default void onInviteeRejected(String inviteID, String invitee, String data) {}

    /// The caller gave up.
    default void onInvitationCancelled(String inviteID, String inviter, String data) {}

    /// Nobody answered in time; both sides are told, once.
    ///
    /// @param inviteeList who did not answer
    default void onInvitationTimeout(String inviteID, List<String> inviteeList) {}

    /// The caller has replaced the data of what rings here.
    default void onInvitationModified(String inviteID, String data) {}
}
