// SPDX-License-Identifier: Apache-2.0
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What each key does while a screen is shown, by `KeyboardEvent.key` in lower case. */
export type Keys = Readonly<Record<string, () => void>>;

/** A screen with keys. While it is small the page around it is in use, so its keys work only with the focus in it. */
interface KeyedScreen extends ReactiveControllerHost, EventTarget {
  readonly small: boolean;
}

/** Listens to the keyboard for as long as its screen is shown. Keys meant for a field or a button are left to those. */
export class Shortcuts implements ReactiveController {
  readonly #screen: KeyedScreen;
  readonly #keys: Keys;

  constructor(screen: KeyedScreen, keys: Keys) {
    this.#screen = screen;
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
    const path = event.composedPath();
    if (takesText(path[0]) || (this.#screen.small && !path.includes(this.#screen))) return;
    const clicksItself = path[0] instanceof HTMLButtonElement || path[0] instanceof HTMLAnchorElement;
    if (clicksItself && (event.key === 'Enter' || event.key === ' ')) return;
    const act = this.#keys[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}

function takesText(target: EventTarget | undefined): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLElement && target.isContentEditable)
  );
}
