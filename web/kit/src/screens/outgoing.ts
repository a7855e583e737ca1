// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing } from 'lit';
import { CornerDrag } from '../browser/corner.js';
import { Shortcuts } from '../browser/shortcuts.js';
import { CallScreen } from '../parts/call-screen.js';
import '../parts/connection.js';
import { Menus, menusLook, ringingTools } from '../parts/menus.js';
import { breakable } from '../parts/name.js';
import { ownPicture, ownPictureLook, ownPictureOf } from '../pictures/own-picture.js';
import '../parts/rings.js';
import { roundButton, roundButtons } from '../parts/round-button.js';
import { base, icons } from '../style/shared.js';
import { small } from '../style/small.js';
import { stage } from '../style/stage.js';
import { told } from '../words/problem.js';

/**
 * The stage of a call that the other side has not answered yet, before the own picture if it is a video call. Asks by
 * `duet-small` to be made small or large.
 */
export class DuetOutgoing extends CallScreen {
  #silence: (() => void) | undefined;
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
        --disc: 68px;
        --small-height: 76px;
      }
      .who .fault {
        color: var(--stage-warn);
        max-width: 44ch;
        margin-top: var(--space-4);
        font-size: 0.9375rem;
      }
      .who.over {
        padding-left: var(--space-7);
        padding-right: var(--space-7);
      }
      :host([small]) .stage {
        grid-template-columns: minmax(0, 1fr) auto;
        grid-template-rows: 1fr;
        align-items: center;
        padding: 0 var(--space-3) 0 var(--space-4);
      }
      :host([small]) .who {
        align-items: start;
        padding: 0;
        text-align: left;
      }
      :host([small]) .who p {
        margin: 0;
        font-size: var(--text-s);
      }
    `,
    small,
  ];

  constructor() {
    super();
    this.addController(
      new Shortcuts(this, {
        escape: () => void this.#cancel(),
        n: () => this.#makeSmall(!this.small),
        e: () => this.#menus.toggle('effects'),
      }),
    );
    this.addController(new CornerDrag(this));
  }

  override render() {
    const { call, peer, words } = this;
    const picture = this.small ? undefined : ownPictureOf(call);
    const rings = picture === undefined && !this.small;
    return html`<section class="stage" tabindex="-1" data-testid="outgoing">
      ${ownPicture(words, picture)}
      ${
        this.small
          ? nothing
          : html`<duet-connection stage .state=${this.connection} .words=${words}></duet-connection> ${this.#tools()}`
      }
      <div class="who ${picture === undefined ? '' : 'over'}">
        ${rings ? html`<duet-rings ringing .name=${peer.name} .picture=${peer.picture}></duet-rings>` : nothing}
        <h1>${breakable(peer.name)}</h1>
        <p role="status">${this.#words()}</p>
        ${
          call.deviceProblem === undefined || this.small
            ? nothing
            : html`<p class="fault" role="alert">${told(words, call.deviceProblem)}</p>`
        }
      </div>
      <div class="row">
        ${
          this.small
            ? roundButton({
                testId: 'restore',
                icon: 'grow',
                label: words.controls.restore,
                look: 'plain',
                press: () => this.#makeSmall(false),
              })
            : nothing
        }
        ${roundButton({
          testId: 'cancel',
          icon: 'hangUp',
          label: words.ring.cancelCall,
          caption: words.ring.cancel,
          look: 'end',
          key: 'Escape',
          press: () => void this.#cancel(),
        })}
      </div>
      ${this.#menus.shown()}
    </section>`;
  }

  #tools() {
    const effects = ownPictureOf(this.call) === undefined ? undefined : this.#menus.effectsButton(false);
    return html`<div class="tools">
      ${effects === undefined ? nothing : roundButton(effects)}
      ${roundButton({
        testId: 'mini',
        icon: 'shrink',
        label: this.words.controls.minimise,
        look: 'plain',
        key: 'N',
        press: () => this.#makeSmall(true),
      })}
    </div>`;
  }

  override firstUpdated() {
    if (!this.small) this.renderRoot.querySelector<HTMLElement>('.stage')?.focus();
  }

  override updated() {
    const { state } = this.call;
    const rings = state.kind === 'ringing' && state.delivered;
    if (rings && this.isConnected) this.#silence ??= this.setting.rings.outgoing();
    else this.#hush();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#hush();
  }

  #hush() {
    this.#silence?.();
    this.#silence = undefined;
  }

  #words(): string {
    const { state } = this.call;
    const { ring } = this.words;
    return state.kind === 'ringing' && state.delivered ? ring.ringing : ring.calling;
  }

  #cancel() {
    return this.call.cancel();
  }

  #makeSmall(detail: boolean) {
    this.#menus.close();
    this.dispatchEvent(new CustomEvent('duet-small', { detail }));
  }
}

customElements.define('duet-outgoing', DuetOutgoing);
