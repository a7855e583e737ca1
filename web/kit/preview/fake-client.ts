// SPDX-License-Identifier: Apache-2.0
import type { Call, CallMedia, ClientEvents, ConnectionState, LoginInfo, Meanwhile, Result } from '@duet/sdk';
import type { CallingClient } from '../src/element/client.js';
import { FakeCall } from './fake-call.js';

/** A client without a server: every login succeeds, every call is a `FakeCall`. */
export class FakeClient implements CallingClient {
  connection: ConnectionState = 'online';
  callWaiting = false;
  calls: FakeCall[] = [];
  waitingCall: FakeCall | undefined;
  loginResult: Result<LoginInfo> = { code: 0, desc: '' };
  loggedOut = false;
  readonly #listeners: { [E in keyof ClientEvents]: Set<ClientEvents[E]> } = {
    connection: new Set(),
    incoming: new Set(),
    waiting: new Set(),
    calls: new Set(),
    kicked: new Set(),
  };

  /** `prepare` finishes each outgoing call before the page gets it. */
  constructor(readonly prepare: (call: FakeCall) => FakeCall = (call) => call) {}

  get currentCall(): FakeCall | undefined {
    const others = this.calls.filter((call) => call !== this.waitingCall);
    return others.find(({ held }) => held !== 'local') ?? others[0];
  }

  get heldCall(): FakeCall | undefined {
    return this.calls.find(({ held }) => held === 'local');
  }

  login(): Promise<Result<LoginInfo>> {
    return Promise.resolve(this.loginResult);
  }

  logout(): Promise<void> {
    this.loggedOut = true;
    return Promise.resolve();
  }

  call(peer: string, media: CallMedia): Call {
    return this.#adopt(this.prepare(new FakeCall({ peer, media, cameraOn: media === 'video' })));
  }

  on<E extends keyof ClientEvents>(event: E, listener: ClientEvents[E]): () => void {
    this.#listeners[event].add(listener);
    return () => this.#listeners[event].delete(listener);
  }

  connect(connection: ConnectionState): void {
    this.connection = connection;
    this.#listeners.connection.forEach((listener) => listener(connection));
  }

  /** Another call: it waits if there is one. */
  ring(call: FakeCall): FakeCall {
    if (this.currentCall !== undefined && call.direction === 'incoming') this.waitingCall = call;
    this.#adopt(call);
    this.#listeners[this.waitingCall === call ? 'waiting' : 'incoming'].forEach((listener) => listener(call));
    return call;
  }

  kick(reason: string): void {
    this.connection = 'kicked';
    this.#listeners.kicked.forEach((listener) => listener(reason));
  }

  #adopt(call: FakeCall): FakeCall {
    this.calls.push(call);
    call.clearLine = (meanwhile) => this.#clearLine(call, meanwhile);
    call.on('change', () => {
      const over = call.state.kind === 'ended';
      if (over) this.calls = this.calls.filter((each) => each !== call);
      if (this.waitingCall === call && (over || call.state.kind === 'talking')) this.waitingCall = undefined;
      if (this.calls.every((each) => each === this.waitingCall)) this.waitingCall = undefined;
      this.#tellCalls();
    });
    this.#tellCalls();
    return call;
  }

  #clearLine(call: FakeCall, meanwhile: Meanwhile): void {
    const current = this.currentCall;
    if (current === undefined || current === call || current.held === 'local') return;
    if (meanwhile === 'end') current.end('hangup', 'local');
    else current.set({ held: 'local' });
  }

  #tellCalls(): void {
    this.#listeners.calls.forEach((listener) => listener(this.calls));
  }
}
