// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';
import { encodeRequest } from '../wire/codec.js';
import type { LoginResult, Methods, RoomSnapshot } from '../wire/frames.js';
import { learn, onHold, outside, remember, rememberEnd, sameRoom, type Knowledge } from './knowledge.js';
import { outcomeOf, requestId, type Waiting } from './requests.js';
import { missed } from './resume.js';
import type { Desk, Moment, Notice, SessionEffect, Step, Underway } from './state.js';

/** Being logged in: what waited is answered from the snapshot or sent again, then what was missed is told. */
export function arrive(state: Underway, login: LoginResult, { now }: Moment): Step {
  const first = state.kind === 'connecting';
  const { loginId, serverTime, iceServers } = login;
  const effects: SessionEffect[] = [{ type: 'signedIn', result: done({ loginId, serverTime, iceServers, first }) }];
  const [resent, sends] = takeUp(state.desk, login, now);
  const notices = missed(resent.knowledge, login, resent.identity.userId, first);
  const [knowledge, told] = tell(resent.knowledge, notices, now);
  effects.push(...sends, ...leaveStrayRooms(resent, login), ...told);
  return [
    {
      kind: 'online',
      desk: { ...resent, knowledge },
      heardAt: now,
      heartbeatMs: Math.max(1, login.heartbeat) * 1000,
      probeUntil: undefined,
    },
    effects,
  ];
}

function takeUp(desk: Desk, login: LoginResult, now: number): [Desk, SessionEffect[]] {
  const effects: SessionEffect[] = [];
  const waiting: Waiting[] = [];
  let { knowledge } = desk;
  for (const each of desk.waiting) {
    const known = each.repeated ? answerIn(login, knowledge, each) : undefined;
    if (known === undefined) {
      waiting.push({ ...each, sentAt: now });
      effects.push({ type: 'send', socket: desk.socket, text: textOf(each) });
    } else {
      effects.push({ type: 'settle', token: each.token, result: known.result });
      if (known.result.code === Code.ok) knowledge = known.learned(knowledge, now);
    }
  }
  return [{ ...desk, waiting, knowledge }, effects];
}

export const textOf = ({ token, method, params }: Waiting): string =>
  encodeRequest(requestId(token), method, params as Methods[typeof method]['params']);

interface Answer {
  readonly result: Result<unknown>;
  readonly learned: (knowledge: Knowledge, now: number) => Knowledge;
}

/** The answer to a request that may have reached the server on an earlier socket, when the snapshot shows it. */
function answerIn(login: LoginResult, known: Knowledge, { method, params }: Waiting): Answer | undefined {
  const { pending, held } = login;
  if (method === 'holdRoom') {
    return known.room && sameRoom(held?.name, known.room.name) ? { result: done(), learned: onHold } : undefined;
  }
  const invitation = pending.find(({ inviteId }) => 'inviteId' in params && params.inviteId === inviteId);
  if (invitation === undefined) return undefined;
  const { inviteId, inviteeList, deadline, data } = invitation;
  if (method === 'invite') {
    const learned = (knowledge: Knowledge, at: number): Knowledge =>
      remember(knowledge, inviteId, { inviteeList, data, ended: false, at });
    return { result: done({ inviteId, deadline }), learned };
  }
  const wanted = outcomeOf[method];
  if (wanted === undefined || invitation.state === 'ringing') return undefined;
  const learned = (knowledge: Knowledge, at: number): Knowledge => rememberEnd(knowledge, inviteId, at);
  return invitation.outcome === wanted
    ? { result: done(), learned }
    : { result: refused(Code.invalidInviteId, 'The invitation has already ended.'), learned };
}

function tell(knowledge: Knowledge, notices: readonly Notice[], now: number): [Knowledge, SessionEffect[]] {
  const effects: SessionEffect[] = [];
  for (const notice of notices) {
    knowledge =
      notice.method === 'roomLost' ? outside(knowledge, notice.params.name) : learn(knowledge, notice, now).knowledge;
    effects.push({ type: 'notify', notice });
  }
  return [knowledge, effects];
}

/** A room this page knows nothing of belongs to a page that was reloaded: leaving it tells the other side at once. */
function leaveStrayRooms({ knowledge, waiting, socket }: Desk, { room, held }: LoginResult): SessionEffect[] {
  const stray = (each: RoomSnapshot | null): boolean =>
    each !== null && ![knowledge.room, knowledge.held].some((known) => sameRoom(known?.name, each.name));
  const leave = (which: string, params: Methods['exitRoom']['params']): SessionEffect => ({
    type: 'send',
    socket,
    text: encodeRequest(`stray${which}${socket}`, 'exitRoom', params),
  });
  const moving = waiting.some(({ method }) => /^(enter|warm|hold|exit)/.test(method));
  return [
    ...(stray(room) && !knowledge.warm && !moving ? [leave('', {})] : []),
    ...(held && stray(held) && !moving ? [leave('Held', held.name)] : []),
  ];
}
