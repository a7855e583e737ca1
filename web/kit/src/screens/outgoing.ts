// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing } from 'lit';
import { Shortcuts } from '../browser/shortcuts.js';
import { CallScreen } from '../parts/call-screen.js';
import '../parts/connection.js';
import { breakable } from '../parts/name.js';
import { ownPicture, ownPictureLook, ownPictureOf } from '../parts/own-picture.js';
import '../parts/rings.js';
import { roundButton, roundButtons } from '../parts/round-button.js';
import { outgoingRing, play } from '../sound/ring.js';
import { base, icons } from '../style/shared.js';
import { stage } from '../style/stage.js';
import { told } from '../words/problem.js';

/** The stage of a call that the other side has not answered yet, before the own picture if it is a video call. */
export class DuetOutgoing extends CallScreen {
  #silence: (() => void) | undefined;

  static override styles = [
    base,
    icons,
    stage,
    roundButtons,
    ownPictureLook,
    css`
      :host {
        --disc: 68px;
      }
      .who .fault {
        color: var(--stage-warn);
        max-width: 44ch;
        margin-top: var(--space-4);
        font-size: 0.9375rem;
      }
    `,
  ];

  constructor() {
    super();
    this.addController(new Shortcuts({ escape: () => void this.#cancel() }));
  }

  override render() {
    const { call, peer, words } = this;
    const picture = ownPictureOf(call);
    return html`<main class="stage" aria-label=${words.ring.callingThem(peer.name)} data-testid="outgoing">
      ${ownPicture(words, picture)}
      <duet-connection stage .state=${this.connection} .words=${words}></duet-connection>
      <div class="who ${picture === undefined ? '' : 'over'}">
        ${picture === undefined ? html`<duet-rings ringing .name=${peer.name} .picture=${peer.picture}></duet-rings>` : nothing}
        <h1>${breakable(peer.name)}</h1>
        <p role="status">${this.#words()}</p>
        ${call.deviceProblem === undefined ? nothing : html`<p class="fault" role="alert">${told(words, call.deviceProblem)}</p>`}
      </div>
      <div class="row">
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
    </main>`;
  }

  override updated() {
    const { state } = this.call;
    const rings = state.kind === 'ringing' && state.delivered;
    if (rings && this.isConnected) this.#silence ??= play(outgoingRing);
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
}

customElements.define('duet-outgoing', DuetOutgoing);
