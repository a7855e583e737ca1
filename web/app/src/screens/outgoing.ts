// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing } from 'lit';
import { CallScreen } from '../parts/call-screen.js';
import '../parts/connection.js';
import { breakable } from '../parts/name.js';
import { playing } from '../parts/picture.js';
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
    css`
      :host {
        --disc: 68px;
      }
      video {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
        transform: scaleX(-1);
      }
      .shade {
        position: absolute;
        inset: 0;
        background: linear-gradient(
          rgb(8 14 12 / 78%),
          rgb(8 14 12 / 30%) 40%,
          rgb(8 14 12 / 30%) 60%,
          rgb(8 14 12 / 80%)
        );
      }
      /* Before the own picture the name stands at the top, clear of the face. */
      .who.over {
        justify-content: start;
        padding-top: var(--space-5);
      }
      .who.over h1 {
        margin-top: 0;
      }
      .who.over p,
      .caption {
        color: var(--stage-ink);
      }
    `,
  ];

  constructor() {
    super();
    this.addController(new Shortcuts({ escape: () => void this.#cancel() }));
  }

  override render() {
    const { call } = this;
    const picture = call.media === 'video' && call.cameraOn ? call.localStream : undefined;
    return html`<main class="stage" aria-label="Calling ${call.peer}" data-testid="outgoing">
      ${
        picture === undefined
          ? nothing
          : html`<video data-testid="local-video" .muted=${true} playsinline ${playing(picture)}></video>
              <div class="shade"></div>`
      }
      <duet-connection stage .state=${this.connection}></duet-connection>
      <div class="who ${picture === undefined ? '' : 'over'}">
        ${picture === undefined ? html`<duet-rings ringing .name=${call.peer}></duet-rings>` : nothing}
        <h1>${breakable(call.peer)}</h1>
        <p role="status">${this.#words()}</p>
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
