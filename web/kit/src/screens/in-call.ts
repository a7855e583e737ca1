// SPDX-License-Identifier: Apache-2.0
import type { Call, Result } from '@duet/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CornerDrag } from '../browser/corner.js';
import { Shortcuts } from '../browser/shortcuts.js';
import { keepAwake } from '../browser/wake.js';
import { banners } from '../parts/banners.js';
import { callTools, whoIsThere } from '../parts/call-header.js';
import { CallScreen } from '../parts/call-screen.js';
import { callControls, smallControls, type Acts } from '../parts/controls.js';
import { troubleOf } from '../effects/trouble.js';
import { heldLook } from '../parts/held-card.js';
import { Menus, menusLook } from '../parts/menus.js';
import { roundButtons } from '../parts/round-button.js';
import { signalLook } from '../parts/signal.js';
import { Lift } from '../pictures/lift.js';
import type { DuetPictures } from '../pictures/pictures.js';
import '../pictures/pictures.js';
import { drawPip } from '../pictures/pip-view.js';
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
    offered: { state: true },
  };
  /** The call that is on hold meanwhile. */
  declare other: Call | undefined;
  declare note: string | undefined;
  /** Whether the other side's camera came on in a voice call, and the own one is offered. */
  declare offered: boolean;
  #noteTimer: ReturnType<typeof setTimeout> | undefined;
  #sleep = () => {};
  #told: Result | undefined;
  #saw = true;
  #trouble: string | undefined;
  readonly #menus = new Menus(this);
  readonly #lift = new Lift(this, {
    draw: (into) => drawPip(into, this.setting, this.call, this.#acts),
    pictured: () => this.call.remote.video,
    video: () => this.#pictures?.remoteVideo ?? undefined,
  });

  static override styles = [base, icons, stage, roundButtons, signalLook, heldLook, menusLook, inCallLook, small];

  readonly #acts: Acts = {
    mute: () => this.call.setMuted(!this.call.muted),
    camera: () => void this.#attempt(this.call.setCamera(!this.call.cameraOn)),
    screen: () => void this.#attempt(this.call.setScreen(!this.call.screenOn)),
    devices: () => this.#menus.toggle('devices'),
    resume: () => void this.#attempt(this.call.resume()),
    hangUp: () => void this.call.hangUp(),
    restore: () => this.#makeSmall(false),
  };

  constructor() {
    super();
    this.other = undefined;
    this.note = undefined;
    this.offered = false;
    this.addController(new CornerDrag(this));
    this.addController(this.#lift);
    this.addController(
      new Shortcuts(this, {
        m: this.#acts.mute,
        v: this.#acts.camera,
        s: this.#acts.screen,
        d: this.#acts.devices,
        e: () => this.#held || this.#menus.toggle('effects'),
        h: () => this.#hold(),
        w: () => this.#pictures?.swap(),
        n: () => this.#makeSmall(!this.small),
        p: () => void this.#lift.toggle(),
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
      class="stage ${pictured ? 'pictured' : 'bare'}"
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
      <header>${facesAside ? this.#who() : nothing} ${this.small ? nothing : this.#tools()}</header>
      ${this.small ? nothing : this.#banners()}
      <footer>
        ${this.small ? smallControls(words, call, this.#acts) : callControls(words, call, this.#acts, this.#menus)}
      </footer>
      ${this.#held ? nothing : this.#menus.shown()}
    </section>`;
  }

  get #held(): boolean {
    return this.call.held === 'local';
  }

  #who(): TemplateResult {
    return whoIsThere(this.words, this.call, this.peer.name);
  }

  #tools(): TemplateResult {
    return callTools(this.words, this.call, {
      lifted: this.#lift.lifted,
      lift: () => void this.#lift.toggle(),
      minimise: () => this.#makeSmall(true),
    });
  }

  #banners(): TemplateResult {
    return banners(this.setting, this.call, {
      connection: this.connection,
      other: this.other,
      note: this.note,
      offered: this.offered,
      takeOffer: this.#takeOffer,
      refuseOffer: () => (this.offered = false),
      stopSharing: this.#acts.screen,
    });
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
    this.#tellTrouble();
    if (call.remote.video && !this.#saw && !call.cameraOn) this.offered = true;
    if (!call.remote.video || call.cameraOn) this.offered = false;
    this.#saw ||= call.remote.video;
    this.toggleAttribute('bare', !this.#pictured);
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
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
  }

  /** Whose effect has fallen back is seen plain, and has to know it. */
  #tellTrouble() {
    const { effects } = this.setting;
    const trouble = effects && troubleOf(this.words, effects);
    if (trouble !== undefined && trouble !== this.#trouble) this.say(trouble);
    this.#trouble = trouble;
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

  #makeSmall(detail: boolean) {
    this.#menus.close();
    this.dispatchEvent(new CustomEvent('duet-small', { detail }));
  }
}

customElements.define('duet-in-call', DuetInCall);
