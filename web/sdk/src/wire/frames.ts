// SPDX-License-Identifier: Apache-2.0

/** An invitation as the server tells it. Times are Unix ms by the server's clock, `timeout` is in seconds. */
export interface Invitation {
  readonly inviteId: string;
  readonly inviter: string;
  readonly inviteeList: readonly string[];
  readonly groupId: string;
  readonly data: string;
  readonly timeout: number;
  readonly createdAt: number;
  readonly deadline: number;
  readonly onlineUserOnly: boolean;
  readonly state: 'ringing' | 'ended';
  readonly outcome: InvitationOutcome | undefined;
  readonly endedData: string;
}

export type InvitationOutcome = 'accepted' | 'rejected' | 'cancelled' | 'timedOut';

export type Scene = 'videoCall' | 'audioCall';

/** What a client is sending now. */
export interface MediaFlags {
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
}

export interface UserMedia extends MediaFlags {
  readonly userId: string;
}

export interface RoomUser extends UserMedia {
  /** Has put this room on hold and may be in another. */
  readonly held: boolean;
}

/** What a device wants of the other side; `small` is the lower simulcast layer, where there is one. */
export interface ReceiveWish {
  readonly audio: boolean;
  readonly video: 'big' | 'small' | 'none';
  readonly screen: boolean;
}

/** 0 unknown, 1 online, 2 lost without a logout, 3 logged out or never logged in. */
export interface UserStatus {
  readonly userId: string;
  readonly status: number;
  readonly customStatus: string;
}

/** A room is named by a string or by a number; the two name spaces are different rooms. */
export type RoomName = { readonly strRoomId: string } | { readonly roomId: number };

/** Unix ms by the server's clock: since when there are two in a room. Missing while there are not. */
type Together = number | undefined;

export interface RoomSnapshot {
  readonly name: RoomName;
  readonly scene: Scene;
  readonly users: readonly RoomUser[];
  readonly together?: Together;
}

export interface Device {
  readonly id: string;
  readonly platform: 'web';
  readonly name: string;
}

export interface LoginResult {
  readonly loginId: string;
  readonly serverTime: number;
  /** Seconds. */
  readonly heartbeat: number;
  readonly iceServers: readonly RTCIceServer[];
  readonly pending: readonly Invitation[];
  readonly room: RoomSnapshot | null;
  /** The room this user has on hold. */
  readonly held: RoomSnapshot | null;
}

export interface EnterRoomResult {
  readonly sdp: string;
  readonly users: readonly RoomUser[];
  /** Milliseconds. */
  readonly elapsed: number;
  readonly together?: Together;
}

interface Answering {
  readonly inviteId: string;
  readonly data: string;
}

type Nothing = Record<string, never>;

/** What opens a media connection in a room: an offer, what is sent on it from the start, and who may. */
interface Entering {
  readonly scene: Scene;
  readonly sdp: string;
  readonly media?: MediaFlags;
  readonly userSig?: string;
  readonly privateMapKey?: string;
}

/** What happens in the room on hold is told with its name, what happens in the current one without. */
interface InRoom {
  readonly name?: RoomName | undefined;
}

interface UserIds {
  readonly userIds: readonly string[];
}

interface UserStatuses {
  readonly statuses: readonly UserStatus[];
}

/** Every request a client can make: what it sends and what it gets back. */
export interface Methods {
  login: {
    params: { readonly sdkAppId: number; readonly userId: string; readonly userSig: string; readonly device: Device };
    result: LoginResult;
  };
  logout: { params: Nothing; result: Nothing };
  setPushToken: {
    params: { readonly vendor: string; readonly token: string; readonly businessId: string };
    result: Nothing;
  };
  invite: {
    params: {
      readonly invitee: string;
      readonly data: string;
      readonly timeout: number;
      readonly onlineUserOnly: boolean;
      readonly offlinePushInfo?: object;
      readonly inviteId?: string;
    };
    result: { readonly inviteId: string; readonly deadline: number };
  };
  cancel: { params: Answering; result: Nothing };
  accept: { params: Answering; result: Nothing };
  reject: { params: Answering; result: Nothing };
  modifyInvitation: { params: Answering; result: Nothing };
  getInvitation: { params: { readonly inviteId: string }; result: Invitation };
  enterRoom: { params: RoomName & Entering; result: EnterRoomResult };
  /** Connects the media of a device while an invitation rings; on its acceptance the server enters the room named. */
  warmUp: { params: RoomName & Entering & { readonly inviteId: string }; result: { readonly sdp: string } };
  restartIce: { params: { readonly sdp: string }; result: { readonly sdp: string } };
  setMedia: { params: MediaFlags; result: Nothing };
  setReceive: { params: ReceiveWish; result: Nothing };
  holdRoom: { params: Nothing; result: Nothing };
  /** Without a name: the current room; with the name of the held room: that one. */
  exitRoom: { params: Nothing | RoomName; result: { readonly at?: number | undefined } };
  sendCustomCmd: {
    params: { readonly cmdId: number; readonly data: string; readonly reliable: boolean; readonly ordered: boolean };
    result: Nothing;
  };
  startSpeedTest: { params: { readonly sdp: string }; result: { readonly sdp: string } };
  stopSpeedTest: { params: Nothing; result: Nothing };
  getUserStatus: { params: UserIds; result: UserStatuses };
  subscribeUserStatus: { params: UserIds; result: Nothing };
  /** An empty list means all. */
  unsubscribeUserStatus: { params: UserIds; result: Nothing };
  setSelfStatus: { params: { readonly customStatus: string }; result: Nothing };
}

export type Method = keyof Methods;

/** Every notification of the server. */
export interface Events {
  kickedOffline: { readonly reason: string };
  userSigExpired: Nothing;
  newInvitation: Invitation;
  invitationDelivered: {
    readonly inviteId: string;
    readonly invitee: string;
    readonly device: string;
    readonly via: string;
    readonly status: string;
  };
  inviteeAccepted: InviteeAnswered;
  inviteeRejected: InviteeAnswered;
  invitationCancelled: { readonly inviteId: string; readonly inviter: string; readonly data: string };
  invitationTimeout: { readonly inviteId: string; readonly inviteeList: readonly string[] };
  invitationModified: { readonly inviteId: string; readonly data: string };
  /** This device, which was warm, is in the room now; `elapsed` in ms since it warmed up. */
  roomEntered: RoomSnapshot & { readonly elapsed: number };
  userEntered: InRoom & { readonly userId: string; readonly together?: Together };
  userLeft: InRoom & { readonly userId: string; readonly reason: number; readonly at?: number | undefined };
  userHeld: InRoom & { readonly userId: string; readonly held: boolean };
  mediaChanged: InRoom & UserMedia;
  networkQuality: {
    readonly local: {
      readonly userId: string;
      readonly quality: number;
      readonly rtt: number;
      readonly upLoss: number;
      /** Milliseconds. */
      readonly jitter: number;
    };
    readonly remote: readonly { readonly userId: string; readonly quality: number; readonly downLoss: number }[];
  };
  roomExited: InRoom & { readonly reason: number };
  customCmd: InRoom & {
    readonly userId: string;
    readonly cmdId: number;
    readonly seq: number;
    readonly data: string;
  };
  userStatusChanged: UserStatuses;
}

export interface InviteeAnswered {
  readonly inviteId: string;
  readonly invitee: string;
  readonly data: string;
  /** The answering device; empty when the answer was learned from a snapshot. */
  readonly device: string;
}

export type EventName = keyof Events;

export type ServerEvent = { [E in EventName]: { readonly method: E; readonly params: Events[E] } }[EventName];
