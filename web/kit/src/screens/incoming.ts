// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing } from 'lit';
import { callAttention } from '../browser/attention.js';
import { Shortcuts } from '../browser/shortcuts.js';
import { CallScreen } from '../parts/call-screen.js';
import '../parts/connection.js';
import { Menus, menusLook, ringingTools } from '../parts/menus.js';
import { breakable } from '../parts/name.js';
import { ownPicture, ownPictureLook, ownPictureOf } from '../pictures/own-picture.js';
import '../parts/rings.js';
import { roundButton, roundButtons } from '../parts/round-button.js';
import { base, icons } from '../style/shared.js';
import { stage } from '../style/stage.js';

/** For how long after it appears the screen ignores the keyboard: somebody may be in the middle of typing. */
const typingGraceMs = 500;

/** The stage of a call that waits for an answer: rings, and flashes the title of the tab. */
export class DuetIncoming extends CallScreen {
  static override properties = { ...CallScreen.properties, answered: { state: true } };
  declare answered: boolean;
  #calm = () => {};
  #shownAt = 0;
  readonly #menus = new Menus(this);

  static override styles = [
    base,
    icons,
    stage,
    roundButtons,
    ownPictureLook,
    menusLook,
    ringingTools,
    css`
      :host {
        --disc: 72px;
      }
      .row {
        gap: clamp(var(--space-7), 14vw, 120px);
      }
    `,
  ];

  constructor() {
    super();
    this.answered = false;
    this.addController(
      new Shortcuts(this, {
        enter: () => this.#byKey(() => void this.#accept()),
        escape: () => this.#byKey(this.#reject),
        e: () => this.#byKey(() => this.#menus.toggle('effects')),
      }),
    );
  }

  override render() {
    const { call, peer, words } = this;
    const { ring } = words;
    const video = call.media === 'video';
    const picture = ownPictureOf(call);
    const effects = picture === undefined ? undefined : this.#menus.effectsButton(false);
    return html`<section class="stage" tabindex="-1" data-testid="incoming" data-media=${call.media}>
      ${ownPicture(words, picture)}
      <duet-connection stage .state=${this.connection} .words=${words}></duet-connection>
      ${effects === undefined ? nothing : html`<div class="tools">${roundButton(effects)}</div>`}
      <div class="who ${picture === undefined ? '' : 'over'}">
        ${picture === undefined ? html`<duet-rings ?ringing=${!this.answered} .name=${peer.name} .picture=${peer.picture}></duet-rings>` : nothing}
        <h1 data-testid="caller">${breakable(peer.name)}</h1>
        <p>${this.answered ? ring.connecting : video ? ring.incomingVideo : ring.incomingVoice}</p>
      </div>
      <div class="row">
        ${roundButton({
          testId: 'reject',
          icon: 'hangUp',
          label: ring.decline,
          caption: ring.decline,
          look: 'end',
          key: 'Escape',
          press: this.#reject,
        })}
        ${roundButton({
          testId: 'accept',
          icon: video ? 'video' : 'call',
          label: ring.accept,
          caption: ring.accept,
          look: 'accept',
          key: 'Enter',
          press: () => void this.#accept(),
        })}
      </div>
      ${this.#menus.shown()}
    </section>`;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#shownAt = performance.now();
    this.#calm = this.#alarm();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#calm();
  }

  override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('.stage')?.focus();
  }

  #alarm() {
    const { name, picture } = this.peer;
    const { rings, notices, words } = this.setting;
    const notice = {
      title: words.ring.isCalling(name),
      body: words.ring.clickToAnswer,
      ...(picture !== undefined && { picture }),
      click: () => void this.#accept(),
    };
    return callAttention(rings.incoming, notice, notices);
  }

  #byKey(act: () => void) {
    if (performance.now() - this.#shownAt >= typingGraceMs) act();
  }

  readonly #accept = async () => {
    if (this.answered) return;
    this.answered = true;
    this.#calm();
    const { code } = await this.call.accept();
    if (code !== 0) this.answered = false;
  };

  readonly #reject = () => {
    this.#calm();
    void this.call.reject();
  };
}

customElements.define('duet-incoming', DuetIncoming);
