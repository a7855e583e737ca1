// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import type { CallingClient } from './client.js';

/** Whom a board tells what. */
export interface BoardListener {
  /** Something to be seen is another than before. */
  readonly changed: () => void;
  readonly began: (call: Call) => void;
  readonly ended: (call: Call) => void;
  /** A call ended while another goes on. */
  readonly passed: (call: Call) => void;
}

/**
 * What is to be seen of a client's calls: one in front, which stays after its end until it is put away, one on hold
 * behind it, one that waits over it.
 */
export class Board {
  #ended: Call | undefined;
  readonly #client: CallingClient;
  readonly #listener: BoardListener;
  readonly #offs: (() => void)[];
  readonly #followed = new Map<Call, () => void>();

  constructor(client: CallingClient, listener: BoardListener) {
    this.#client = client;
    this.#listener = listener;
    this.#offs = [client.on('calls', () => this.#look()), client.on('connection', listener.changed)];
    this.#look();
  }

  get front(): Call | undefined {
    return this.#client.currentCall ?? this.#ended;
  }

  /** The call on hold behind the one in front. */
  get held(): Call | undefined {
    const { heldCall } = this.#client;
    return heldCall === this.front ? undefined : heldCall;
  }

  get waiting(): Call | undefined {
    return this.#client.waitingCall;
  }

  /** Puts the ended call away. */
  close(): void {
    this.#ended = undefined;
    this.#listener.changed();
  }

  /** Lets go of the client and its calls. */
  stop(): void {
    this.#offs.forEach((off) => off());
    this.#followed.forEach((off) => off());
    this.#followed.clear();
  }

  #look(): void {
    for (const call of this.#client.calls) if (!this.#followed.has(call)) this.#follow(call);
    if (this.#client.currentCall !== undefined) this.#ended = undefined;
    this.#listener.changed();
  }

  #follow(call: Call): void {
    this.#followed.set(
      call,
      call.on('change', () => this.#changed(call)),
    );
    this.#listener.began(call);
  }

  #changed(call: Call): void {
    if (call.state.kind === 'ended') this.#over(call);
    this.#listener.changed();
  }

  #over(call: Call): void {
    this.#followed.get(call)?.();
    this.#followed.delete(call);
    this.#listener.ended(call);
    if (this.#followed.size === 0) this.#ended = call;
    else this.#listener.passed(call);
  }
}
