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
  readonly inviteeList: readonly string[];
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
    ...(knowledge.invitations.get(inviteId) ?? { inviteeList: [], data: '' }),
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

/** Who comes back to a room on hold puts the one in between on hold. */
function heldBeside({ room, held }: Knowledge, name: RoomName): RoomSnapshot | null {
  if (!sameRoom(held?.name, name)) return held;
  return sameRoom(room?.name, name) ? null : room;
}

/** Being in a room; it is not on hold any more if it was. */
export const inside = (knowledge: Knowledge, { name, scene, users }: RoomSnapshot): Knowledge => ({
  ...knowledge,
  room: { name, scene, users },
  held: heldBeside(knowledge, name),
  warm: null,
});

export const entered = (knowledge: Knowledge, params: object, { users }: EnterRoomResult): Knowledge =>
  inside(knowledge, {
    name: nameIn(params) ?? { strRoomId: '' },
    scene: ('scene' in params ? params.scene : 'videoCall') as Scene,
    users,
  });

/** Out of the room named, be it on hold or the current one; without a name the current one, and no longer warm for one. */
export function outside(knowledge: Knowledge, name?: RoomName): Knowledge {
  if (name && sameRoom(name, knowledge.held?.name)) return { ...knowledge, held: null };
  const current = !name || !knowledge.room || sameRoom(name, knowledge.room.name);
  return current ? { ...knowledge, room: null, warm: null } : knowledge;
}

export const onHold = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  room: null,
  held: knowledge.room ?? knowledge.held,
});

/** Takes a notification in. `news` is false for what was told before. */
export function learn(knowledge: Knowledge, event: ServerEvent, now: number): { knowledge: Knowledge; news: boolean } {
  switch (event.method) {
    case 'newInvitation': {
      const { inviteId, inviteeList, data } = event.params;
      if (knowledge.invitations.has(inviteId)) return { knowledge, news: false };
      return { knowledge: remember(knowledge, inviteId, { inviteeList, data, ended: false, at: now }), news: true };
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
      return {
        knowledge: withUser(knowledge, { ...silent, userId: event.params.userId, name: event.params.name }),
        news: true,
      };
    case 'mediaChanged':
    case 'userHeld':
      return { knowledge: withUser(knowledge, event.params), news: true };
    case 'userLeft':
      return { knowledge: withoutUser(knowledge, event.params), news: true };
    case 'roomExited': {
      const next = outside(knowledge, event.params.name);
      const { room, held, warm } = knowledge;
      return { knowledge: next, news: next.room !== room || next.held !== held || next.warm !== warm };
    }
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

interface Said {
  readonly userId: string;
  readonly name?: RoomName | undefined;
}

const whereIs = ({ held }: Knowledge, { name }: Said): 'room' | 'held' =>
  name && sameRoom(name, held?.name) ? 'held' : 'room';

function withUser(knowledge: Knowledge, said: Said & Partial<RoomUser>): Knowledge {
  const which = whereIs(knowledge, said);
  const room = knowledge[which];
  if (room === null) return knowledge;
  const { name: _, ...user } = said;
  const known = room.users.find(({ userId }) => userId === said.userId);
  const others = room.users.filter((each) => each !== known);
  return { ...knowledge, [which]: { ...room, users: [...others, { ...silent, ...known, ...user }] } };
}

function withoutUser(knowledge: Knowledge, left: Said): Knowledge {
  const which = whereIs(knowledge, left);
  const room = knowledge[which];
  if (room === null) return knowledge;
  return { ...knowledge, [which]: { ...room, users: room.users.filter(({ userId }) => userId !== left.userId) } };
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
