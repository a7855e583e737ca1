// SPDX-License-Identifier: Apache-2.0
import type { Call, Result } from '@duet/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CornerDrag } from '../browser/corner.js';
import { liftVideo, openWindow, pipKind, type Pip } from '../browser/pip.js';
import { Shortcuts } from '../browser/shortcuts.js';
import { keepAwake } from '../browser/wake.js';
import { CallScreen } from '../parts/call-screen.js';
import '../parts/clock.js';
import '../parts/connection.js';
import { callControls, smallControls, type Acts } from '../parts/controls.js';
import '../parts/device-menu.js';
import { heldCard, heldLook } from '../parts/held-card.js';
import { icon } from '../parts/icon.js';
import { breakable } from '../parts/name.js';
import type { DuetPictures } from '../pictures/pictures.js';
import '../pictures/pictures.js';
import { drawPip } from '../pictures/pip-view.js';
import { roundButton, roundButtons } from '../parts/round-button.js';
import { signalBars, signalLook } from '../parts/signal.js';
import { base, icons } from '../style/shared.js';
import { small } from '../style/small.js';
import { stage } from '../style/stage.js';
import { told } from '../words/problem.js';
import { signal } from '../words/quality.js';
import { inCallLook } from './in-call-look.js';

/** How long a note about something that did not work stays, in ms: long enough to read it twice. */
const noteMs = 8000;

/**
 * The stage of an answered call: pictures, who and how long, the line, and the controls. Asks by `duet-small` to be made
 * small or large.
 */
export class DuetInCall extends CallScreen {
  static override properties = {
    ...CallScreen.properties,
    other: { attribute: false },
    note: {},
    menuOpen: { state: true },
    offered: { state: true },
    lifted: { state: true },
  };
  /** The call that is on hold meanwhile. */
  declare other: Call | undefined;
  declare note: string | undefined;
  declare menuOpen: boolean;
  /** Whether the other side's camera came on in a voice call, and the own one is offered. */
  declare offered: boolean;
  declare lifted: boolean;
  #noteTimer: ReturnType<typeof setTimeout> | undefined;
  #sleep = () => {};
  #told: Result | undefined;
  #saw = true;
  #pip: Pip | undefined;

  static override styles = [base, icons, stage, roundButtons, signalLook, heldLook, inCallLook, small];

