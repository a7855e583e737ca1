// SPDX-License-Identifier: Apache-2.0
import type { Result } from '../result.js';
import { refused } from '../result.js';
import type { Call, CallMedia, ClientEvents, ConnectionState, DuetClientOptions, LoginInfo } from './types.js';

/** One signed-in user on one server. */
export class DuetClient {
  readonly connection: ConnectionState = 'offline';
  readonly currentCall: Call | undefined = undefined;

  constructor(readonly options: DuetClientOptions) {}

  login(): Promise<Result<LoginInfo>> {
    return Promise.resolve(refused(6014, 'Not built yet.'));
  }

  logout(): Promise<void> {
    return Promise.resolve();
  }

  /** Starts ringing at once; whatever fails ends the call with a reason. `timeout` in seconds, 30 by default. */
  call(_userId: string, _media: CallMedia, _options?: { timeout?: number }): Call {
    throw new Error('Not built yet.');
  }

  /** Returns the function that takes the listener off again. */
  on<E extends keyof ClientEvents>(_event: E, _listener: ClientEvents[E]): () => void {
    return () => {};
  }
}
