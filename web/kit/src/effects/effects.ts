// SPDX-License-Identifier: Apache-2.0
import type { AudioEffect, Call, EffectNotice, Result, VideoEffect } from '@duet/sdk';
import { changesPicture, rememberChoice, rememberedChoice, type EffectChoice } from './choice.js';
import type { Desk } from './desk.js';

/** The part of `@duet/effects` that the kit works with. */
export interface EffectsPackage {
  readonly EffectApi: { getApi(): PictureEffects };
  readonly NoiseSuppression: new () => AudioEffect;
}

export interface PictureEffects {
  readonly videoEffect: VideoEffect;
  check(): Promise<Result>;
  setBeauty(beauty: { readonly smoothing: number; readonly whitening: number }): Result;
  setBackground(
    background: { readonly kind: 'none' | 'blur' } | { readonly kind: 'picture'; readonly picture: Blob },
  ): Promise<Result>;
}

/** What does not work, of the picture or of the voice, although it was chosen. */
export type EffectTrouble = 'tooSlow' | 'failed';

/** Of `onWarning`: the effect was slower than its set frame rate. */
const tooSlow = 8004;

/**
 * What is done to the own picture and voice in all calls of an element. Of it nothing but this is loaded before somebody
 * opens the menu, or a call begins in a browser that keeps a choice.
 */
export class Effects {
  choice: EffectChoice = rememberedChoice();
  readonly trouble: { video?: EffectTrouble; audio?: EffectTrouble } = {};
  readonly #load: () => Promise<EffectsPackage>;
  readonly #changed: () => void;
  #desk: Promise<Desk> | undefined;
  readonly #calls = new Map<Call, { readonly picture: VideoEffect; readonly voice: AudioEffect }>();
  /** Whose effects run. */
  readonly #running: { video?: object; audio?: object } = {};

  /** `changed` is called when something that is shown is another than before. */
  constructor(load: () => Promise<EffectsPackage>, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  /** What works on pictures and voices, loaded when it is first asked for; asked again after it could not be. */
  desk(): Promise<Desk> {
    this.#desk ??= this.#open();
    return this.#desk;
  }

  async #open(): Promise<Desk> {
    try {
      const { Desk } = await import('../later.js');
      const desk = new Desk(await this.#load());
      await desk.set(this.choice);
      return desk;
    } catch (error) {
      this.#desk = undefined;
      throw error;
    }
  }

  /** Gives a call the effects that are chosen, now and later. A camera that has not opened yet is seen only with them. */
  follow(call: Call): void {
    this.#calls.set(call, {
      picture: this.#standIn('video', 'duet-effects'),
      voice: this.#standIn('audio', 'duet-noise-suppression'),
    });
    call.on('effect', ({ kind }, notice) => this.#heard(kind, notice));
    call.on('change', () => {
      if (call.state.kind === 'ended') this.#calls.delete(call);
    });
    this.#apply();
  }

  /** Changes the choice, at once and for later calls in this browser. Answers what could not be done. */
  async choose(change: Partial<EffectChoice>): Promise<Result> {
    this.choice = { ...this.choice, ...change };
    rememberChoice(this.choice);
    this.#forgive('video', changesPicture(this.choice));
    this.#forgive('audio', this.choice.quiet);
    this.#changed();
    this.#apply();
    return (await this.desk()).set(this.choice);
  }

  #apply(): void {
    for (const [call, { picture, voice }] of this.#calls) {
      call.setVideoEffect(changesPicture(this.choice) ? picture : undefined);
      call.setAudioEffect(this.choice.quiet ? voice : undefined);
    }
  }

  /** What could not begin is tried anew; what is not wanted any more is no trouble. */
  #forgive(kind: 'video' | 'audio', wanted: boolean): void {
    if (this.trouble[kind] === 'failed')
      for (const call of this.#calls.keys())
        if (kind === 'video') call.setVideoEffect(undefined);
        else call.setAudioEffect(undefined);
    if (this.trouble[kind] === 'failed' || !wanted) delete this.trouble[kind];
  }

  #heard(kind: 'video' | 'audio', notice: EffectNotice): void {
    if (notice.kind === 'resumed') delete this.trouble[kind];
    else this.trouble[kind] = notice.code === tooSlow ? 'tooSlow' : 'failed';
    this.#changed();
  }

  /**
   * What a call is given: begins with a track, and what it needs is loaded then. There is one effect for all calls, so
   * a call stops it only if no other has begun it since.
   */
  #standIn<K extends 'video' | 'audio'>(kind: K, name: string) {
    const effect = {
      kind,
      name,
      start: async (track: MediaStreamTrack, tell: (notice: EffectNotice) => void) => {
        this.#running[kind] = effect;
        return (await this.desk())[kind].start(track, tell);
      },
      stop: () => {
        if (this.#running[kind] !== effect) return;
        delete this.#running[kind];
        void this.#desk?.then(
          (desk) => desk[kind].stop(),
          () => {},
        );
      },
    };
    return effect;
  }
}
