// SPDX-License-Identifier: Apache-2.0
import type { Session } from '../session/session.js';
import type { Notice, SessionState } from '../session/state.js';
import type { Audience } from './audience.js';
import type { SdkListener, SignalingListener } from './listeners.js';

/** Tells a listener what a notice says of an invitation, if it is about one. */
export function hand(notice: Notice, listener: SignalingListener): void {
  switch (notice.method) {
    case 'newInvitation': {
      const { inviteId, inviter, groupId, inviteeList, data } = notice.params;
      return listener.onReceiveNewInvitation?.(inviteId, inviter, groupId, [...inviteeList], data);
    }
    case 'inviteeAccepted':
      return listener.onInviteeAccepted?.(notice.params.inviteId, notice.params.invitee, notice.params.data);
    case 'inviteeRejected':
      return listener.onInviteeRejected?.(notice.params.inviteId, notice.params.invitee, notice.params.data);
    case 'invitationCancelled':
      return listener.onInvitationCancelled?.(notice.params.inviteId, notice.params.inviter, notice.params.data);
    case 'invitationTimeout':
      return listener.onInvitationTimeout?.(notice.params.inviteId, [...notice.params.inviteeList]);
    case 'invitationModified':
      return listener.onInvitationModified?.(notice.params.inviteId, notice.params.data);
    default:
      return undefined;
  }
}

/** Tells listeners how a session fares, until it is called off. */
export function tellOf(session: Session, audience: Audience<SdkListener>): () => void {
  let failureTold = false;
  const ofState = ({ kind }: SessionState): void => {
    if (kind === 'connecting' || kind === 'resuming') {
      failureTold = false;
      audience.tell((listener) => listener.onConnecting?.());
    }
    if (kind === 'online') audience.tell((listener) => listener.onConnectSuccess?.());
  };
  const offs = [
    session.on('state', ofState),
    session.on('attemptFailed', ({ code, desc }) => {
      if (!failureTold) audience.tell((listener) => listener.onConnectFailed?.(code, desc));
      failureTold = true;
    }),
    session.on('notice', ({ method }) => {
      if (method === 'kickedOffline') audience.tell((listener) => listener.onKickedOffline?.());
      if (method === 'userSigExpired') audience.tell((listener) => listener.onUserSigExpired?.());
    }),
  ];
  ofState(session.current);
  return () => offs.forEach((off) => off());
}
