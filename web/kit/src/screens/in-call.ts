// SPDX-License-Identifier: Apache-2.0
import type { Result } from '@duet/sdk';
import { css, html, nothing, type PropertyValues } from 'lit';
import { Shortcuts } from '../browser/shortcuts.js';
import { keepAwake } from '../browser/wake.js';
import { CallScreen } from '../parts/call-screen.js';
import '../parts/clock.js';
import '../parts/connection.js';
import { icon } from '../parts/icon.js';
import { breakable } from '../parts/name.js';
import '../parts/pictures.js';
import { roundButton, roundButtons } from '../parts/round-button.js';
import { signalBars, signalLook } from '../parts/signal.js';
import { base, icons } from '../style/shared.js';
import { stage } from '../style/stage.js';
import { told } from '../words/problem.js';
import { signal } from '../words/quality.js';

/** How long a note about something that did not work stays, in ms: long enough to read it twice. */
const noteMs = 8000;

/** The stage of an answered call: pictures, who and how long, the line, and the controls. */
export class DuetInCall extends CallScreen {
  static override properties = { ...CallScreen.properties, note: { state: true } };
  declare note: string | undefined;
  #noteTimer: ReturnType<typeof setTimeout> | undefined;
  #sleep = () => {};
  #told: Result | undefined;

  static override styles = [
    base,
    icons,
    stage,
    roundButtons,
    signalLook,
    css`
      .stage {
        grid-template-rows: auto 1fr auto;
        padding: 0;
      }
      header,
      footer {
        position: relative;
        z-index: 1;
        pointer-events: none;
      }
      header > *,
      footer > * {
        pointer-events: auto;
      }
      header {
        grid-row: 1;
        display: flex;
        align-items: flex-start;
        justify-content: space-between;
        gap: var(--space-4);
        padding: calc(var(--space-5) + var(--safe-top)) calc(var(--space-5) + var(--safe-right)) var(--space-8)
          calc(var(--space-5) + var(--safe-left));
      }
      footer {
        grid-row: 3;
        padding: var(--space-8) calc(var(--space-4) + var(--safe-right)) calc(var(--space-6) + var(--safe-bottom))
          calc(var(--space-4) + var(--safe-left));
      }
      /* Strong enough for white words over a white wall. */
      .pictured header {
        background: linear-gradient(rgb(8 14 12 / 80%), rgb(8 14 12 / 64%) 48%, rgb(8 14 12 / 26%) 76%, transparent);
      }
      .pictured footer {
        background: linear-gradient(transparent, rgb(8 14 12 / 26%) 24%, rgb(8 14 12 / 64%) 60%, rgb(8 14 12 / 80%));
      }
      .pictured .facts,
      .pictured .caption {
        color: var(--stage-ink);
      }
      .line {
        margin-left: auto;
      }
      @media (max-height: 480px) {
        footer {
          padding-top: var(--space-6);
          padding-bottom: calc(var(--space-4) + var(--safe-bottom));
        }
      }
      duet-pictures .name {
        display: grid;
        justify-items: center;
      }
      duet-pictures h1 {
        max-width: 24ch;
        font-size: clamp(var(--text-xl), 5vw, var(--text-xxl));
        line-height: 1.15;
        letter-spacing: -0.02em;
      }
      duet-pictures .facts {
        margin-top: var(--space-3);
        font-size: 1.0625rem;
      }
      h1 {
        color: var(--stage-ink);
        font-size: var(--text-l);
        font-weight: 650;
        line-height: 1.25;
        letter-spacing: -0.01em;
        overflow-wrap: anywhere;
      }
      .facts {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-top: var(--space-1);
        font-size: 0.9375rem;
        color: var(--stage-ink-soft);
      }
      .silent {
        display: inline-flex;
        align-items: center;
        gap: var(--space-1);
      }
      .silent::before {
        content: '·';
        margin-right: var(--space-1);
      }
      .silent .icon {
        width: 1.1em;
        height: 1.1em;
      }
      .line {
        flex: none;
        display: inline-flex;
        align-items: center;
        min-height: 32px;
        padding: 0 var(--space-3);
        border-radius: var(--radius-round);
        font-size: var(--text-s);
        font-weight: 600;
        background: var(--stage-glass);
        box-shadow: inset 0 0 0 1px var(--stage-line);
        backdrop-filter: blur(16px);
      }
      .row {
        gap: var(--space-5);
      }
      .note {
        width: fit-content;
        max-width: min(100%, 460px);
        margin: 0 auto var(--space-5);
        padding: var(--space-3) var(--space-4);
        border-radius: var(--radius-m);
        font-size: 0.9375rem;
        text-align: center;
        background: var(--stage-glass);
        box-shadow: inset 0 0 0 1px var(--stage-line);
        backdrop-filter: blur(16px);
      }
      duet-connection {
        position: relative;
        top: auto;
        grid-row: 2;
        align-self: start;
        margin-top: calc(-1 * var(--space-7));
      }
    `,
  ];

