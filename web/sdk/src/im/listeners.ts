// SPDX-License-Identifier: Apache-2.0
import type { UserStatus } from './presence.js';

/** What signaling tells; every callback is optional. */
export class SignalingListener {
  declare onReceiveNewInvitation?: (
    inviteID: string,
    inviter: string,
    groupID: string,
    inviteeList: string[],
    data: string,
  ) => void;
  declare onInviteeAccepted?: (inviteID: string, invitee: string, data: string) => void;
  declare onInviteeRejected?: (inviteID: string, invitee: string, data: string) => void;
  declare onInvitationCancelled?: (inviteID: string, inviter: string, data: string) => void;
  declare onInvitationTimeout?: (inviteID: string, inviteeList: string[]) => void;
  declare onInvitationModified?: (inviteID: string, data: string) => void;

  constructor(callbacks: Partial<SignalingListener> = {}) {
    Object.assign(this, callbacks);
  }
}

/** What a session tells; every callback is optional. */
export class SdkListener {
  /** At a login, and whenever the connection is lost. */
  declare onConnecting?: () => void;
  declare onConnectSuccess?: () => void;
  /** Once each time the server cannot be reached; the SDK goes on trying. */
  declare onConnectFailed?: (code: number, error: string) => void;
  /** Signed in elsewhere, or put out by the server: every call answers 6014 until the next login. */
  declare onKickedOffline?: () => void;
  /** The ticket has expired and no `userSigProvider` has another: log in again with a new one. */
  declare onUserSigExpired?: () => void;
  /** Of users subscribed to; of oneself, when another own device changes the custom status. */
  declare onUserStatusChanged?: (userStatusList: UserStatus[]) => void;
  /** Belongs to chat profiles, which Duet does not have: never called. */
  declare onSelfInfoUpdated?: (info: object) => void;
  /** Belongs to chat profiles, which Duet does not have: never called. */
  declare onUserInfoChanged?: (userInfoList: object[]) => void;
  /** Belongs to chat messages, which Duet does not have: never called. */
  declare onAllReceiveMessageOptChanged?: (option: object) => void;
  /** Belongs to experimental interfaces, which Duet does not have: never called. */
  declare onExperimentalNotify?: (key: string, param: unknown) => void;

  constructor(callbacks: Partial<SdkListener> = {}) {
    Object.assign(this, callbacks);
  }
}
