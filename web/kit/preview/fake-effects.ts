// SPDX-License-Identifier: Apache-2.0
import type { AudioEffect, Result, VideoEffect } from '@duet/sdk';
import type { EffectsPackage, PictureEffects } from '../src/effects/effects.js';

const done: Result = { code: 0, desc: '' };

/** `@duet/effects` without its models: passes tracks on, and remembers what it was told. */
export class FakeEffects implements EffectsPackage, PictureEffects {
  readonly told: unknown[] = [];
  /** What the picture's and the voice's effect were last told to do. */
  readonly last: { video?: 'start' | 'stop'; audio?: 'start' | 'stop' } = {};
  checked: Result = done;
  readonly EffectApi = { getApi: () => this };
  readonly NoiseSuppression: new () => AudioEffect;
  readonly videoEffect: VideoEffect = this.#effect('video');

  constructor(checked: Result = done) {
    this.checked = checked;
    const voice = this.#effect('audio');
    this.NoiseSuppression = class implements AudioEffect {
      readonly kind = 'audio';
      readonly name = voice.name;
      readonly start = voice.start;
      readonly stop = voice.stop;
    };
  }

  check(): Promise<Result> {
    return Promise.resolve(this.checked);
  }

  setBeauty(beauty: unknown): Result {
    this.told.push(beauty);
    return done;
  }

  setBackground(background: unknown): Promise<Result> {
    this.told.push(background);
    return Promise.resolve(done);
  }

  #effect<K extends 'video' | 'audio'>(kind: K) {
    return {
      kind,
      name: `fake ${kind}`,
      start: (track: MediaStreamTrack) => {
        this.last[kind] = 'start';
        return Promise.resolve(track);
      },
      stop: () => {
        this.last[kind] = 'stop';
      },
    };
  }
}
