// SPDX-License-Identifier: Apache-2.0
import { css, html, LitElement } from 'lit';
import { clock } from '../words/time.js';

/** The time since the call began to be talked on, counting up. */
export class DuetClock extends LitElement {
  static override properties = { since: { type: Number } };
  declare since: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = css`
    span {
      font-variant-numeric: tabular-nums;
    }
  `;

  constructor() {
    super();
    this.since = Date.now();
  }

  override render() {
    return html`<span role="timer" aria-live="off" data-testid="duration">${clock(Date.now() - this.since)}</span>`;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#tick();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  /** Wakes when the shown second is over, so that no second is skipped. */
  #tick() {
    this.requestUpdate();
    const elapsed = Math.max(0, Date.now() - this.since);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tick(), 1000 - (elapsed % 1000));
  }
}

customElements.define('duet-clock', DuetClock);