  readonly #acts: Acts = {
    mute: () => this.call.setMuted(!this.call.muted),
    camera: () => void this.#attempt(this.call.setCamera(!this.call.cameraOn)),
    screen: () => void this.#attempt(this.call.setScreen(!this.call.screenOn)),
    devices: () => (this.menuOpen = !this.menuOpen),
    resume: () => void this.#attempt(this.call.resume()),
    hangUp: () => void this.call.hangUp(),
    restore: () => this.#makeSmall(false),
  };

  constructor() {
    super();
    this.other = undefined;
    this.note = undefined;
    this.menuOpen = false;
    this.offered = false;
    this.lifted = false;
    this.addController(new CornerDrag(this));
    this.addController(
      new Shortcuts(this, {
        m: this.#acts.mute,
        v: this.#acts.camera,
        s: this.#acts.screen,
        d: this.#acts.devices,
        h: () => this.#hold(),
        w: () => this.#pictures?.swap(),
        n: () => this.#makeSmall(!this.small),
        p: () => void this.#lift(),
      }),
    );
  }

  get #pictured(): boolean {
    const { call } = this;
    return call.held === 'none' && (call.remote.video || call.remote.screen || call.cameraOn);
  }

  override render() {
    const { call, words } = this;
    const pictured = this.#pictured;
    // A voice call has room for the name in the middle; pictures push it into a corner.
    const facesAside = call.media === 'video' || pictured || this.small;
    return html`<section
      class="stage ${pictured ? 'pictured' : 'plain'}"
      tabindex="-1"
      data-testid="in-call"
      data-state=${call.state.kind}
      data-media=${call.media}
      data-held=${call.held}
      data-quality=${signal(call.quality).level}
      @dblclick=${this.small ? this.#acts.restore : nothing}
    >
      <duet-pictures .call=${call} .setting=${this.setting} .small=${this.small}>
        ${facesAside ? nothing : this.#who()}
      </duet-pictures>
      ${this.#header(facesAside)} ${this.small ? nothing : this.#banners()}
      <footer>
        ${this.small ? smallControls(words, call, this.#acts) : callControls(words, call, this.#acts, this.menuOpen)}
      </footer>
      ${
        this.menuOpen && !this.small
          ? html`<duet-device-menu
              .call=${call}
              .setting=${this.setting}
              @duet-close=${this.#closeMenu}
            ></duet-device-menu>`
          : nothing
      }
    </section>`;
  }

  #header(named: boolean): TemplateResult {
    const { controls } = this.words;
    return html`<header>
      ${named ? this.#who() : nothing}
      ${
        this.small
          ? nothing
          : html`<div class="tools">
              <div class="line">${signalBars(this.words, this.call.quality)}</div>
              ${
                this.#canLift
                  ? roundButton({
                      testId: 'pip',
                      icon: 'pip',
                      label: controls.pictureInPicture,
                      look: this.lifted ? 'off' : 'plain',
                      pressed: this.lifted,
                      key: 'P',
                      press: () => void this.#lift(),
                    })
                  : nothing
              }
              ${roundButton({
                testId: 'mini',
                icon: 'shrink',
                label: controls.minimise,
                look: 'plain',
                key: 'N',
                press: () => this.#makeSmall(true),
              })}
            </div>`
      }
    </header>`;
  }

  #who(): TemplateResult {
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
        ${talking && call.held !== 'none' ? html`<span class="silent">${words.hold.onHold}</span>` : nothing}
        ${
          talking && call.held === 'none' && !call.remote.audio
            ? html`<span class="silent" data-testid="remote-muted">${icon('micOff')}${words.pictures.muted}</span>`
            : nothing
        }
      </p>
    </div>`;
  }

  #banners(): TemplateResult {
    const { call, peer, words } = this;
    const onHold = call.held === 'local' ? words.hold.youHold(peer.name) : words.hold.theyHold(peer.name);
    return html`<div class="banners">
      <duet-connection stage .state=${this.connection} .words=${words}></duet-connection>
      ${this.other === undefined ? nothing : heldCard(this.setting, this.other)} ${this.#notes()}
      ${call.held === 'none' ? nothing : html`<p class="note" data-testid="on-hold">${icon('hold')}${onHold}</p>`}
      ${
        call.screenOn
          ? html`<div class="note" data-testid="sharing">
              ${icon('screen')}${words.pictures.youShare}
              <button type="button" @click=${this.#acts.screen}>${words.pictures.stop}</button>
            </div>`
          : nothing
      }
    </div>`;
  }

  #notes(): TemplateResult {
    const { peer, words } = this;
    return html`${
      this.offered
        ? html`<div class="note" role="status" data-testid="offer-video">
            ${words.pictures.theirCameraOn(peer.name)}
            <button class="first" type="button" data-testid="offer-accept" @click=${this.#takeOffer}>
              ${words.pictures.turnOnMine}
            </button>
            <button type="button" data-testid="offer-refuse" @click=${() => (this.offered = false)}>
              ${words.pictures.notNow}
            </button>
          </div>`
        : nothing
    }
    ${this.note === undefined ? nothing : html`<p class="note" role="alert">${this.note}</p>`}`;
  }

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    const { call } = this;
    if (changed.has('call')) {
      this.#told = undefined;
      this.#saw = call.media === 'video';
      this.offered = false;
    }
    if (call.deviceProblem !== undefined && call.deviceProblem !== this.#told)
      this.say(told(this.words, call.deviceProblem));
    this.#told = call.deviceProblem;
    if (call.remote.video && !this.#saw && !call.cameraOn) this.offered = true;
    if (!call.remote.video || call.cameraOn) this.offered = false;
    this.#saw ||= call.remote.video;
    this.toggleAttribute('plain', !this.#pictured);
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    this.#pip?.draw();
    if (changed.get('small') === true) this.#stage?.focus();
  }

  override firstUpdated() {
    if (!this.small) this.#stage?.focus();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#sleep = keepAwake();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#noteTimer);
    this.#sleep();
    this.#pip?.close();
  }

  get #stage() {
    return this.renderRoot.querySelector<HTMLElement>('.stage');
  }

  get #pictures() {
    return this.renderRoot.querySelector<DuetPictures>('duet-pictures');
  }

  /** Shows a sentence for a while. */
  say(note: string) {
    this.note = note;
    clearTimeout(this.#noteTimer);
    this.#noteTimer = setTimeout(() => (this.note = undefined), noteMs);
  }

  async #attempt(doing: Promise<Result>) {
    const result = await doing;
    if (result.code !== 0) this.say(told(this.words, result));
  }

  /** Changes places with the call on hold, or puts this one on hold, or resumes it. */
  #hold() {
    const { call, other } = this;
    if (call.state.kind !== 'talking') return;
    if (call.held === 'local') this.#acts.resume();
    else void this.#attempt(other === undefined ? call.hold() : other.resume());
  }

  readonly #takeOffer = () => {
    this.offered = false;
    void this.#attempt(this.call.switchMedia('video'));
  };

  readonly #closeMenu = () => {
    this.menuOpen = false;
    this.renderRoot.querySelector<HTMLElement>('[data-testid=devices]')?.focus();
  };

  #makeSmall(detail: boolean) {
    this.menuOpen = false;
    this.dispatchEvent(new CustomEvent('duet-small', { detail }));
  }

  get #canLift(): boolean {
    const kind = pipKind();
    return kind === 'document' || (kind === 'video' && this.call.remote.video);
  }

  async #lift() {
    if (this.#pip !== undefined) return this.#pip.close();
    if (!this.#canLift) return;
    const closed = () => {
      this.#pip = undefined;
      this.lifted = false;
    };
    const video = this.#pictures?.remoteVideo;
    this.#pip =
      pipKind() === 'document'
        ? await openWindow((into) => drawPip(into, this.setting, this.call, this.#acts), closed)
        : video
          ? await liftVideo(video, closed)
          : undefined;
    this.lifted = this.#pip !== undefined;
  }
}

customElements.define('duet-in-call', DuetInCall);
