// SPDX-License-Identifier: Apache-2.0
import type { EnterRoomResult, Invitation, RoomName, RoomSnapshot, RoomUser, ServerEvent } from '../wire/frames.js';

/**
 * What this client has been told about invitations and its room. Comparing it with a login answer shows what was missed;
 * comparing it with a notification shows what was told before.
 */
export interface Knowledge {
  readonly invitations: ReadonlyMap<string, Known>;
  readonly room: RoomSnapshot | null;
}

export interface Known {
  readonly data: string;
  readonly ended: boolean;
  readonly at: number;
}

export const nothingKnown: Knowledge = { invitations: new Map(), room: null };

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

export function entered(knowledge: Knowledge, params: object, result: EnterRoomResult): Knowledge {
  const name: RoomName =
    'roomId' in params
      ? { roomId: Number(params.roomId) }
      : { strRoomId: 'strRoomId' in params ? String(params.strRoomId) : '' };
  return { ...knowledge, room: { name, users: result.users } };
}

export const outside = (knowledge: Knowledge): Knowledge => ({ ...knowledge, room: null });

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
    case 'userEntered':
      return {
        knowledge: withUser(knowledge, { audio: false, video: false, screen: false, ...event.params }),
        news: true,
      };
    case 'mediaChanged':
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
      return { knowledge, news: true };
  }
}

function withUser(knowledge: Knowledge, user: RoomUser): Knowledge {
  const others = withoutUser(knowledge, user.userId);
  return others.room === null ? others : { ...others, room: { ...others.room, users: [...others.room.users, user] } };
}

function withoutUser(knowledge: Knowledge, userId: string): Knowledge {
  const { room } = knowledge;
  if (room === null) return knowledge;
  return { ...knowledge, room: { ...room, users: room.users.filter((user) => user.userId !== userId) } };
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
