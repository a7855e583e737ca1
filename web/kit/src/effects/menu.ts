// SPDX-License-Identifier: Apache-2.0
import type { Result } from '@duet/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from '../parts/icon.js';
import { CallMenu, menuLook } from '../parts/menu.js';
import { playing } from '../pictures/picture.js';
import { base, icons } from '../style/shared.js';
import type { Words } from '../words/words.js';
import { plain, sceneNames, type BackgroundChoice, type EffectChoice } from './choice.js';
import type { Desk } from './desk.js';
import type { Effects } from './effects.js';
import { troubleOf } from './trouble.js';
import { keepOwnPicture, ownPicture } from './own-picture.js';
import { drawScene } from './scenes.js';
import { effectsLook } from './menu-look.js';

/** A sentence in whatever language the menu then speaks. */
type Saying = (words: Words) => string;

/** What can be done to the own picture and voice, to choose from while one sees what it does. */
export class DuetEffectsMenu extends CallMenu {
  static override properties = {
    ...CallMenu.properties,
    ready: { state: true },
    unable: { attribute: false },
    hasOwn: { state: true },
    fault: { attribute: false },
  };
  /** Undefined until it is known whether pictures can be changed here. */
  declare ready: boolean | undefined;
  /** Why nothing, or no picture, can be changed here. */
  declare unable: Saying | undefined;
  declare hasOwn: boolean;
  declare fault: Saying | undefined;
  protected override readonly opener = 'effects';
  #desk: Desk | undefined;

  static override styles = [base, icons, menuLook, effectsLook];

  constructor() {
    super();
    this.ready = undefined;
    this.unable = undefined;
    this.hasOwn = false;
    this.fault = undefined;
  }

  get #effects(): Effects {
    const { effects } = this.setting;
    if (effects === undefined) throw new Error('There is no menu where there are no effects.');
    return effects;
  }

  override render() {
    const { effects: words } = this.words;
    const { choice } = this.#effects;
    return html`<section tabindex="-1" role="group" aria-label=${words.title} data-testid="effects-menu">
      ${this.#status()} ${this.#mirror()}
      <fieldset ?disabled=${this.ready !== true}>
        <legend>${words.beauty}</legend>
        ${this.#slider('smoothing', words.smoothing, choice.smoothing)}
        ${this.#slider('whitening', words.whitening, choice.whitening)}
      </fieldset>
      <fieldset ?disabled=${this.ready !== true}>
        <legend>${words.background}</legend>
        <div class="tiles">
          ${this.#tile('none', 'close')} ${this.#tile('blur', 'blur')} ${sceneNames.map((name) => this.#tile(name))}
          ${this.hasOwn ? this.#tile('own', 'picture') : nothing}
        </div>
        <label class="file">
          <input type="file" accept="image/*" data-testid="effects-file" @change=${this.#file} />
          ${icon('picture')}${words.ownPicture}
        </label>
      </fieldset>
      <label class="switch">
        ${words.noise}
        <input
          type="checkbox"
          role="switch"
          data-testid="effects-noise"
          ?disabled=${this.#desk === undefined}
          .checked=${choice.quiet}
          @change=${(event: Event) => this.#choose({ quiet: (event.target as HTMLInputElement).checked })}
        />
      </label>
      <button type="button" data-testid="effects-off" @click=${() => this.#choose(plain)}>${words.allOff}</button>
    </section>`;
  }

  #status(): TemplateResult {
    const loading = this.ready === undefined ? this.words.menus.loading : undefined;
    const said = (this.fault ?? this.unable)?.(this.words) ?? troubleOf(this.words, this.#effects) ?? loading;
    return html`<p role="status" data-testid="effects-status" ?hidden=${said === undefined}>${said}</p>`;
  }

  /** The own picture once more where the menu lies over it. */
  #mirror(): TemplateResult | typeof nothing {
    const { call, words } = this;
    if (!call.cameraOn || call.localStream === undefined) return nothing;
    return html`<video
      class="mirror"
      autoplay
      playsinline
      .muted=${true}
      aria-label=${words.pictures.mine}
      ${playing(call.localStream)}
    ></video>`;
  }

  #slider(what: 'smoothing' | 'whitening', label: string, share: number): TemplateResult {
    const percent = Math.round(share * 100);
    return html`<label class="slider">
      <span>${label}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="5"
        data-testid="effects-${what}"
        aria-valuetext="${percent}%"
        .value=${String(percent)}
        @input=${(event: Event) => this.#choose({ [what]: Number((event.target as HTMLInputElement).value) / 100 })}
      />
      <output aria-hidden="true">${percent}</output>
    </label>`;
  }

  #tile(name: BackgroundChoice, drawing?: IconName): TemplateResult {
    return html`<label class="tile">
      <input
        type="radio"
        name="background"
        value=${name}
        data-testid="background-${name}"
        .checked=${this.#effects.choice.background === name}
        @change=${() => this.#choose({ background: name })}
      />
      <span class="thumb">
        ${drawing === undefined ? html`<canvas width="96" height="54" data-scene=${name}></canvas>` : icon(drawing)}
      </span>
      <span>${this.words.effects.backgrounds[name]}</span>
    </label>`;
  }

  #choose(change: Partial<EffectChoice>) {
    this.fault = undefined;
    this.#effects.choose(change).then(
      (result) => this.#refused(result),
      () => {},
    );
    this.requestUpdate();
  }

  #refused({ code }: Result) {
    if (code !== 0) this.fault = ({ effects }) => effects.badPicture;
  }

  readonly #file = async (event: Event) => {
    const field = event.target as HTMLInputElement;
    const [file] = field.files ?? [];
    field.value = '';
    if (file === undefined) return;
    try {
      await keepOwnPicture(file);
    } catch {
      this.fault = ({ effects }) => effects.badPicture;
      return;
    }
    this.hasOwn = true;
    this.#desk?.forgetBackground();
    this.#choose({ background: 'own' });
  };

  async #prepare() {
    try {
      this.#desk = await this.#effects.desk();
    } catch {
      this.ready = false;
      this.unable = ({ menus }) => menus.notLoaded;
      return;
    }
    this.hasOwn = (await ownPicture()) !== undefined;
    const { code, desc } = await this.#desk.check();
    this.ready = code === 0;
    if (code !== 0) this.unable = ({ effects }) => effects.notHere(desc);
  }

  override firstUpdated() {
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const name = sceneNames.find((each) => each === canvas.dataset['scene']);
      if (name !== undefined) drawScene(name, canvas);
    }
    this.renderRoot.querySelector('section')?.focus();
    void this.#prepare();
  }
}

customElements.define('duet-effects-menu', DuetEffectsMenu);
