// SPDX-License-Identifier: Apache-2.0
import type { Call, CallMedia, ClientEvents, ConnectionState, LoginInfo, Result } from '@duet/sdk';
import type { CallingClient } from '../src/element/client.js';
import { FakeCall } from './fake-call.js';

/** A client without a server: every login succeeds, every call is a `FakeCall`. */
export class FakeClient implements CallingClient {
  connection: ConnectionState = 'online';
  calls: FakeCall[] = [];
  loginResult: Result<LoginInfo> = { code: 0, desc: '' };
  loggedOut = false;
  readonly #listeners: { [E in keyof ClientEvents]: Set<ClientEvents[E]> } = {
    connection: new Set(),
    incoming: new Set(),
    calls: new Set(),
    kicked: new Set(),
  };

  /** `prepare` finishes each outgoing call before the page gets it. */
  constructor(readonly prepare: (call: FakeCall) => FakeCall = (call) => call) {}

  get currentCall(): FakeCall | undefined {
    return this.calls[0];
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

  ring(call: FakeCall): FakeCall {
    this.#adopt(call);
    this.#listeners.incoming.forEach((listener) => listener(call));
    return call;
  }

  kick(reason: string): void {
    this.connection = 'kicked';
    this.#listeners.kicked.forEach((listener) => listener(reason));
  }

  #adopt(call: FakeCall): FakeCall {
    this.calls.push(call);
    call.on('change', () => {
      if (call.state.kind !== 'ended') return;
      this.calls = this.calls.filter((each) => each !== call);
      this.#tellCalls();
    });
    this.#tellCalls();
    return call;
  }

  #tellCalls(): void {
    this.#listeners.calls.forEach((listener) => listener(this.calls));
  }
}
