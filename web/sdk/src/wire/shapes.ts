// SPDX-License-Identifier: Apache-2.0
import type { EventName, Events, Invitation, Method, Methods, RoomName, RoomSnapshot, Scene } from './frames.js';
import { Misfit, flag, list, number, oneOf, orElse, record, text, type Reader } from './read.js';

const nothing: Reader<Record<string, never>> = () => ({});

const invitation: Reader<Invitation> = record({
  inviteId: text,
  inviter: text,
  inviteeList: list(text),
  groupId: orElse(text, ''),
  data: orElse(text, ''),
  timeout: number,
  createdAt: number,
  deadline: number,
  onlineUserOnly: orElse(flag, false),
  state: oneOf('ringing', 'ended'),
  outcome: orElse(oneOf('accepted', 'rejected', 'cancelled', 'timedOut'), undefined),
  endedData: orElse(text, ''),
});

const mediaFields = {
  userId: text,
  audio: orElse(flag, false),
  video: orElse(flag, false),
  screen: orElse(flag, false),
};

const roomUsers = orElse(list(record({ ...mediaFields, held: orElse(flag, false) })), []);

const scene: Reader<Scene> = oneOf('videoCall', 'audioCall');

const elapsed = orElse(number, 0);

const moment = orElse(number, undefined);

const nameFields = record({ strRoomId: orElse(text, undefined), roomId: orElse(number, undefined) });

const roomName: Reader<RoomName | undefined> = (value, at) => {
  const { strRoomId, roomId } = nameFields(value, at);
  if (strRoomId !== undefined) return { strRoomId };
  return roomId === undefined ? undefined : { roomId };
};

/** What the reader finds, and the room that is named beside it, if one is. */
const inRoom =
  <T extends object>(reader: Reader<T>): Reader<T & { readonly name: RoomName | undefined }> =>
  (value, at) => ({ ...reader(value, at), name: roomName(value, at) });

const roomFields = inRoom(
  record({ scene: orElse<Scene, Scene>(scene, 'videoCall'), users: roomUsers, together: moment }),
);

const room: Reader<RoomSnapshot> = (value, at) => {
  const { name, ...rest } = roomFields(value, at);
  if (name === undefined) throw new Misfit(`${at} has neither strRoomId nor roomId`);
  return { name, ...rest };
};

const sdp = record({ sdp: text });

const statuses = record({
  statuses: list(record({ userId: text, status: number, customStatus: orElse(text, '') })),
});

const iceServerFields = record({
  urls: (value, at) => (typeof value === 'string' ? value : list(text)(value, at)),
  username: orElse(text, undefined),
  credential: orElse(text, undefined),
});

/** A plain URL, or an object as RTCPeerConnection takes it. */
const iceServer: Reader<RTCIceServer> = (value, at) => {
  if (typeof value === 'string') return { urls: value };
  const { urls, username, credential } = iceServerFields(value, at);
  return username === undefined || credential === undefined ? { urls } : { urls, username, credential };
};

const answered = record({ inviteId: text, invitee: text, data: orElse(text, ''), device: orElse(text, '') });

/** What each answer must look like. */
export const results: { readonly [M in Method]: Reader<Methods[M]['result']> } = {
  login: record({
    loginId: text,
    serverTime: number,
    heartbeat: number,
    iceServers: orElse(list(iceServer), []),
    pending: orElse(list(invitation), []),
    room: orElse(room, null),
    held: orElse(room, null),
  }),
  logout: nothing,
  setPushToken: nothing,
  invite: record({ inviteId: text, deadline: orElse(number, 0) }),
  cancel: nothing,
  accept: nothing,
  reject: nothing,
  modifyInvitation: nothing,
  getInvitation: invitation,
  enterRoom: record({ sdp: text, users: roomUsers, elapsed, together: moment }),
  warmUp: sdp,
  restartIce: sdp,
  setMedia: nothing,
  setReceive: nothing,
  holdRoom: nothing,
  exitRoom: record({ at: moment }),
  sendCustomCmd: nothing,
  startSpeedTest: sdp,
  stopSpeedTest: nothing,
  getUserStatus: statuses,
  subscribeUserStatus: nothing,
  unsubscribeUserStatus: nothing,
  setSelfStatus: nothing,
};

/** What each notification must look like. */
export const events: { readonly [E in EventName]: Reader<Events[E]> } = {
  kickedOffline: record({ reason: orElse(text, '') }),
  userSigExpired: nothing,
  newInvitation: invitation,
  invitationDelivered: record({
    inviteId: text,
    invitee: orElse(text, ''),
    device: orElse(text, ''),
    via: orElse(text, ''),
    status: orElse(text, ''),
  }),
  inviteeAccepted: answered,
  inviteeRejected: answered,
  invitationCancelled: record({ inviteId: text, inviter: orElse(text, ''), data: orElse(text, '') }),
  invitationTimeout: record({ inviteId: text, inviteeList: orElse(list(text), []) }),
  invitationModified: record({ inviteId: text, data: text }),
  roomEntered: (value, at) => ({ ...room(value, at), ...record({ elapsed })(value, at) }),
  userEntered: inRoom(record({ userId: text, together: moment })),
  userLeft: inRoom(record({ userId: text, reason: orElse(number, 0), at: moment })),
  userHeld: inRoom(record({ userId: text, held: flag })),
  mediaChanged: inRoom(record(mediaFields)),
  networkQuality: record({
    local: record({
      userId: orElse(text, ''),
      quality: number,
      rtt: orElse(number, 0),
      upLoss: orElse(number, 0),
      jitter: orElse(number, 0),
    }),
    remote: orElse(list(record({ userId: text, quality: number, downLoss: orElse(number, 0) })), []),
  }),
  roomExited: inRoom(record({ reason: number })),
  customCmd: inRoom(record({ userId: text, cmdId: number, seq: orElse(number, 0), data: text })),
  userStatusChanged: statuses,
};
