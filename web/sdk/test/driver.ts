// SPDX-License-Identifier: Apache-2.0
import { initialSession, step, wakeAt } from '../src/session/machine.js';
import type { Notice, SessionEffect, SessionEvent, SessionState } from '../src/session/state.js';
import type { Method } from '../src/wire/frames.js';

export const someone = {
  sdkAppId: 1400000001,
  userId: 'bob',
  device: { id: 'd1', platform: 'web', name: 'tab' },
} as const;

/** The session machine under manual time, with a server played by the test. */
export class Driver {
  state: SessionState = initialSession;
  now = 1_000_000;
  random = 0;
  effects: SessionEffect[] = [];
  private token = 0;

  feed(event: SessionEvent): SessionEffect[] {
    const [next, effects] = step(this.state, event, { now: this.now, random: this.random });
    this.state = next;
    this.effects.push(...effects);
    return effects;
  }

  /** Lets time pass, waking the machine whenever it asked to be woken. */
  pass(ms: number): SessionEffect[] {
    const until = this.now + ms;
    const seen: SessionEffect[] = [];
    for (let at = wakeAt(this.state); at !== undefined && at <= until; at = wakeAt(this.state)) {
      this.now = Math.max(this.now, at);
      seen.push(...this.feed({ type: 'wake' }));
    }
    this.now = until;
    return seen;
  }

  get socket(): number {
    return 'desk' in this.state ? this.state.desk.socket : 0;
  }

  frame(frame: object | string): SessionEffect[] {
    const text = typeof frame === 'string' ? frame : JSON.stringify({ jsonrpc: '2.0', ...frame });
    return this.feed({ type: 'frame', socket: this.socket, frame: text });
  }

  signIn(renewable = true): void {
    this.feed({ type: 'signIn', identity: someone, renewable });
  }

  openAndLogIn(answer: object = {}): SessionEffect[] {
    this.feed({ type: 'socketOpened', socket: this.socket });
    return this.frame({ id: `login${this.socket}`, result: loginAnswer(answer) });
  }

  goOnline(answer: object = {}): SessionEffect[] {
    this.signIn();
    this.feed({ type: 'ticket', userSig: 'sig' });
    return this.openAndLogIn(answer);
  }

  /** Cuts the socket, and logs in again on the next one. */
  gap(answer: object = {}, ms = 1_000): SessionEffect[] {
    this.feed({ type: 'socketClosed', socket: this.socket });
    this.pass(ms);
    return this.openAndLogIn(answer);
  }

  request(method: Method, params: object): number {
    this.token += 1;
    this.feed({ type: 'request', token: this.token, method, params });
    return this.token;
  }

  answer(token: number, result: object = {}): SessionEffect[] {
    return this.frame({ id: `r${token}`, result });
  }

  refuse(token: number, code: number): SessionEffect[] {
    return this.frame({ id: `r${token}`, error: { code, message: 'No.' } });
  }

  event(method: string, params: object): SessionEffect[] {
    return this.frame({ method, params });
  }

  settled(token: number): unknown {
    const effect = this.effects.findLast((each) => each.type === 'settle' && each.token === token);
    return effect?.type === 'settle' ? effect.result : undefined;
  }
}

export const loginAnswer = (answer: object): object => ({
  loginId: 'l1',
  serverTime: 5_000,
  heartbeat: 20,
  iceServers: [],
  pending: [],
  room: null,
  ...answer,
});

export const invitation = (fields: object): object => ({
  inviteId: 'i1',
  inviter: 'alice',
  inviteeList: ['bob'],
  groupId: '',
  data: 'd',
  timeout: 30,
  createdAt: 1_000,
  deadline: 31_000,
  onlineUserOnly: false,
  state: 'ringing',
  ...fields,
});

export const notices = (effects: readonly SessionEffect[]): Notice[] =>
  effects.flatMap((effect) => (effect.type === 'notify' ? [effect.notice] : []));

export const names = (effects: readonly SessionEffect[]): string[] => notices(effects).map(({ method }) => method);

export const kinds = (effects: readonly SessionEffect[]): string[] => effects.map(({ type }) => type);

export const sent = (effects: readonly SessionEffect[]): { id: string; method: string; params: object }[] =>
  effects.flatMap((effect) =>
    effect.type === 'send' || effect.type === 'part'
      ? [JSON.parse(effect.text) as { id: string; method: string; params: object }]
      : [],
  );
