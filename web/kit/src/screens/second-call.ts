// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing } from 'lit';
import { callAttention } from '../browser/attention.js';
import { focused } from '../browser/focus.js';
import '../parts/avatar.js';
import { CallScreen } from '../parts/call-screen.js';
import { icon } from '../parts/icon.js';
import { breakable } from '../parts/name.js';
import { base, icons } from '../style/shared.js';

/** Somebody who calls during a call, as a card over it: decline, hold and answer, or end and answer. */
export class DuetSecondCall extends CallScreen {
  static override properties = { ...CallScreen.properties, held: { type: Boolean }, answered: { state: true } };
  /** Another call is on hold already: no second one can be. */
  declare held: boolean;
  declare answered: boolean;
  #calm = () => {};
  #before: HTMLElement | undefined;

  static override styles = [
    base,
    icons,
    css`
      :host {
        position: fixed;
        z-index: 5;
        top: calc(var(--space-4) + var(--safe-top));
        left: 50%;
        display: block;
        width: min(520px, calc(100vw - 2 * var(--space-4)));
        translate: -50% 0;
      }
      section {
        display: grid;
        grid-template-columns: auto 1fr;
        column-gap: var(--space-3);
        align-items: center;
        padding: var(--space-4);
        border-radius: var(--radius-l);
        color: var(--stage-ink);
        background: var(--stage-raised);
        box-shadow:
          0 0 0 1px var(--stage-line),
          var(--shadow-float);
        animation: arrive var(--calm) var(--ease);
      }
      section:focus-visible {
        outline: 3px solid var(--stage-ink);
      }
      duet-avatar {
        --avatar: 48px;
      }
      h2 {
        font-size: 1.0625rem;
        font-weight: 650;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      p {
        font-size: 0.9375rem;
        color: var(--stage-ink-soft);
      }
      .choices {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
        margin-top: var(--space-4);
      }
      button {
        flex: 1 1 auto;
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: var(--space-2);
        min-height: 44px;
        padding: var(--space-1) var(--space-3);
        border-radius: var(--radius-m);
        font-size: 0.9375rem;
        font-weight: 600;
        color: #ffffff;
        transition: filter var(--quick) var(--ease);
      }
      button:hover {
        filter: brightness(1.12);
      }
      button .icon {
        width: 1.25em;
        height: 1.25em;
      }
      .decline {
        background: var(--stage-danger);
      }
      .hold {
        background: var(--stage-accept);
      }
      .end {
        color: var(--stage-ink);
        background: rgb(255 255 255 / 12%);
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(-12px);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        section {
          animation: none;
        }
      }
      @media (forced-colors: active) {
        section,
        button {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.held = false;
    this.answered = false;
  }

  override render() {
    const { call, peer, words } = this;
    const { hold, ring } = words;
    const video = call.media === 'video';
    return html`<section
      role="alertdialog"
      aria-labelledby="peer"
      aria-describedby="kind"
      tabindex="-1"
      data-testid="second-call"
      data-media=${call.media}
    >
      <duet-avatar .name=${peer.name} .picture=${peer.picture}></duet-avatar>
      <div>
        <h2 id="peer">${breakable(peer.name)}</h2>
        <p id="kind">${video ? ring.incomingVideo : ring.incomingVoice}</p>
      </div>
      <div class="choices">
        <button
          class="decline"
          type="button"
          data-testid="decline-busy"
          aria-label=${hold.declineBusyLong}
          title=${hold.declineBusyLong}
          @click=${this.#decline}
        >
          ${icon('hangUp')}${hold.declineBusy}
        </button>
        <button class="end" type="button" data-testid="end-answer" @click=${() => this.#answer('end')}>
          ${hold.endAnswer}
        </button>
        ${
          this.held
            ? nothing
            : html`<button class="hold" type="button" data-testid="hold-answer" @click=${() => this.#answer('hold')}>
                ${icon(video ? 'video' : 'call')}${hold.holdAnswer}
              </button>`
        }
      </div>
    </section>`;
  }

  override connectedCallback() {
    super.connectedCallback();
    const { name, picture } = this.peer;
    const { rings, notices, words } = this.setting;
    this.#before = focused();
    this.#calm = callAttention(
      rings.waiting,
      {
        title: words.ring.isCalling(name),
        body: words.ring.clickToAnswer,
        ...(picture !== undefined && { picture }),
        click: () => this.#answer(this.held ? 'end' : 'hold'),
      },
      notices,
    );
  }

  override firstUpdated() {
    if (!this.small) this.renderRoot.querySelector<HTMLElement>('section')?.focus();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#calm();
    if (!this.small && this.#before?.isConnected) this.#before.focus();
  }

  readonly #decline = () => void this.call.reject('busy');

  #answer(meanwhile: 'hold' | 'end') {
    if (this.answered) return;
    this.answered = true;
    this.#calm();
    void this.call.accept(meanwhile).then(({ code }) => (this.answered = code === 0));
  }
}

customElements.define('duet-second-call', DuetSecondCall);
