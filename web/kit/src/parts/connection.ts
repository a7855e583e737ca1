// SPDX-License-Identifier: Apache-2.0
import type { ConnectionState } from '@duet/sdk';
import { css, html, LitElement } from 'lit';
import { base } from '../style/shared.js';
import { en } from '../words/en.js';
import type { Words } from '../words/words.js';

/** The state of the line to the server: a quiet pill, or on a call's stage nothing at all until something is wrong. */
export class DuetConnection extends LitElement {
  static override properties = { state: {}, stage: { type: Boolean, reflect: true }, words: { attribute: false } };
  declare state: ConnectionState;
  declare stage: boolean;
  declare words: Words;

  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      p {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 32px;
        padding: 0 var(--space-3);
        border-radius: var(--radius-round);
        font-size: var(--text-s);
        font-weight: 600;
        white-space: nowrap;
        color: var(--ink-soft);
        background: var(--sunken);
      }
      p::before {
        content: '';
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--line-strong);
      }
      [data-state='online']::before {
        background: var(--accent);
      }
      [data-state='connecting']::before,
      [data-state='reconnecting']::before {
        background: var(--warn);
        animation: breathe 1.6s ease-in-out infinite;
      }
      [data-state='offline']::before,
      [data-state='kicked']::before {
        background: var(--danger);
      }
      :host([stage]) {
        position: absolute;
        z-index: 3;
        top: calc(var(--space-4) + var(--safe-top));
        left: 0;
        right: 0;
        display: grid;
        place-items: center;
        pointer-events: none;
      }
      :host([stage]) p {
        color: var(--stage-ink);
        background: var(--stage-glass);
        backdrop-filter: blur(16px);
        box-shadow: inset 0 0 0 1px var(--stage-line);
      }
      :host([stage]) p::before {
        background: var(--stage-warn);
      }
      :host([stage]) [data-state='online'] {
        position: absolute;
        clip-path: inset(50%);
      }
      @keyframes breathe {
        50% {
          opacity: 0.3;
        }
      }
      @media (prefers-reduced-motion: reduce) {
        p::before {
          animation: none !important;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.state = 'offline';
    this.stage = false;
    this.words = en;
  }

  override render() {
    return html`<p data-testid="connection" data-state=${this.state} role="status">
      ${this.words.connection[this.state]}
    </p>`;
  }
}

customElements.define('duet-connection', DuetConnection);
