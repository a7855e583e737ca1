// SPDX-License-Identifier: Apache-2.0
import { registerVideoEffect, EffectWarning, type EffectNotice, type Result, type VideoEffect } from '@duet/sdk';
import {
  changedBeauty,
  checkBackground,
  checkMinFps,
  defaultBeauty,
  defaultBlur,
  defaultMinFps,
  type Background,
  type Beauty,
} from './parameters.js';
import { setResourcePath } from './resources.js';
import { done, invalid, unsupported } from './result.js';
import { safely } from './safely.js';
import { PictureEffect } from './video/effect.js';

/** Where an effect is switched on: the SDK's `RtcCloud`, or whatever takes a `VideoEffect`. */
export type EffectHost =
  { callExperimentalAPI(json: string): unknown } | { setVideoEffect(effect: VideoEffect | undefined): unknown };

/**
 * Beauty and background for the own camera, with the guide's names and with typed ones. Setting loads nothing; the worker,
 * its models and its graphics context exist from the moment the effect is switched on to the moment it is switched off.
 */
export class EffectApi {
  private static one: EffectApi | undefined;
  private readonly listeners = new Set<(notice: EffectNotice) => void>();
  private readonly effect: PictureEffect;
  private beauty = defaultBeauty;
  private host: EffectHost | undefined;
  /** Counted up by each background, so that a picture which comes late replaces none that was set after it. */
  private backgrounds = 0;

  private constructor() {
    const wish = { ...defaultBeauty, background: 'none', strength: defaultBlur, minFps: defaultMinFps } as const;
    this.effect = new PictureEffect(wish, (notice) => {
      for (const listener of Array.from(this.listeners)) safely(() => listener(notice));
    });
    registerVideoEffect(this.effect);
  }

  /** The one there is, which `callExperimentalAPI` with `enableVideoProcessByNative` switches from now on. */
  static getApi(): EffectApi {
    this.one ??= new EffectApi();
    return this.one;
  }

  /** What a host is given, for hosts that are not attached. */
  get videoEffect(): VideoEffect {
    return this.effect;
  }

  /** Where the page serves this package's `dist/assets`; `/effects/` unless said otherwise. */
  setResourcePath(path: string): void {
    setResourcePath(path);
  }

  /** Says 0 when this browser can run the effects and their files are at the resource path; 8001 otherwise. */
  initXmagic(callback?: (result: number) => void): void {
    void this.sayReady(callback);
  }

  private async sayReady(callback?: (result: number) => void): Promise<void> {
    const { code } = await this.check();
    safely(() => callback?.(code));
  }

  /** What `initXmagic` finds, with the reason. */
  async check(): Promise<Result> {
    const { checkResources, lacking } = await import('./video/parts.js');
    const why = lacking();
    if (why !== undefined) return unsupported(why);
    try {
      await checkResources();
      return done();
    } catch (error) {
      return unsupported((error as Error).message);
    }
  }

  /** Always succeeds: Duet's effects need no licence. */
  setLicense(_licenseKey: string, _licenseUrl: string, callback?: (errorCode: number, msg: string) => void): void {
    queueMicrotask(() => callback?.(0, 'Duet needs no licence.'));
  }

  /** What is not named stays as it is. Works at once, also while the effect runs. */
  setBeauty(change: Partial<Beauty>): Result {
    const { code, desc, data } = changedBeauty(this.beauty, change);
    if (!data) return { code, desc };
    this.beauty = data;
    this.effect.setWish(data);
    return done();
  }

  /** Answers once the background is in force, or why it is not; a picture that is loaded takes its time. */
  async setBackground(background: Background): Promise<Result> {
    const checked = checkBackground(background);
    if (checked.code !== 0) return checked;
    const turn = ++this.backgrounds;
    if (background.kind === 'picture') {
      const { loadPicture } = await import('./video/parts.js');
      try {
        const picture = await loadPicture(background.picture);
        if (turn !== this.backgrounds) return done();
        this.effect.setPicture(picture);
      } catch (error) {
        return { code: EffectWarning.invalidParameter, desc: (error as Error).message };
      }
    }
    const strength = background.kind === 'blur' ? (background.strength ?? defaultBlur) : defaultBlur;
    this.effect.setWish({ background: background.kind, strength });
    return done();
  }

  /** Slower than this the plain camera is sent; 0 for never, 12 unless said otherwise. */
  setMinFps(minFps: number): Result {
    const checked = checkMinFps(minFps);
    if (checked.code === 0) this.effect.setWish({ minFps });
    return checked;
  }

  /** Names what `enable` switches. */
  attachTo(host: EffectHost): void {
    this.host = host;
  }

  /** Switches the effect on or off, as the guide's `enableVideoProcessByNative` does. */
  enable(on: boolean): Result {
    const { host } = this;
    if (!host) return invalid('No host for the effect: call attachTo with your RtcCloud first.');
    if ('setVideoEffect' in host) host.setVideoEffect(on ? this.effect : undefined);
    else host.callExperimentalAPI(JSON.stringify({ api: 'enableVideoProcessByNative', params: { enable: on } }));
    return done();
  }

  /** Whether the worker is there or on its way. */
  get running(): boolean {
    return this.effect.running;
  }

  /** Tells that the effect fell back to the plain camera, with the reason, and that it is seen again. */
  on(event: 'notice', listener: (notice: EffectNotice) => void): () => void {
    if (event !== 'notice') return () => {};
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
