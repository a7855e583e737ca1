// SPDX-License-Identifier: Apache-2.0
import type { AudioEffect, Result, VideoEffect } from '@duet/sdk';
import type { BackgroundChoice, EffectChoice } from './choice.js';
import type { EffectsPackage, PictureEffects } from './effects.js';
import { ownPicture } from './own-picture.js';
import { sceneBlob } from './scenes.js';

/** Where a choice becomes what `@duet/effects` does. */
export class Desk {
  readonly audio: AudioEffect;
  readonly #picture: PictureEffects;
  /** The background in force. An own picture is another one each time it is chosen. */
  #behind: BackgroundChoice | undefined;

  constructor({ EffectApi, NoiseSuppression }: EffectsPackage) {
    this.#picture = EffectApi.getApi();
    this.audio = new NoiseSuppression();
  }

  get video(): VideoEffect {
    return this.#picture.videoEffect;
  }

  /** Whether this browser and this page can change a picture; if not, why. */
  check(): Promise<Result> {
    return this.#picture.check();
  }

  /** Brings a choice into force, at once where an effect runs. */
  async set({ smoothing, whitening, background }: EffectChoice): Promise<Result> {
    this.#picture.setBeauty({ smoothing, whitening });
    if (background === this.#behind) return { code: 0, desc: 'ok' };
    this.#behind = background;
    return this.#setBackground(background);
  }

  async #setBackground(background: BackgroundChoice): Promise<Result> {
    if (background === 'none' || background === 'blur') return this.#picture.setBackground({ kind: background });
    const picture = background === 'own' ? await ownPicture() : await sceneBlob(background);
    // Whoever wants their room unseen gets that in any case.
    if (picture === undefined) return this.#picture.setBackground({ kind: 'blur' });
    return this.#picture.setBackground({ kind: 'picture', picture });
  }

  /** The own picture is another one now: the next `set` takes it. */
  forgetBackground(): void {
    this.#behind = undefined;
  }
}
