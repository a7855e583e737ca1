// SPDX-License-Identifier: Apache-2.0

/** Listeners by event name. A listener that throws is reported to the page and disturbs nobody else. */
export class Emitter<Events extends { [E in keyof Events]: (...args: never[]) => void }> {
  private readonly listeners = new Map<keyof Events, Set<(...args: never[]) => void>>();

  on<E extends keyof Events>(event: E, listener: Events[E]): () => void {
    const set = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, set);
    set.add(listener);
    return () => void set.delete(listener);
  }

  emit<E extends keyof Events>(event: E, ...args: Parameters<Events[E]>): void {
    // A copy, so that a listener may take itself off while the event is on its way.
    for (const listener of Array.from(this.listeners.get(event) ?? [])) safely(() => listener(...args));
  }
}

/** Runs code that belongs to the app: what it throws surfaces as an uncaught error of the page, not inside the SDK. */
export function safely(code: () => void): void {
  try {
    code();
  } catch (error) {
    reportError(error);
  }
}
