// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { refused, type Result } from '../result.js';
import { decode, encodeRequest, readResult } from '../wire/codec.js';
import { arrive } from './arrival.js';
import { backoff } from './backoff.js';
import { repeatable } from './requests.js';
import type { Desk, Moment, Online, SessionEffect, Step, Underway } from './state.js';

/** A socket that has not opened, or a login that has not been answered, by then has failed. */
const patience_ms = 10_000;
/** A ticket that expires again this soon after it was replaced is not worth asking for another. */
const renewal_ms = 60_000;

/** Refusals of a login that a later attempt may not meet: busy, running already, too fast, the server's own fault. */
const passing = new Set<number>([
  Code.requestTimeout,
  6015,
  Code.frequencyLimit,
  Code.tooManyFailures,
  Code.serverFault,
]);

export function failAll(desk: Desk, result: Result): SessionEffect[] {
  return desk.waiting.map(({ token }) => ({ type: 'settle', token, result }));
}

/** Ends the session for good; `why` is what the app is told. */
export function signedOut(state: Underway | Online, why: Result): Step {
  const effects: SessionEffect[] = [{ type: 'close', socket: state.desk.socket }];
  effects.push(...failAll(state.desk, refused(Code.notLoggedIn, 'You are signed out.')));
  if (state.kind === 'connecting') effects.push({ type: 'signedIn', result: refused(why.code, why.desc) });
  return [{ kind: 'signedOut', why }, effects];
}

/** The next thing to do on the way to being online. */
export function approach(state: Underway, { now }: Moment): Step {
  if (state.desk.userSig === undefined) {
    return [{ ...state, link: { kind: 'ticket', until: now + patience_ms } }, [{ type: 'askTicket' }]];
  }
  const desk = { ...state.desk, socket: state.desk.socket + 1 };
  return [
    { ...state, desk, link: { kind: 'opening', until: now + patience_ms } },
    [{ type: 'connect', socket: desk.socket }],
  ];
}

export function opened(state: Underway, { now }: Moment): Step {
  const { identity, userSig, socket } = state.desk;
  const text = encodeRequest(`login${socket}`, 'login', { ...identity, userSig: userSig ?? '' });
  return [{ ...state, link: { kind: 'loggingIn', until: now + patience_ms } }, [{ type: 'send', socket, text }]];
}

/** One attempt came to nothing: wait, then try again, unless somebody waits for a first login that took too long. */
export function failed(state: Underway, why: Result, moment: Moment): Step {
  if (state.kind === 'connecting' && moment.now >= state.until) return signedOut(state, why);
  const until = moment.now + backoff(state.attempt, moment.random);
  const next = { ...state, attempt: state.attempt + 1, link: { kind: 'backoff', until } as const };
  return [
    next.kind === 'connecting' ? { ...next, lastFailure: why } : next,
    [
      { type: 'close', socket: state.desk.socket },
      { type: 'attemptFailed', why },
    ],
  ];
}

/** The socket is gone or silent: what may be repeated waits for the next one, the rest has failed. */
export function lose(state: Online, moment: Moment): Step {
  const stay = state.desk.waiting.filter(({ method, params }) => repeatable(method, params));
  const effects: SessionEffect[] = state.desk.waiting
    .filter((each) => !stay.includes(each))
    .map(({ token }) => ({
      type: 'settle',
      token,
      result: refused(Code.disconnected, 'The connection broke before the server answered.'),
    }));
  const waiting = stay.map((each) => ({
    ...each,
    repeated: each.repeated || each.sentAt !== undefined,
    sentAt: undefined,
  }));
  const until = moment.now + backoff(0, moment.random);
  return [
    { kind: 'resuming', desk: { ...state.desk, waiting }, link: { kind: 'backoff', until }, attempt: 1 },
    [{ type: 'close', socket: state.desk.socket }, ...effects],
  ];
}

/** Nobody has a better ticket: the app has to know. */
export function expired(state: Underway | Online, why: Result): Step {
  const [, effects] = signedOut(state, why);
  return [
    { kind: 'signedOut', why, knowledge: state.desk.knowledge },
    [...effects, { type: 'notify', notice: { method: 'userSigExpired', params: {} } }],
  ];
}

/** Asks for a new ticket, unless that was tried a moment ago or nobody can be asked. */
export function renew(state: Underway | Online, why: Result, moment: Moment): Step {
  if (!state.desk.renewable || moment.now - state.desk.renewedAt < renewal_ms) return expired(state, why);
  const [lost, effects] = state.kind === 'online' ? lose(state, moment) : withdraw(state);
  if (lost.kind !== 'connecting' && lost.kind !== 'resuming') return [lost, effects];
  const desk = { ...lost.desk, userSig: undefined, renewedAt: moment.now };
  const [next, asks] = approach({ ...lost, desk }, moment);
  return [next, [...effects, ...asks]];
}

const withdraw = (state: Underway): Step => [state, [{ type: 'close', socket: state.desk.socket }]];

/** A frame while the login is under way: only its answer matters. */
export function loginFrame(state: Underway, frame: unknown, moment: Moment): Step {
  const incoming = decode(frame);
  const id = `login${state.desk.socket}`;
  if (incoming.kind === 'garbage') return [state, [{ type: 'garbage', why: incoming.why }]];
  if (incoming.kind === 'event' || incoming.kind === 'stranger' || incoming.id !== id) return [state, []];
  if (incoming.kind === 'refusal') return loginRefused(state, refused(incoming.code, incoming.message), moment);
  const { data, ...answer } = readResult('login', incoming.result);
  if (data !== undefined) return arrive(state, data, moment);
  const [next, effects] = failed(state, answer, moment);
  return [next, [{ type: 'garbage', why: answer.desc }, ...effects]];
}

function loginRefused(state: Underway, why: Result, moment: Moment): Step {
  if (why.code === Code.userSigExpired || why.code === Code.userSigExpiredHere) return renew(state, why, moment);
  return passing.has(why.code) ? failed(state, why, moment) : signedOut(state, why);
}
