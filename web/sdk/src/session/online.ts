// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';
import { decode, encodeRequest, readResult } from '../wire/codec.js';
import type { EnterRoomResult, Method, ServerEvent } from '../wire/frames.js';
import { textOf } from './arrival.js';
import { entered, learn, nameIn, onHold, outside, remember, rememberEnd, type Knowledge } from './knowledge.js';
import { failAll, lose, renew } from './linking.js';
import { patience, requestId, type Waiting } from './requests.js';
import type { Desk, Moment, Online, SessionEffect, Step, Underway } from './state.js';

/** An answer, or anything else, has to be heard this long after a request, or the socket is dead. */
const answer_ms = 8_000;
/** A sign of life asked for after silence has to come by then. */
const probe_ms = 5_000;
/** The same when the browser says that the network changed: somebody is probably waiting. */
const nudge_ms = 2_500;

/** A request every server answers, with a refusal, and that changes nothing: browsers cannot send a WebSocket ping. */
const nobodysInvitation = '00000000-0000-4000-8000-000000000000';

export function requested(state: Online, request: { token: number; method: Method; params: object }, at: Moment): Step {
  const waiting: Waiting = {
    ...request,
    sentAt: at.now,
    giveUpAt: at.now + patience(request.method),
    repeated: false,
  };
  const desk = {
    ...state.desk,
    waiting: [...state.desk.waiting, waiting],
    knowledge:
      request.method === 'exitRoom' ? outside(state.desk.knowledge, nameIn(request.params)) : state.desk.knowledge,
  };
  return [
    { ...state, desk, probeUntil: sooner(state.probeUntil, at.now + answer_ms) },
    [{ type: 'send', socket: desk.socket, text: textOf(waiting) }],
  ];
}

const sooner = (a: number | undefined, b: number): number => (a === undefined ? b : Math.min(a, b));

export const nudged = (state: Online, { now }: Moment): Step => probe(state, now, nudge_ms);

function probe(state: Online, now: number, patience_ms: number): Step {
  const { socket } = state.desk;
  const text = encodeRequest(`probe${socket}`, 'getInvitation', { inviteId: nobodysInvitation });
  return [{ ...state, probeUntil: sooner(state.probeUntil, now + patience_ms) }, [{ type: 'send', socket, text }]];
}

export function onlineWake(state: Online, moment: Moment): Step {
  const { now } = moment;
  if (state.probeUntil !== undefined && now >= state.probeUntil) return lose(state, moment);
  if (state.probeUntil === undefined && now >= state.heardAt + state.heartbeatMs) return probe(state, now, probe_ms);
  return [state, []];
}

export const onlineDeadline = (state: Online): number => state.probeUntil ?? state.heardAt + state.heartbeatMs;

export function onlineFrame(state: Online, frame: unknown, moment: Moment): Step {
  const incoming = decode(frame);
  if (incoming.kind === 'garbage') return [state, [{ type: 'garbage', why: incoming.why }]];
  const heard = { ...state, heardAt: moment.now, probeUntil: undefined };
  switch (incoming.kind) {
    case 'stranger':
      return [heard, []];
    case 'event':
      return notified(heard, incoming.event, moment);
    case 'answer':
      return settled(heard, incoming.id, ({ method }) => readResult(method, incoming.result), moment);
    case 'refusal':
      if (incoming.id === null) return [heard, [{ type: 'garbage', why: incoming.message }]];
      return settled(heard, incoming.id, (waiting) => refusalOf(waiting, incoming.code, incoming.message), moment);
  }
}

/** Leaving a room one is not in any more has succeeded. */
const refusalOf = ({ method }: Waiting, code: number, message: string): Result<unknown> =>
  method === 'exitRoom' && code === Code.roomNotFound ? done() : refused(code, message);

function settled(
  state: Online,
  id: string | number,
  judge: (waiting: Waiting) => Result<unknown>,
  { now }: Moment,
): Step {
  const waiting = state.desk.waiting.find(({ token }) => requestId(token) === id);
  if (waiting === undefined) return [state, []];
  const result = judge(waiting);
  const desk: Desk = {
    ...state.desk,
    waiting: state.desk.waiting.filter((each) => each !== waiting),
    knowledge: result.code === Code.ok ? grasp(state.desk.knowledge, waiting, result.data, now) : state.desk.knowledge,
  };
  const effects: SessionEffect[] = [{ type: 'settle', token: waiting.token, result }];
  if (result.code === Code.badAnswer) effects.push({ type: 'garbage', why: result.desc });
  return [{ ...state, desk }, effects];
}

/** What a successful request of our own has taught us. */
function grasp(knowledge: Knowledge, { method, params }: Waiting, result: unknown, at: number): Knowledge {
  const inviteId = 'inviteId' in params ? String(params.inviteId) : '';
  const data = 'data' in params ? String(params.data) : '';
  switch (method) {
    case 'invite': {
      // Not necessarily the id that was asked for: two who call each other share one invitation.
      const answered = (result as { inviteId: string }).inviteId;
      const inviteeList = 'invitee' in params ? [String(params.invitee)] : [];
      return knowledge.invitations.has(answered)
        ? knowledge
        : remember(knowledge, answered, { inviteeList, data, ended: false, at });
    }
    case 'accept':
    case 'reject':
    case 'cancel':
      return rememberEnd(knowledge, inviteId, at);
    case 'modifyInvitation': {
      const known = knowledge.invitations.get(inviteId);
      return known ? remember(knowledge, inviteId, { ...known, data, at }) : knowledge;
    }
    case 'enterRoom':
      return entered(knowledge, params, result as EnterRoomResult);
    case 'warmUp': {
      const name = nameIn(params);
      return name ? { ...knowledge, warm: { inviteId, name } } : knowledge;
    }
    case 'holdRoom':
      return onHold(knowledge);
    case 'login':
    case 'logout':
    case 'setPushToken':
    case 'getInvitation':
    case 'restartIce':
    case 'setMedia':
    case 'setReceive':
    case 'exitRoom':
    case 'sendCustomCmd':
    case 'startSpeedTest':
    case 'stopSpeedTest':
    case 'getUserStatus':
    case 'subscribeUserStatus':
    case 'unsubscribeUserStatus':
    case 'setSelfStatus':
      return knowledge;
  }
}

function notified(state: Online, event: ServerEvent, moment: Moment): Step {
  const expired = refused(Code.userSigExpired, 'The UserSig has expired.');
  if (event.method === 'userSigExpired') return renew(state, expired, moment);
  if (event.method === 'kickedOffline') {
    return event.params.reason === 'userSigExpired' ? renew(state, expired, moment) : kicked(state, event);
  }
  return told(state, event, moment);
}

/** Passes on what is news. */
export function told(state: Online, event: ServerEvent, { now }: Moment): Step {
  const { knowledge, news } = learn(state.desk.knowledge, event, now);
  return [{ ...state, desk: { ...state.desk, knowledge } }, news ? [{ type: 'notify', notice: event }] : []];
}

export function kicked({ desk }: Underway | Online, event: Extract<ServerEvent, { method: 'kickedOffline' }>): Step {
  return [
    { kind: 'kicked', reason: event.params.reason },
    [
      { type: 'close', socket: desk.socket },
      ...failAll(desk, refused(Code.notLoggedIn, 'You were signed in elsewhere.')),
      { type: 'notify', notice: event },
    ],
  ];
}
