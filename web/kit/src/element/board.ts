// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import type { CallingClient } from './client.js';

/** Whom a board tells what. */
export interface BoardListener {
  /** Something to be seen is another than before. */
  readonly changed: () => void;
  readonly began: (call: Call) => void;
  readonly ended: (call: Call) => void;
}

/** What is to be seen of a client's calls: the one in front, which stays after its end until it is put away. */
export class Board {
  front: Call | undefined;
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

  /** Puts the ended call away. */
  close(): void {
    if (this.front?.state.kind !== 'ended') return;
    this.front = undefined;
    this.#listener.changed();
  }

  /** Lets go of the client and its calls. */
  stop(): void {
    this.#offs.forEach((off) => off());
    this.#followed.forEach((off) => off());
  }

  #look(): void {
    for (const call of this.#client.calls) if (!this.#followed.has(call)) this.#follow(call);
    this.front = this.#client.currentCall ?? this.front;
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
    if (call.state.kind === 'ended') {
      this.#followed.get(call)?.();
      this.#followed.delete(call);
      this.#listener.ended(call);
    }
    this.#listener.changed();
  }
}
