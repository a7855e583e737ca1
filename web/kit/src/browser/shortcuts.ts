// SPDX-License-Identifier: Apache-2.0
import type { ReactiveController } from 'lit';

/** What each key does while a screen is shown, by `KeyboardEvent.key` in lower case. */
export type Keys = Readonly<Record<string, () => void>>;

/** Listens to the keyboard for as long as its screen is shown. Keys meant for a field or a button are left to those. */
export class Shortcuts implements ReactiveController {
  readonly #keys: Keys;

  constructor(keys: Keys) {
    this.#keys = keys;
  }

  hostConnected() {
    window.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected() {
    window.removeEventListener('keydown', this.#pressed);
  }

  readonly #pressed = (event: KeyboardEvent) => {
    if (event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
    const clicksItself = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
    if (clicksItself && (event.key === 'Enter' || event.key === ' ')) return;
    const act = this.#keys[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}