  constructor() {
    super();
    this.note = undefined;
    this.addController(new Shortcuts({ m: () => this.#mute(), v: () => void this.#camera() }));
  }

  override render() {
    const { call, peer, words } = this;
    const pictured = call.remote.video || call.cameraOn;
    // A voice call has room for the name in the middle; pictures push it into a corner.
    const facesAside = call.media === 'video' || pictured;
    return html`<main
      class="stage ${pictured ? 'pictured' : ''}"
      aria-label=${words.controls.callWith(peer.name)}
      data-testid="in-call"
      data-state=${call.state.kind}
      data-media=${call.media}
      data-quality=${signal(call.quality).level}
    >
      <duet-pictures .call=${call} .setting=${this.setting}>${facesAside ? nothing : this.#who()}</duet-pictures>
      <duet-connection stage .state=${this.connection} .words=${words}></duet-connection>
      ${this.#header(facesAside)}
      <footer>
        ${this.note === undefined ? nothing : html`<p class="note" role="alert">${this.note}</p>`} ${this.#controls()}
      </footer>
    </main>`;
  }

  #header(named: boolean) {
    return html`<header>
      ${named ? this.#who() : nothing}
      <div class="line">${signalBars(this.words, this.call.quality)}</div>
    </header>`;
  }

  #who() {
    const { call, peer, words } = this;
    const talking = call.state.kind === 'talking';
    return html`<div class="name">
      <h1>${breakable(peer.name)}</h1>
      <p class="facts">
        ${
          call.state.kind === 'talking'
            ? html`<duet-clock .since=${call.state.since}></duet-clock>`
            : html`<span role="status">${words.ring.connecting}</span>`
        }
        ${
          talking && !call.remote.audio
            ? html`<span class="silent" data-testid="remote-muted">${icon('micOff')}${words.pictures.muted}</span>`
            : nothing
        }
      </p>
    </div>`;
  }

  #controls() {
    const { call } = this;
    const { controls } = this.words;
    return html`<div class="row" role="toolbar" aria-label=${controls.all}>
      ${roundButton({
        testId: 'mute',
        icon: call.muted ? 'micOff' : 'mic',
        label: call.muted ? controls.unmuteLong : controls.muteLong,
        caption: call.muted ? controls.unmute : controls.mute,
        look: call.muted ? 'off' : 'plain',
        pressed: call.muted,
        key: 'M',
        press: () => this.#mute(),
      })}
      ${roundButton({
        testId: 'camera',
        icon: call.cameraOn ? 'video' : 'videoOff',
        label: call.cameraOn ? controls.cameraOff : controls.cameraOn,
        caption: controls.camera,
        look: call.cameraOn || call.media === 'audio' ? 'plain' : 'off',
        pressed: call.cameraOn,
        key: 'V',
        press: () => void this.#camera(),
      })}
      ${roundButton({
        testId: 'hang-up',
        icon: 'hangUp',
        label: controls.hangUp,
        caption: controls.hangUp,
        look: 'end',
        press: () => void call.hangUp(),
      })}
    </div>`;
  }

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    const { deviceProblem } = this.call;
    if (deviceProblem !== undefined && deviceProblem !== this.#told) this.#say(told(this.words, deviceProblem));
    this.#told = deviceProblem;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#sleep = keepAwake();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#noteTimer);
    this.#sleep();
  }

  #mute() {
    this.call.setMuted(!this.call.muted);
  }

  async #camera() {
    const result = await this.call.setCamera(!this.call.cameraOn);
    if (result.code !== 0) this.#say(told(this.words, result));
  }

  #say(note: string) {
    this.note = note;
    clearTimeout(this.#noteTimer);
    this.#noteTimer = setTimeout(() => (this.note = undefined), noteMs);
  }
}

customElements.define('duet-in-call', DuetInCall);
