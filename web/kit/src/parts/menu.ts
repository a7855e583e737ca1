// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';
import { CallScreen } from './call-screen.js';

/**
 * A menu over a call. Escape and a press beside it close it, but for one on the button that opened it, which a test id
 * names. Tells by `duet-close` that it is done with.
 */
export abstract class CallMenu extends CallScreen {
  protected abstract readonly opener: string;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('pointerdown', this.#outside);
    this.addEventListener('keydown', this.#key);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('pointerdown', this.#outside);
    this.removeEventListener('keydown', this.#key);
  }

  readonly #outside = (event: Event) => {
    const path = event.composedPath();
    const opened = path.some((each) => each instanceof HTMLElement && each.dataset['testid'] === this.opener);
    if (!opened && !path.includes(this)) this.close();
  };

  readonly #key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  protected close() {
    this.dispatchEvent(new CustomEvent('duet-close'));
  }
}

export const menuLook = css`
  :host {
    display: block;
    width: min(340px, calc(100vw - 2 * var(--space-4)));
    padding: var(--space-4);
    border-radius: var(--radius-l);
    color: var(--stage-ink);
    background: var(--stage-raised);
    box-shadow:
      0 0 0 1px var(--stage-line),
      var(--shadow-float);
  }
  section {
    display: grid;
    gap: var(--space-3);
  }
  section:focus {
    outline: none;
  }
  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }
  }
`;
