// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { base, icons } from '../style/shared.js';
import { CallScreen } from '../parts/call-screen.js';
import { icon } from '../parts/icon.js';
import { fills, playing, sounding } from './picture.js';
import { picturesLook } from './pictures-look.js';
import '../parts/rings.js';

/** What there may be to see: the other side's screen, the other side, oneself. */
type Picture = 'screen' | 'remote' | 'local';

/**
 * The pictures of a call, one large and the others small; pressing a small one makes it the large one. The remote video
 * element also carries the remote sound, so it plays in voice calls too, unseen.
 */
export class DuetPictures extends CallScreen {
  static override properties = { ...CallScreen.properties, chosen: { state: true }, unheard: { state: true } };
  /** What the person made large, if anything. */
  declare chosen: Picture | undefined;
  declare unheard: boolean;
  #screenWas = false;

  static override styles = [base, icons, picturesLook];

  constructor() {
    super();
    this.chosen = undefined;
    this.unheard = false;
  }

  override render() {
    const { call, peer, words } = this;
    return html`${this.#remote(call)} ${this.#screen(call)} ${this.#local(call)}
    ${
      this.unheard
        ? html`<button class="hear" type="button" data-testid="hear" @click=${this.#hear}>
            ${icon('speaker')}${words.pictures.tapToHear(peer.name)}
          </button>`
        : nothing
    }`;
  }

  get #shown(): Picture[] {
    const { call } = this;
    const pictured = call.media === 'video' || call.cameraOn;
    return [...(call.remote.screen ? ['screen' as const] : []), 'remote', ...(pictured ? ['local' as const] : [])];
  }

  get #large(): Picture {
    const shown = this.#shown;
    return this.chosen !== undefined && shown.includes(this.chosen) ? this.chosen : (shown[0] ?? 'remote');
  }

  /** Makes the next picture the large one. */
  swap() {
    const shown = this.#shown;
    this.chosen = shown[(shown.indexOf(this.#large) + 1) % shown.length];
  }

  /** The frame of a picture that is large, or a button that makes it large. */
  #frame(which: Picture, dark: boolean, label: string, content: TemplateResult): TemplateResult {
    const aside = this.#shown.filter((each) => each !== this.#large).toReversed();
    const slot = aside.indexOf(which);
    const button = slot >= 0 && !this.small;
    const place = which === this.#large ? 'large' : slot >= 0 ? 'aside' : 'away';
    const choose = () => (this.chosen = which);
    return html`<div
      class="frame ${which} ${place} ${slot > 0 ? 'higher' : ''} ${dark ? 'dark' : ''}"
      role=${button ? 'button' : nothing}
      tabindex=${button ? 0 : nothing}
      aria-label=${button ? label : nothing}
      title=${button ? label : nothing}
      @click=${button ? choose : nothing}
      @keydown=${button ? (event: KeyboardEvent) => pressedByKey(event, choose) : nothing}
    >
      ${content}
    </div>`;
  }

  #remote(call: Call) {
    const { pictures } = this.words;
    const { name } = this.peer;
    const shown = call.remote.video;
    return this.#frame(
      'remote',
      !shown,
      pictures.showLarge(name),
      html`<video
          data-testid="remote-video"
          autoplay
          playsinline
          aria-label=${pictures.of(name)}
          @resize=${this.#fit}
          ${playing(call.remoteStream, this.#refused)}
          ${sounding(call.devices.speaker)}
        ></video>
        ${shown ? nothing : this.#insteadOfRemote(call)}`,
    );
  }

  #insteadOfRemote(call: Call) {
    const { name, picture } = this.peer;
    const large = this.#large === 'remote';
    const off = call.media === 'video' && call.state.kind === 'talking' && call.held === 'none';
    return html`<div class="instead" aria-hidden=${large ? nothing : 'true'}>
      <duet-rings .name=${name} .picture=${picture} .stream=${call.remoteStream}></duet-rings>
      ${off && large ? html`<p>${this.words.pictures.theirCameraOff(name)}</p>` : nothing}
      ${large ? html`<slot></slot>` : nothing}
    </div>`;
  }

  #screen(call: Call) {
    if (!call.remote.screen) return nothing;
    const { pictures } = this.words;
    return this.#frame(
      'screen',
      false,
      pictures.showScreenLarge,
      html`<video
        data-testid="remote-screen"
        autoplay
        playsinline
        .muted=${true}
        aria-label=${pictures.screenOf(this.peer.name)}
        ${playing(call.remoteScreen)}
      ></video>`,
    );
  }

  #local(call: Call) {
    if (!this.#shown.includes('local')) return nothing;
    const { pictures } = this.words;
    const large = this.#large === 'local';
    return this.#frame(
      'local',
      !call.cameraOn,
      call.cameraOn ? pictures.showMineLarge : `${pictures.myCameraOff}: ${pictures.showMineLarge}`,
      html`<video
          data-testid="local-video"
          autoplay
          playsinline
          .muted=${true}
          aria-label=${pictures.mine}
          @resize=${this.#fit}
          ${playing(call.localStream)}
        ></video>
        ${
          call.cameraOn
            ? nothing
            : html`<div class="instead" aria-hidden=${large ? nothing : 'true'}>
                ${icon('videoOff')}
                <p>${pictures.myCameraOff}</p>
              </div>`
        }
        ${call.muted && !large ? html`<span class="corner">${icon('micOff')}</span>` : nothing}`,
    );
  }

  override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    const { screen } = this.call.remote;
    // A screen that begins to be shared is what there is to look at.
    if (screen && !this.#screenWas) this.chosen = undefined;
    this.#screenWas = screen;
  }

  override updated(changed: PropertyValues) {
    super.updated(changed);
    this.#fit();
  }

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('resize', this.#fit);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    window.removeEventListener('resize', this.#fit);
  }

  readonly #fit = () => {
    const frame = { width: this.clientWidth, height: this.clientHeight };
    for (const video of this.renderRoot.querySelectorAll('video'))
      video.classList.toggle('whole', !fills({ width: video.videoWidth, height: video.videoHeight }, frame));
  };

  readonly #refused = () => {
    this.unheard = true;
  };

  /** The element that shows the other side and plays its sound. */
  get remoteVideo(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('[data-testid=remote-video]');
  }

  readonly #hear = () => {
    this.unheard = false;
    this.remoteVideo?.play().catch(this.#refused);
  };
}

function pressedByKey(event: KeyboardEvent, act: () => void) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
}

customElements.define('duet-pictures', DuetPictures);
