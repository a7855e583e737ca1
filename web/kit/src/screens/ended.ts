// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing } from 'lit';
import '../parts/avatar.js';
import { CallScreen } from '../parts/call-screen.js';
import '../parts/connection.js';
import { icon } from '../parts/icon.js';
import { breakable } from '../parts/name.js';
import { CornerDrag } from '../browser/corner.js';
import { Shortcuts } from '../browser/shortcuts.js';
import { page } from '../style/page.js';
import { base, buttons, icons } from '../style/shared.js';
import { deviceAdvice, deviceFacts } from '../words/devices.js';
import { ending } from '../words/ended.js';
import { spoken } from '../words/time.js';

/** The page after a call: why it ended, how long it was, and what next. */
export class DuetEnded extends CallScreen {
  static override properties = { ...CallScreen.properties, diagnosis: { state: true } };
  declare diagnosis: string | undefined;

  static override styles = [
    base,
    buttons,
    icons,
    page,
    css`
      :host {
        position: fixed;
        inset: 0;
        overflow: auto;
        place-items: center;
      }
      section {
        display: grid;
        justify-items: center;
        width: min(100%, 440px);
        text-align: center;
      }
      duet-avatar {
        --avatar: 96px;
        margin-bottom: var(--space-5);
      }
      h1 {
        overflow-wrap: anywhere;
      }
      .advice {
        max-width: 40ch;
        margin-top: var(--space-3);
      }
      .lasted {
        margin-top: var(--space-3);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-3);
        width: 100%;
        margin-top: var(--space-6);
      }
      .choices .button {
        flex: 1 1 140px;
        padding: 0 var(--space-4);
        white-space: nowrap;
      }
      section:focus {
        outline: none;
      }
      :host([small]) {
        inset: auto calc(var(--space-4) + var(--safe-right)) calc(var(--space-4) + var(--safe-bottom)) auto;
        width: min(300px, calc(100vw - 2 * var(--space-4)));
        min-height: 0;
        padding: var(--space-4);
        border-radius: var(--radius-l);
        background: var(--surface);
        box-shadow:
          0 0 0 1px var(--line),
          var(--shadow-raised);
        touch-action: none;
      }
      :host([small][corner~='top']) {
        top: calc(var(--space-4) + var(--safe-top));
        bottom: auto;
      }
      :host([small][corner~='left']) {
        left: calc(var(--space-4) + var(--safe-left));
        right: auto;
      }
      :host([small]) h1 {
        font-size: 1rem;
        letter-spacing: 0;
      }
      :host([small]) p {
        margin-top: var(--space-1);
        font-size: var(--text-s);
      }
      :host([small]) .choices {
        gap: var(--space-2);
        margin-top: var(--space-3);
      }
      :host([small]) .button {
        flex: 1 1 auto;
        min-height: 44px;
        padding: 0 var(--space-3);
        font-size: 0.9375rem;
      }
      duet-connection {
        position: absolute;
        top: calc(var(--space-4) + var(--safe-top));
        right: calc(var(--space-5) + var(--safe-right));
      }
    `,
  ];

  constructor() {
    super();
    this.diagnosis = undefined;
    const close = () => this.#close();
    this.addController(new Shortcuts(this, { escape: close, enter: close }));
    this.addController(new CornerDrag(this));
  }

  override render() {
    const { call, peer, words } = this;
    if (call.state.kind !== 'ended') return nothing;
    const { reason, talkedMs } = call.state;
    const { sentence, advice } = ending(words, { ...call.state, direction: call.direction, name: peer.name });
    const next = this.diagnosis ?? advice;
    const video = call.media === 'video';
    return html`${this.small ? nothing : html`<duet-connection .state=${this.connection} .words=${words}></duet-connection>`}
      <section class="enter" tabindex="-1">
        ${this.small ? nothing : html`<duet-avatar .name=${peer.name} .picture=${peer.picture}></duet-avatar>`}
        <h1 data-testid="ended-reason" data-reason=${reason}>${breakable(sentence)}</h1>
        ${next === undefined ? nothing : html`<p class="advice soft">${next}</p>`}
        ${talkedMs > 0 ? html`<p class="lasted soft" data-testid="talked" data-ms=${talkedMs}>${words.ended.talked(spoken(words, talkedMs))}</p>` : nothing}
        <div class="choices">
          <button class="button second" type="button" data-testid="close-ended" @click=${this.#close}>
            ${words.ended.close}
          </button>
          ${
            reason === 'otherDeviceAccepted'
              ? nothing
              : html`<button
                  class="button first"
                  type="button"
                  data-testid="call-again"
                  ?disabled=${this.connection !== 'online'}
                  @click=${this.#again}
                >
                  ${icon(video ? 'video' : 'call')}${call.direction === 'outgoing' || talkedMs > 0 ? words.ended.again : words.ended.callBack}
                </button>`
          }
        </div>
      </section>`;
  }

  override firstUpdated() {
    if (!this.small) this.renderRoot.querySelector<HTMLElement>('[data-testid=close-ended]')?.focus();
    const { state } = this.call;
    if (state.kind === 'ended' && state.reason === 'deviceError') void this.#diagnose();
  }

  async #diagnose() {
    this.diagnosis = deviceAdvice(this.words, await deviceFacts());
  }

  readonly #close = () => this.dispatchEvent(new CustomEvent('duet-close'));

  readonly #again = () => this.dispatchEvent(new CustomEvent('duet-again'));
}

customElements.define('duet-ended', DuetEnded);
