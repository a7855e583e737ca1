// SPDX-License-Identifier: Apache-2.0
import { css, html, LitElement } from 'lit';
import { meter } from '../sound/level.js';
import { base } from '../style/shared.js';
import './avatar.js';

/** An avatar in two rings: they breathe while a call is ringing, and follow the voice once somebody talks. */
export class DuetRings extends LitElement {
  static override properties = {
    name: {},
    picture: {},
    ringing: { type: Boolean, reflect: true },
    stream: { attribute: false },
  };
  declare name: string;
  declare picture: string | undefined;
  declare ringing: boolean;
  declare stream: MediaStream | undefined;
  #silence = () => {};

  static override styles = [
    base,
    css`
      :host {
        --avatar: clamp(72px, 20vh, 144px);
        --level: 0;
        position: relative;
        display: inline-grid;
        place-items: center;
        width: var(--avatar);
        height: var(--avatar);
      }
      i {
        position: absolute;
        inset: 0;
        border-radius: 50%;
        background: var(--stage-accent);
        opacity: 0.16;
        transform: scale(calc(1.08 + var(--level) * 0.4));
        will-change: transform;
      }
      i + i {
        opacity: 0.09;
        transform: scale(calc(1.18 + var(--level) * 0.9));
      }
      duet-avatar {
        position: relative;
      }
      :host([ringing]) i {
        opacity: 0;
        animation: ring 2.8s var(--ease) infinite;
      }
      :host([ringing]) i + i {
        animation-delay: 0.55s;
      }
      @keyframes ring {
        0% {
          opacity: 0.3;
          transform: scale(1);
        }
        70%,
        100% {
          opacity: 0;
          transform: scale(1.75);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        i {
          transform: scale(1.08) !important;
        }
        i + i {
          transform: scale(1.18) !important;
        }
        :host([ringing]) i {
          animation: none;
          opacity: 0.16;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this.picture = undefined;
    this.ringing = false;
    this.stream = undefined;
  }

  override render() {
    return html`<i></i><i></i><duet-avatar .name=${this.name} .picture=${this.picture}></duet-avatar>`;
  }

  override updated(changed: Map<string, unknown>) {
    if (changed.has('stream')) this.#listen();
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.#listen();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#silence();
  }

  #listen() {
    this.#silence();
    this.#silence =
      this.stream === undefined
        ? () => {}
        : meter(this.stream, (level) => this.style.setProperty('--level', level.toFixed(3)));
  }
}

customElements.define('duet-rings', DuetRings);
