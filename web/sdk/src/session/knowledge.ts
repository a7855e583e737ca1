// SPDX-License-Identifier: Apache-2.0
import type {
  EnterRoomResult,
  Invitation,
  RoomName,
  RoomSnapshot,
  RoomUser,
  Scene,
  ServerEvent,
} from '../wire/frames.js';

/**
 * What this client has been told about invitations and its room. Comparing it with a login answer shows what was missed;
 * comparing it with a notification shows what was told before.
 */
export interface Knowledge {
  readonly invitations: ReadonlyMap<string, Known>;
  readonly room: RoomSnapshot | null;
  /** The room on hold. */
  readonly held: RoomSnapshot | null;
  /** Where this device's warm connection will enter when its invitation is accepted. */
  readonly warm: { readonly inviteId: string; readonly name: RoomName } | null;
}

export interface Known {
  readonly data: string;
  readonly ended: boolean;
  readonly at: number;
}

export const nothingKnown: Knowledge = { invitations: new Map(), room: null, held: null, warm: null };

/** The server's snapshot holds ended invitations for 60 s; this must be longer than that and any gap before it. */
const forget_ms = 600_000;

export function remember(knowledge: Knowledge, inviteId: string, known: Known): Knowledge {
  const kept = [...knowledge.invitations].filter(([, each]) => !each.ended || known.at - each.at < forget_ms);
  return { ...knowledge, invitations: new Map(kept).set(inviteId, known) };
}

export const rememberEnd = (knowledge: Knowledge, inviteId: string, now: number): Knowledge =>
  remember(knowledge, inviteId, {
    data: knowledge.invitations.get(inviteId)?.data ?? '',
    ended: true,
    at: now,
  });

/** The room that the params of a request name, if they name one. */
export function nameIn(params: object): RoomName | undefined {
  if ('roomId' in params) return { roomId: Number(params.roomId) };
  return 'strRoomId' in params ? { strRoomId: String(params.strRoomId) } : undefined;
}

export const sameRoom = (a: RoomName | undefined, b: RoomName | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Being in a room; it is not on hold any more if it was. */
export const inside = (knowledge: Knowledge, { name, scene, users }: RoomSnapshot): Knowledge => ({
  ...knowledge,
  room: { name, scene, users },
  held: sameRoom(knowledge.held?.name, name) ? null : knowledge.held,
  warm: null,
});

export const entered = (knowledge: Knowledge, params: object, { users }: EnterRoomResult): Knowledge =>
  inside(knowledge, {
    name: nameIn(params) ?? { strRoomId: '' },
    scene: ('scene' in params ? params.scene : 'videoCall') as Scene,
    users,
  });

/** Out of the room named: the one on hold if that is its name, else the current one, and no longer warm for one. */
export const outside = (knowledge: Knowledge, name?: RoomName): Knowledge =>
  name && sameRoom(name, knowledge.held?.name)
    ? { ...knowledge, held: null }
    : { ...knowledge, room: null, warm: null };

export const onHold = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  room: null,
  held: knowledge.room ?? knowledge.held,
});

/** Takes a notification in. `news` is false for what was told before. */
export function learn(knowledge: Knowledge, event: ServerEvent, now: number): { knowledge: Knowledge; news: boolean } {
  switch (event.method) {
    case 'newInvitation': {
      const { inviteId, data } = event.params;
      if (knowledge.invitations.has(inviteId)) return { knowledge, news: false };
      return { knowledge: remember(knowledge, inviteId, { data, ended: false, at: now }), news: true };
    }
    case 'inviteeAccepted':
    case 'inviteeRejected':
    case 'invitationCancelled':
    case 'invitationTimeout': {
      const { inviteId } = event.params;
      if (knowledge.invitations.get(inviteId)?.ended) return { knowledge, news: false };
      return { knowledge: rememberEnd(knowledge, inviteId, now), news: true };
    }
    case 'invitationModified': {
      const { inviteId, data } = event.params;
      const known = knowledge.invitations.get(inviteId);
      if (known === undefined) return { knowledge, news: true };
      if (known.ended || known.data === data) return { knowledge, news: false };
      return { knowledge: remember(knowledge, inviteId, { ...known, data }), news: true };
    }
    case 'roomEntered':
      return { knowledge: inside(knowledge, event.params), news: true };
    case 'userEntered':
      return { knowledge: withUser(knowledge, { ...silent, ...event.params }), news: true };
    case 'mediaChanged':
    case 'userHeld':
      return { knowledge: withUser(knowledge, event.params), news: true };
    case 'userLeft':
      return { knowledge: withoutUser(knowledge, event.params.userId), news: true };
    case 'roomExited':
      return { knowledge: outside(knowledge), news: knowledge.room !== null };
    case 'kickedOffline':
    case 'userSigExpired':
    case 'invitationDelivered':
    case 'networkQuality':
    case 'customCmd':
    case 'userStatusChanged':
      return { knowledge, news: true };
  }
}

export const silent: Omit<RoomUser, 'userId'> = { audio: false, video: false, screen: false, held: false };

/** The same user is not in both rooms: what is said of somebody on hold is about the room on hold. */
const whereIs = ({ held }: Knowledge, userId: string): 'room' | 'held' =>
  held?.users.some((user) => user.userId === userId) ? 'held' : 'room';

function withUser(knowledge: Knowledge, said: Partial<RoomUser> & { readonly userId: string }): Knowledge {
  const which = whereIs(knowledge, said.userId);
  const room = knowledge[which];
  if (room === null) return knowledge;
  const known = room.users.find(({ userId }) => userId === said.userId);
  const others = room.users.filter((user) => user !== known);
  return { ...knowledge, [which]: { ...room, users: [...others, { ...silent, ...known, ...said }] } };
}

function withoutUser(knowledge: Knowledge, userId: string): Knowledge {
  const which = whereIs(knowledge, userId);
  const room = knowledge[which];
  if (room === null) return knowledge;
  return { ...knowledge, [which]: { ...room, users: room.users.filter((user) => user.userId !== userId) } };
}

/** What a notification about this invitation's end would have been. */
export function endOf(invitation: Invitation): ServerEvent {
  const { inviteId, inviter, inviteeList, endedData: data } = invitation;
  const invitee = inviteeList[0] ?? '';
  switch (invitation.outcome) {
    case 'accepted':
      return { method: 'inviteeAccepted', params: { inviteId, invitee, data, device: '' } };
    case 'rejected':
      return { method: 'inviteeRejected', params: { inviteId, invitee, data, device: '' } };
    case 'cancelled':
      return { method: 'invitationCancelled', params: { inviteId, inviter, data } };
    case 'timedOut':
    case undefined:
      return { method: 'invitationTimeout', params: { inviteId, inviteeList } };
  }
}
