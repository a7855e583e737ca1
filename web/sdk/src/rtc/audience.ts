// SPDX-License-Identifier: Apache-2.0
import { safely } from '../events.js';
import type { RtcCallbacks } from './listener.js';

/** Tells every listener that has the callback. */
export type Tell = <E extends keyof RtcCallbacks>(callback: E, ...args: Parameters<RtcCallbacks[E]>) => void;

/** The listeners of a room; the same one twice counts once, and what is none is passed over. */
export class Audience {
  private readonly listeners = new Set<Partial<RtcCallbacks>>();

  add(listener: unknown): boolean {
    if (typeof listener !== 'object' || listener === null) return false;
    this.listeners.add(listener);
    return true;
  }

  remove(listener: unknown): void {
    this.listeners.delete(listener as Partial<RtcCallbacks>);
  }

  clear(): void {
    this.listeners.clear();
  }

  /** Whether anybody would be told. */
  readonly hears = (callback: keyof RtcCallbacks): boolean =>
    Array.from(this.listeners).some((listener) => typeof listener[callback] === 'function');

  readonly tell: Tell = (callback, ...args) => {
    // A copy, so that a listener may take itself off while it is told.
    for (const listener of Array.from(this.listeners)) {
      safely(() => {
        const code: unknown = listener[callback];
        // By way of the listener, which may look for itself in `this`.
        if (typeof code === 'function') Reflect.apply(code, listener, args);
      });
    }
  };
}
