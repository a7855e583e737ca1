// SPDX-License-Identifier: Apache-2.0

/** What signaling tells; every callback is optional. */
export class SignalingListener {
  onReceiveNewInvitation?: (
    inviteID: string,
    inviter: string,
    groupID: string,
    inviteeList: string[],
    data: string,
  ) => void;
  onInviteeAccepted?: (inviteID: string, invitee: string, data: string) => void;
  onInviteeRejected?: (inviteID: string, invitee: string, data: string) => void;
  onInvitationCancelled?: (inviteID: string, inviter: string, data: string) => void;
  onInvitationTimeout?: (inviteID: string, inviteeList: string[]) => void;
  onInvitationModified?: (inviteID: string, data: string) => void;

  constructor(callbacks: Partial<SignalingListener> = {}) {
    Object.assign(this, callbacks);
  }
}

/** What a session tells; every callback is optional. */
export class SdkListener {
  onConnecting?: () => void;
  onConnectSuccess?: () => void;
  onConnectFailed?: (code: number, error: string) => void;
  onKickedOffline?: () => void;
  onUserSigExpired?: () => void;

  constructor(callbacks: Partial<SdkListener> = {}) {
    Object.assign(this, callbacks);
  }
}

/** What a sleeping device is shown; handed to the server as it is. */
export interface OfflinePushInfo {
  title?: string;
  desc?: string;
  ext?: string;
  disablePush?: boolean;
  iOSSound?: string;
  androidSound?: string;
  androidOPPOChannelID?: string;
  androidHuaWeiCategory?: string;
  androidVIVOCategory?: string;
  [vendorField: string]: unknown;
}
