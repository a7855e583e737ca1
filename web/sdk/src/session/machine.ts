// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused } from '../result.js';
import { encodeRequest } from '../wire/codec.js';
import { nameIn, nothingKnown, outside } from './knowledge.js';
import { approach, expired, failed, loginFrame, lose, opened, signedOut } from './linking.js';
import { kicked, nudged, onlineDeadline, onlineFrame, onlineWake, requested, told } from './online.js';
import { patience, repeatable } from './requests.js';
import type { Desk, Moment, SessionEffect, SessionEvent, SessionState, Step, Underway } from './state.js';

/** How long a first login is tried before it counts as failed. */
const firstLogin_ms = 15_000;

export const initialSession: SessionState = { kind: 'signedOut', why: done() };

/**
 * The session as one pure function. It reads no clock, opens no socket and draws no random number: the moment brings
 * both, and the effects, carried out in order, are the shell's whole job.
 */
export function step(state: SessionState, event: SessionEvent, moment: Moment): Step {
  switch (event.type) {
    case 'signIn':
      return signIn(state, event, moment);
    case 'signOut':
      return signOut(state);
    case 'ticket':
      return ticket(state, event.userSig, moment);
    case 'ticketFailed':
      return ticketFailed(state, event.why, moment);
    case 'renewable':
      return 'desk' in state ? [{ ...state, desk: { ...state.desk, renewable: event.renewable } }, []] : [state, []];
    case 'heard':
      return state.kind === 'online'
        ? told(state, { method: 'newInvitation', params: event.invitation }, moment)
        : [state, []];
    case 'socketOpened':
      return isUnderway(state) && state.link.kind === 'opening' && state.desk.socket === event.socket
        ? opened(state, moment)
        : [state, []];
    case 'socketClosed':
      return socketClosed(state, event, moment);
    case 'frame':
      return frame(state, event, moment);
    case 'request':
      return request(state, event, moment);
    case 'nudge':
      return nudge(state, moment);
    case 'wake':
      return wake(state, moment);
  }
}

/** When the machine wants to be woken; undefined when only an event can move it. */
export function wakeAt(state: SessionState): number | undefined {
  switch (state.kind) {
    case 'signedOut':
    case 'kicked':
      return undefined;
    case 'connecting':
      return Math.min(state.until, state.link.until, firstToExpire(state.desk));
    case 'resuming':
      return Math.min(state.link.until, firstToExpire(state.desk));
    case 'online':
      return Math.min(onlineDeadline(state), firstToExpire(state.desk));
  }
}

const firstToExpire = (desk: Desk): number => Math.min(...desk.waiting.map(({ giveUpAt }) => giveUpAt));

const isUnderway = (state: SessionState): state is Underway => state.kind === 'connecting' || state.kind === 'resuming';

function signIn(state: SessionState, event: Extract<SessionEvent, { type: 'signIn' }>, moment: Moment): Step {
  if (state.kind !== 'signedOut' && state.kind !== 'kicked') {
    return [state, [{ type: 'signedIn', result: refused(Code.loginInProgress, 'A login is already under way.') }]];
  }
  const { identity, renewable } = event;
  const desk: Desk = {
    identity,
    renewable,
    userSig: undefined,
    renewedAt: -Infinity,
    waiting: [],
    knowledge: (state.kind === 'signedOut' && state.knowledge) || nothingKnown,
    socket: 0,
  };
  const lastFailure = refused(Code.connectTimeout, 'The server could not be reached.');
  const until = moment.now + firstLogin_ms;
  return approach(
    { kind: 'connecting', desk, link: { kind: 'ticket', until }, attempt: 0, until, lastFailure },
    moment,
  );
}

function signOut(state: SessionState): Step {
  if (state.kind === 'signedOut' || state.kind === 'kicked') return [{ kind: 'signedOut', why: done() }, []];
  if (state.kind === 'connecting') return signedOut(state, refused(Code.loginInterrupted, 'You signed out.'));
  const [next, effects] = signedOut(state, done());
  const { socket } = state.desk;
  const id = `logout${socket}`;
  const goodbye: SessionEffect = { type: 'part', socket, id, text: encodeRequest(id, 'logout', {}) };
  return [next, state.kind === 'online' ? [goodbye, ...effects] : effects];
}

function ticket(state: SessionState, userSig: string, moment: Moment): Step {
  if (!('desk' in state)) return [state, []];
  const next = { ...state, desk: { ...state.desk, userSig } };
  return next.kind !== 'online' && next.link.kind === 'ticket' ? approach(next, moment) : [next, []];
}

