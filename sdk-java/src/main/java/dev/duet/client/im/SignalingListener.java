// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import java.util.List;

/// What signaling tells, on the app's executor, one after another.
public interface SignalingListener {
    default void onReceiveNewInvitation(
            String inviteID, String inviter, String groupID, List<String> inviteeList, String data) {}

    default void onInviteeAccepted(String inviteID, String invitee, String data) {}

    default void onInviteeRejected(String inviteID, String invitee, String data) {}

    default void onInvitationCancelled(String inviteID, String inviter, String data) {}

    default void onInvitationTimeout(String inviteID, List<String> inviteeList) {}

    default void onInvitationModified(String inviteID, String data) {}
}
