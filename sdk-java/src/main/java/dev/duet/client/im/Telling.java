// SPDX-License-Identifier: Apache-2.0
package dev.duet.client.im;

import dev.duet.client.Audience;
import dev.duet.client.Notice;
import dev.duet.client.Result;
import dev.duet.client.socket.LiveSession;
import dev.duet.frame.InvitationInfo;
import dev.duet.frame.ServerEvent;
import dev.duet.id.UserId;
import java.util.List;

/// Tells the app how a session fares and what happens to invitations.
final class Telling implements LiveSession.Watcher {
    private final Audience<SdkListener> session;
    private final Audience<SignalingListener> signaling;
    private final Runnable kicked;
    private final InitParams.LogListener log;
    private boolean isFailureTold;

    Telling(
            Audience<SdkListener> session,
            Audience<SignalingListener> signaling,
            Runnable kicked,
            InitParams.LogListener log) {
        this.session = session;
        this.signaling = signaling;
        this.kicked = kicked;
        this.log = log;
    }

    @Override
    public void connecting() {
        isFailureTold = false;
        log.onLog(InitParams.LOG_INFO, "The session is connecting.");
        session.tell(SdkListener::onConnecting);
    }

    @Override
    public void online() {
        log.onLog(InitParams.LOG_INFO, "The session is online.");
        session.tell(SdkListener::onConnectSuccess);
    }

    @Override
    public void over() {
        log.onLog(InitParams.LOG_INFO, "The session is over.");
    }

    @Override
    public void attemptFailed(Result<Void> why) {
        log.onLog(InitParams.LOG_WARN, "Connecting failed: " + why.code() + ' ' + why.desc());
        if (!isFailureTold) {
            isFailureTold = true;
            session.tell(listener -> listener.onConnectFailed(why.code(), why.desc()));
        }
    }

    @Override
    public void garbage(String why) {
        log.onLog(InitParams.LOG_WARN, "A frame of the server was dropped: " + why);
    }

    @Override
    public void notice(Notice notice) {
        if (!(notice instanceof Notice.Told(ServerEvent event))) {
            return;
        }
        if (event instanceof ServerEvent.KickedOffline) {
            session.tell(SdkListener::onKickedOffline);
            kicked.run();
        } else if (event instanceof ServerEvent.UserSigExpired) {
            session.tell(SdkListener::onUserSigExpired);
        } else {
            signaling.tell(listener -> hand(event, listener));
        }
    }

    /// Tells a listener what an event says of an invitation, if it is about one.
    static void hand(ServerEvent event, SignalingListener listener) {
        switch (event) {
            case ServerEvent.NewInvitation(InvitationInfo it) ->
                listener.onReceiveNewInvitation(
                        it.inviteId().text(), it.inviter().text(), "", texts(it.inviteeList()), it.data());
            case ServerEvent.InviteeAccepted it ->
                listener.onInviteeAccepted(it.inviteId().text(), it.invitee().text(), it.data());
            case ServerEvent.InviteeRejected it ->
                listener.onInviteeRejected(it.inviteId().text(), it.invitee().text(), it.data());
            case ServerEvent.InvitationCancelled it ->
                listener.onInvitationCancelled(
                        it.inviteId().text(), it.inviter().text(), it.data());
            case ServerEvent.InvitationTimeout it ->
                listener.onInvitationTimeout(it.inviteId().text(), texts(it.inviteeList()));
            case ServerEvent.InvitationModified it ->
                listener.onInvitationModified(it.inviteId().text(), it.data());
            default -> {}
        }
    }

    private static List<String> texts(List<UserId> users) {
        return users.stream().map(UserId::text).toList();
    }
}