function ticketFailed(state: SessionState, why: string, moment: Moment): Step {
  if (!isUnderway(state) || state.link.kind !== 'ticket') return [state, []];
  const desc = `No UserSig could be had: ${why}`;
  // Somebody waits for this login, and what is missing is known: another ticket than the expired one.
  if (state.kind === 'connecting' && state.desk.renewedAt > -Infinity) {
    return expired(state, refused(Code.userSigExpired, desc));
  }
  return failed(state, refused(Code.loginInterrupted, desc), moment);
}

const unreachable = refused(Code.disconnected, 'The connection to the server broke.');

/** Why the server will not have this device back: its user was kicked, or the same device is on another socket. */
const displaced = new Map([
  [4002, 'multipleDevice'],
  [4003, 'sameDevice'],
]);

function socketClosed(
  state: SessionState,
  { socket, code = 0 }: Extract<SessionEvent, { type: 'socketClosed' }>,
  moment: Moment,
): Step {
  if (!('desk' in state) || state.desk.socket !== socket) return [state, []];
  const reason = displaced.get(code);
  if (reason !== undefined) {
    return state.kind === 'connecting'
      ? signedOut(state, refused(Code.kickedOffline, 'You were signed in elsewhere.'))
      : kicked(state, { method: 'kickedOffline', params: { reason } });
  }
  if (state.kind === 'online') return lose(state, moment);
  return state.link.kind === 'opening' || state.link.kind === 'loggingIn'
    ? failed(state, unreachable, moment)
    : [state, []];
}

function frame(state: SessionState, event: Extract<SessionEvent, { type: 'frame' }>, moment: Moment): Step {
  if (state.kind === 'online' && state.desk.socket === event.socket) return onlineFrame(state, event.frame, moment);
  return isUnderway(state) && state.link.kind === 'loggingIn' && state.desk.socket === event.socket
    ? loginFrame(state, event.frame, moment)
    : [state, []];
}

function request(state: SessionState, event: Extract<SessionEvent, { type: 'request' }>, moment: Moment): Step {
  const { token, method, params } = event;
  if (state.kind === 'online') return requested(state, { token, method, params }, moment);
  if (!isUnderway(state)) {
    return [state, [{ type: 'settle', token, result: refused(Code.notLoggedIn, 'You are not signed in.') }]];
  }
  if (!repeatable(method, params)) {
    const result = refused(Code.disconnected, 'There is no connection to the server at the moment.');
    return [state, [{ type: 'settle', token, result }]];
  }
  const giveUpAt = moment.now + patience(method);
  const waiting = [...state.desk.waiting, { token, method, params, sentAt: undefined, giveUpAt, repeated: false }];
  const knowledge = method === 'exitRoom' ? outside(state.desk.knowledge, nameIn(params)) : state.desk.knowledge;
  return [{ ...state, desk: { ...state.desk, waiting, knowledge } }, []];
}

function nudge(state: SessionState, moment: Moment): Step {
  if (state.kind === 'online') return nudged(state, moment);
  return isUnderway(state) && state.link.kind === 'backoff' ? approach({ ...state, attempt: 0 }, moment) : [state, []];
}

function wake(state: SessionState, moment: Moment): Step {
  if (state.kind === 'signedOut' || state.kind === 'kicked') return [state, []];
  const [punctual, late] = expire(state.desk, moment.now);
  const [next, effects] = wakeLink({ ...state, desk: punctual }, moment);
  return [next, [...late, ...effects]];
}

function expire(desk: Desk, now: number): [Desk, SessionEffect[]] {
  const late = desk.waiting.filter(({ giveUpAt }) => now >= giveUpAt);
  const result = refused(Code.requestTimeout, 'The server did not answer in time.');
  return [
    late.length === 0 ? desk : { ...desk, waiting: desk.waiting.filter((each) => !late.includes(each)) },
    late.map(({ token }) => ({ type: 'settle', token, result })),
  ];
}

function wakeLink(state: Exclude<SessionState, { kind: 'signedOut' | 'kicked' }>, moment: Moment): Step {
  if (state.kind === 'online') return onlineWake(state, moment);
  if (state.kind === 'connecting' && moment.now >= state.until) return signedOut(state, state.lastFailure);
  if (moment.now < state.link.until) return [state, []];
  return state.link.kind === 'backoff' ? approach(state, moment) : failed(state, unreachable, moment);
}
