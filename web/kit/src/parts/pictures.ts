// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { css, html, nothing, type PropertyValues } from 'lit';
import { base, icons } from '../style/shared.js';
import { CallScreen } from './call-screen.js';
import { icon } from './icon.js';
import { fills, playing } from './picture.js';
import './rings.js';

/**
 * The two pictures of a call, one large and one small; pressing the small one swaps them. The remote video element also
 * carries the remote sound, so it plays in voice calls too, unseen.
 */
export class DuetPictures extends CallScreen {
  static override properties = { ...CallScreen.properties, swapped: { state: true }, unheard: { state: true } };
  declare swapped: boolean;
  declare unheard: boolean;

  static override styles = [
    base,
    icons,
    css`
      :host {
        position: absolute;
        inset: 0;
        display: block;
      }
      .frame {
        display: grid;
        place-items: center;
        overflow: hidden;
      }
      .frame > * {
        grid-area: 1 / 1;
      }
      .large {
        position: absolute;
        inset: 0;
      }
      .small {
        position: absolute;
        z-index: 2;
        right: calc(var(--space-5) + var(--safe-right));
        bottom: calc(var(--space-6) + var(--safe-bottom));
        width: clamp(180px, 19vw, 280px);
        aspect-ratio: 16 / 10;
        border-radius: var(--radius-m);
        background: var(--stage-raised);
        box-shadow:
          0 0 0 1px var(--stage-line),
          var(--shadow-float);
        cursor: pointer;
        animation: appear var(--calm) var(--ease);
      }
      .small:focus-visible {
        outline: 3px solid var(--stage-ink);
        outline-offset: 3px;
      }
      @media (max-width: 700px) {
        .small {
          right: calc(var(--space-4) + var(--safe-right));
          bottom: calc(136px + var(--safe-bottom));
          width: 108px;
          aspect-ratio: 3 / 4;
        }
      }
      video {
        width: 100%;
        height: 100%;
        min-width: 0;
        min-height: 0;
        object-fit: cover;
      }
      .large video.whole {
        object-fit: contain;
      }
      .local video {
        transform: scaleX(-1);
      }
      .dark video {
        opacity: 0;
      }
      .instead {
        display: grid;
        justify-items: center;
        gap: var(--space-7);
        max-width: 100%;
        padding: var(--space-4);
        text-align: center;
        color: var(--stage-ink-soft);
      }
      .large .instead {
        transform: translateY(-4vh);
      }
      @media (max-width: 700px) {
        .large .instead {
          transform: translateY(-9vh);
        }
      }
      @media (max-height: 480px) {
        .small {
          bottom: calc(var(--space-4) + var(--safe-bottom));
        }
        .large .instead {
          gap: var(--space-4);
          transform: translateY(-8vh);
        }
      }
      .small .instead {
        gap: var(--space-2);
        font-size: var(--text-s);
      }
      .small duet-rings {
        --avatar: 48px;
      }
      .corner {
        place-self: end start;
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
        margin: var(--space-2);
        border-radius: 50%;
        font-size: 0.6875rem;
        background: var(--stage-glass);
      }
      .hear {
        position: absolute;
        z-index: 3;
        top: 62%;
        left: 50%;
        transform: translate(-50%, -50%);
        display: flex;
        align-items: center;
        gap: var(--space-2);
        min-height: 48px;
        padding: 0 var(--space-5);
        border-radius: var(--radius-round);
        font-weight: 600;
        white-space: nowrap;
        color: var(--stage);
        background: var(--stage-ink);
        box-shadow: var(--shadow-float);
      }
      @keyframes appear {
        from {
          opacity: 0;
          transform: scale(0.94);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        .small {
          animation: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.swapped = false;
    this.unheard = false;
  }

  override render() {
    const { call, peer, words } = this;
    const twoPictures = call.media === 'video' || call.cameraOn;
    const swapped = this.swapped && twoPictures;
    return html`${this.#remote(call, swapped)} ${twoPictures ? this.#local(call, swapped) : nothing}
    ${
      this.unheard
        ? html`<button class="hear" type="button" data-testid="hear" @click=${this.#hear}>
            ${icon('speaker')}${words.pictures.tapToHear(peer.name)}
          </button>`
        : nothing
    }`;
  }

  #remote(call: Call, small: boolean) {
    const { pictures } = this.words;
    const { name } = this.peer;
    const shown = call.remote.video;
    return html`<div
      class="frame remote ${small ? 'small' : 'large'} ${shown ? '' : 'dark'}"
      role=${small ? 'button' : nothing}
      tabindex=${small ? 0 : nothing}
      aria-label=${small ? pictures.showLarge(name) : nothing}
      title=${small ? pictures.showLarge(name) : nothing}
      @click=${small ? this.#swap : nothing}
      @keydown=${small ? this.#swapByKey : nothing}
    >
      <video
        data-testid="remote-video"
        autoplay
        playsinline
        aria-label=${pictures.of(name)}
        @resize=${this.#fit}
        ${playing(call.remoteStream, this.#refused)}
      ></video>
      ${shown ? nothing : this.#insteadOfRemote(call, small)}
    </div>`;
  }

  #insteadOfRemote(call: Call, small: boolean) {
    const { name, picture } = this.peer;
    const off = call.media === 'video' && call.state.kind === 'talking';
    return html`<div class="instead" aria-hidden=${small ? 'true' : nothing}>
      <duet-rings .name=${name} .picture=${picture} .stream=${call.remoteStream}></duet-rings>
      ${off && !small ? html`<p>${this.words.pictures.theirCameraOff(name)}</p>` : nothing}
      ${small ? nothing : html`<slot></slot>`}
    </div>`;
  }

  #local(call: Call, large: boolean) {
    const { pictures } = this.words;
    return html`<div
      class="frame local ${large ? 'large' : 'small'} ${call.cameraOn ? '' : 'dark'}"
      role=${large ? nothing : 'button'}
      tabindex=${large ? nothing : 0}
      aria-label=${large ? nothing : pictures.showMineLarge}
      title=${large ? nothing : pictures.showMineLarge}
      @click=${large ? nothing : this.#swap}
      @keydown=${large ? nothing : this.#swapByKey}
    >
      <video
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
      ${call.muted && !large ? html`<span class="corner">${icon('micOff')}</span>` : nothing}
    </div>`;
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

  readonly #swap = () => {
    this.swapped = !this.swapped;
  };

  readonly #swapByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    this.#swap();
  };

  readonly #refused = () => {
    this.unheard = true;
  };

  readonly #hear = () => {
    this.unheard = false;
    const video = this.renderRoot.querySelector<HTMLVideoElement>('[data-testid=remote-video]');
    video?.play().catch(this.#refused);
  };
}

customElements.define('duet-pictures', DuetPictures);
