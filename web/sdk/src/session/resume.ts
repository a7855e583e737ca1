// SPDX-License-Identifier: Apache-2.0
import type { Invitation, LoginResult, RoomName, RoomSnapshot, RoomUser, ServerEvent } from '../wire/frames.js';
import { endOf, sameRoom, silent, type Knowledge } from './knowledge.js';
import type { Notice } from './state.js';

/**
 * The notices a client missed, in an order that makes sense to it: what a login answer shows against what was known.
 * The result still has to be learned one by one, so nothing is told twice. On a `first` login what has already ended
 * is not news: nobody wants to hear a phone ring that has stopped.
 */
export function missed(knowledge: Knowledge, login: LoginResult, userId: string, first: boolean): Notice[] {
  return [
    ...missedInvitations(knowledge, login.pending, userId, first),
    ...missedEntry(knowledge, login.room),
    ...missedInRoom(knowledge.room, login),
    ...missedInRoom(knowledge.held, login, knowledge.held?.name),
  ];
}

function missedInvitations(
  knowledge: Knowledge,
  pending: readonly Invitation[],
  userId: string,
  first: boolean,
): ServerEvent[] {
  const notices = pending.flatMap((invitation): ServerEvent[] => {
    const known = knowledge.invitations.get(invitation.inviteId);
    const ended = invitation.state === 'ended';
    if (known?.ended) return [];
    if (known !== undefined) {
      if (ended) return [endOf(invitation)];
      return known.data === invitation.data ? [] : [modified(invitation)];
    }
    if (!invitation.inviteeList.includes(userId) || (ended && first)) return [];
    const rang: ServerEvent = { method: 'newInvitation', params: invitation };
    return ended ? [rang, endOf(invitation)] : [rang];
  });
  return [...notices, ...forgotten(knowledge, pending)];
}

const modified = ({ inviteId, data }: Invitation): ServerEvent => ({
  method: 'invitationModified',
  params: { inviteId, data },
});

/** An invitation the server no longer lists ended more than a minute ago, or with a server that is no more. */
function forgotten(knowledge: Knowledge, pending: readonly Invitation[]): ServerEvent[] {
  const listed = new Set(pending.map(({ inviteId }) => inviteId));
  return [...knowledge.invitations]
    .filter(([inviteId, known]) => !known.ended && !listed.has(inviteId))
    .map(([inviteId, { inviteeList }]) => ({ method: 'invitationTimeout', params: { inviteId, inviteeList } }));
}

/** The invitation was accepted while nobody could say so, and the server took this warm device in. */
const missedEntry = ({ room, warm }: Knowledge, now: RoomSnapshot | null): Notice[] =>
  room === null && warm && now !== null ? [{ method: 'roomEntered', params: { ...now, elapsed: 0 } }] : [];

const sameMedia = (a: RoomUser, b: RoomUser): boolean =>
  a.audio === b.audio && a.video === b.video && a.screen === b.screen;

/** `name`: of the room on hold, which is said beside what happened there. */
function missedInRoom(known: RoomSnapshot | null, { room, held }: LoginResult, name?: RoomName): Notice[] {
  if (known === null) return [];
  const now = [room, held].find((each) => sameRoom(each?.name, known.name));
  if (!now) return [{ method: 'roomLost', params: { name: known.name } }];
  const before = new Map(known.users.map((user) => [user.userId, user]));
  const after = new Set(now.users.map(({ userId }) => userId));
  const left = known.users
    .filter(({ userId }) => !after.has(userId))
    .map(({ userId }): Notice => ({ method: 'userLeft', params: { name, userId, reason: 0 } }));
  const came = now.users
    .filter(({ userId }) => !before.has(userId))
    .map(({ userId }): Notice => ({ method: 'userEntered', params: { name, userId, together: now.together } }));
  const changed = now.users.flatMap((user): Notice[] => {
    const { userId, held: isHeld } = user;
    const was = before.get(userId) ?? { userId, ...silent };
    const media: Notice[] = sameMedia(user, was) ? [] : [{ method: 'mediaChanged', params: { name, ...user } }];
    return was.held === isHeld ? media : [...media, { method: 'userHeld', params: { name, userId, held: isHeld } }];
  });
  return [...left, ...came, ...changed];
}
