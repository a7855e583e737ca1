// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing } from 'lit';
import { CallScreen } from '../parts/call-screen.js';
import '../parts/connection.js';
import { breakable } from '../parts/name.js';
import { ownPicture, ownPictureLook, ownPictureOf } from '../parts/own-picture.js';
import '../parts/rings.js';
import { roundButton, roundButtons } from '../parts/round-button.js';
import { Shortcuts } from '../parts/shortcuts.js';
import { outgoingRing, play } from '../sound/ring.js';
import { base, icons } from '../style/shared.js';
import { stage } from '../style/stage.js';

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
    const { call } = this;
    const picture = ownPictureOf(call);
    return html`<main class="stage" aria-label="Calling ${call.peer}" data-testid="outgoing">
      ${ownPicture(picture)}
      <duet-connection stage .state=${this.connection}></duet-connection>
      <div class="who ${picture === undefined ? '' : 'over'}">
        ${picture === undefined ? html`<duet-rings ringing .name=${call.peer}></duet-rings>` : nothing}
        <h1>${breakable(call.peer)}</h1>
        <p role="status">${this.#words()}</p>
        ${call.deviceProblem === undefined ? nothing : html`<p class="fault" role="alert">${call.deviceProblem.desc}</p>`}
      </div>
      <div class="row">
        ${roundButton({
          testId: 'cancel',
          icon: 'hangUp',
          label: 'Cancel the call',
          caption: 'Cancel',
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
    return state.kind === 'ringing' && state.delivered ? 'Ringing…' : 'Calling…';
  }

  #cancel() {
    return this.call.cancel();
  }
}

customElements.define('duet-outgoing', DuetOutgoing);
