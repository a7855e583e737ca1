// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { Emitter } from '../events.js';
import { broken, done, type Result } from '../result.js';
import type { MediaFlags } from '../wire/frames.js';
import { Curtain, type StillImage } from './curtain.js';
import {
  cameraConstraints,
  capture,
  deviceRefusal,
  stopFailure,
  type CameraWish,
  type Captured,
  type DeviceKind,
  type MicrophoneWish,
  type Wanted,
} from './devices.js';
import type { AudioEffect, EffectNotice, VideoEffect } from './effect.js';
import { EffectSlot } from './effects.js';
import { Mixer } from './mixer.js';
import type { Sent } from './peer.js';
import type { CapturedScreen, ScreenWish } from './screen.js';
import { ScreenShare } from './share.js';

export type CaptureKind = DeviceKind | 'screen';

interface LocalMediaEvents {
  /** A track came, went, or was muted. */
  change: () => void;
  /** A device stopped by itself: unplugged, its permission taken back, or the sharing of a screen ended. */
  lost: (kind: CaptureKind, why: Result) => void;
  /** An effect has something to say. */
  effect: (effect: VideoEffect | AudioEffect, notice: EffectNotice) => void;
}

export type Opener = (wanted: Wanted) => Promise<Captured>;
export type ScreenOpener = (wish: ScreenWish) => Promise<Result<CapturedScreen>>;

/** 960x540 is what the guide recommends for calls; 30 frames keep motion smooth where the device can. */
export const defaultCamera: CameraWish = { width: 960, height: 540, fps: 30, facingMode: 'user' };

/** The own microphone, camera and screen. Off means off: a stopped track, so the device's light goes out. */
export class LocalMedia {
  private readonly emitter = new Emitter<LocalMediaEvents>();
  private readonly devices: Partial<Record<DeviceKind, MediaStreamTrack>> = {};
  private readonly pending: Partial<Record<DeviceKind, Promise<Result>>> = {};
  private view: MediaStream | undefined;
  private silent = false;
  private hushed = false;
  private gain = 1;
  /** Counted up by `close` of a device, so that one still being opened is dropped when it arrives. */
  private readonly closings: Record<DeviceKind, number> = { microphone: 0, camera: 0 };

  private readonly voice = new EffectSlot<AudioEffect>(
    () => this.changed(),
    (effect, notice) => this.emitter.emit('effect', effect, notice),
  );
  private readonly picture = new EffectSlot<VideoEffect>(
    () => this.changed(),
    (effect, notice) => this.emitter.emit('effect', effect, notice),
  );
  private readonly mixer = new Mixer(() => this.changed());
  private readonly curtain = new Curtain();
  private readonly share: ScreenShare;
  private screenPlace: 'camera' | 'screen' = 'screen';

  cameraWish: CameraWish = defaultCamera;
  microphoneWish: MicrophoneWish = {};

  constructor(
    private readonly opener: Opener = capture,
    screenOpener?: ScreenOpener,
  ) {
    this.share = new ScreenShare(
      () => this.changed(),
      (why) => this.emitter.emit('lost', 'screen', why),
      screenOpener,
    );
  }

  on<E extends keyof LocalMediaEvents>(event: E, listener: LocalMediaEvents[E]): () => void {
    return this.emitter.on(event, listener);
  }

  /** As it is heard, with the effect. */
  get microphone(): MediaStreamTrack | undefined {
    return this.voice.track;
  }

  /** As it is seen, with the effect. */
  get camera(): MediaStreamTrack | undefined {
    return this.picture.track;
  }

  get screen(): MediaStreamTrack | undefined {
    return this.share.picture;
  }

  /** The device itself, whatever becomes of its track: for zoom, torch and the like. */
  device(kind: DeviceKind): MediaStreamTrack | undefined {
    return this.devices[kind];
  }

  get muted(): boolean {
    return this.silent;
  }

  /** Microphone and camera as they are now; the same object as long as anything is captured. */
  get stream(): MediaStream | undefined {
    return this.view;
  }

  get flags(): MediaFlags {
    const camera = this.camera !== undefined && (!this.curtain.drawn || this.curtain.picture !== undefined);
    const screen = this.share.on && !this.share.muted;
    return {
      audio: (this.microphone !== undefined && !this.silent) || this.share.sound !== undefined,
      video: camera || (screen && this.screenPlace === 'camera'),
      screen: screen && this.screenPlace === 'screen',
    };
  }

  /** What is to be sent. A screen on the camera's place is sent instead of the camera. */
  get outgoing(): Readonly<Record<Sent, MediaStreamTrack | undefined>> {
    const camera = this.camera && this.curtain.drawn ? this.curtain.picture : this.camera;
    const screen = this.share.outgoing;
    const inPlace = this.share.on && this.screenPlace === 'camera';
    return {
      audio: this.mixer.track ?? this.microphone ?? this.share.sound,
      camera: inPlace ? screen : camera,
      screen: inPlace ? undefined : screen,
    };
  }

  /** Opens what is wanted and neither open nor being opened yet. */
  async open(wanted: { microphone?: boolean; camera?: boolean }): Promise<Record<DeviceKind, Result>> {
    const fresh = (kind: DeviceKind): boolean => wanted[kind] === true && !this.devices[kind] && !this.pending[kind];
    const opening = { microphone: fresh('microphone'), camera: fresh('camera') };
    if (opening.microphone || opening.camera) this.begin(opening);
    const { microphone, camera } = this.pending;
    return {
      microphone: (wanted.microphone && (await microphone)) || done(),
      camera: (wanted.camera && (await camera)) || done(),
    };
  }

  private begin(opening: Record<DeviceKind, boolean>): void {
    const before = { ...this.closings };
    const captured = this.opener({
      microphone: opening.microphone ? this.microphoneWish : undefined,
      camera: opening.camera ? this.cameraWish : undefined,
    });
    for (const kind of ['microphone', 'camera'] as const) {
      if (!opening[kind]) continue;
      const result = captured.then((got) => this.keep(kind, got[kind], before[kind]));
      this.pending[kind] = result;
      void result.finally(() => {
        if (this.pending[kind] === result) delete this.pending[kind];
      });
    }
  }

  /**
   * Opens the device that is wished for now in place of the one that is open. A phone gives out one camera at a time:
   * where the new one is in use, the old one is closed first. A device that cannot be had leaves the old one on.
   */
  async reopen(kind: DeviceKind, former: CameraWish | MicrophoneWish): Promise<Result> {
    if (!this.devices[kind]) return done();
    const before = this.closings[kind];
    let got = await this.one(kind);
    if (got?.data === undefined && this.closings[kind] === before) {
      this.devices[kind]?.stop();
      got = await this.one(kind);
    }
    if (got?.data !== undefined || this.closings[kind] !== before) return this.keep(kind, got, before);
    this.wish(kind, former);
    const restored = this.keep(kind, await this.one(kind), before);
    if (restored.code !== 0) this.close(kind);
    return (got ?? restored) as Result;
  }

  private wish(kind: DeviceKind, wish: CameraWish | MicrophoneWish): void {
    if (kind === 'camera') this.cameraWish = wish as CameraWish;
    else this.microphoneWish = wish;
  }

  private async one(kind: DeviceKind): Promise<Result<MediaStreamTrack> | undefined> {
    const microphone = kind === 'microphone' ? this.microphoneWish : undefined;
    const camera = kind === 'camera' ? this.cameraWish : undefined;
    return (await this.opener({ microphone, camera }))[kind];
  }

  private keep(kind: DeviceKind, got: Result<MediaStreamTrack> | undefined, before: number): Result {
    if (got?.data === undefined) return (got ?? done()) as Result;
    const track = got.data;
    if (this.closings[kind] !== before) {
      track.stop();
      return done();
    }
    this.devices[kind]?.stop();
    this.devices[kind] = track;
    track.addEventListener('ended', () => this.ended(kind, track));
    if (kind === 'microphone') track.enabled = this.speaks;
    // Tells the encoder to keep motion rather than single sharp pictures.
    if (kind === 'camera') track.contentHint = 'motion';
    this.changed();
    return done();
  }

  private ended(kind: DeviceKind, track: MediaStreamTrack): void {
    if (this.devices[kind] !== track) return;
    this.close(kind);
    this.emitter.emit('lost', kind, deviceRefusal(kind, new DOMException('', 'NotReadableError')));
  }

  /** A microphone that cannot be stopped is let go of all the same. */
  close(kind: CaptureKind): Result {
    if (kind === 'screen') {
      this.share.close();
      return done();
    }
    this.closings[kind] += 1;
    delete this.pending[kind];
    const track = this.devices[kind];
    if (!track) return done();
    delete this.devices[kind];
    const stopped = stop(kind, track);
    this.changed();
    return stopped;
  }

  closeAll(): void {
    this.close('screen');
    this.close('camera');
    this.close('microphone');
    this.silent = false;
    this.curtain.draw(false);
  }

  setMuted(muted: boolean): void {
    if (this.silent === muted) return;
    this.silent = muted;
    if (this.devices.microphone) this.devices.microphone.enabled = this.speaks;
    this.emitter.emit('change');
  }

  /** Silences the device itself: nobody is told that the own voice is off. */
  setDeviceMuted(muted: boolean): void {
    this.hushed = muted;
    if (this.devices.microphone) this.devices.microphone.enabled = this.speaks;
  }

  private get speaks(): boolean {
    return !this.silent && !this.hushed;
  }

  /** Brings the open camera to another size or rate without closing it. */
  async adjustCamera(wish: CameraWish): Promise<Result> {
    this.cameraWish = wish;
    try {
      await this.devices.camera?.applyConstraints(cameraConstraints(wish));
      return done();
    } catch (error) {
      return broken(Code.cameraSetParamFail, 'Adjusting the camera', error);
    }
  }

  /** Stops sending the camera, which stays open. */
  setVideoMuted(muted: boolean): void {
    if (this.curtain.drawn === muted) return;
    this.curtain.draw(muted);
    this.emitter.emit('change');
  }

  /** Sent in place of a muted camera. */
  setMuteImage(image: StillImage | undefined, fps: number): void {
    this.curtain.show(image, fps);
    this.emitter.emit('change');
  }

  /** How loud the own voice is sent; 1 is as it is. */
  setGain(gain: number): void {
    if (this.gain === gain) return;
    this.gain = gain;
    this.changed();
  }

  setVideoEffect(effect: VideoEffect | undefined): void {
    this.picture.set(effect);
    this.changed();
  }

  setAudioEffect(effect: AudioEffect | undefined): void {
    this.voice.set(effect);
    this.changed();
  }

  /** Lets the person choose a screen to share, in a place of its own or, with `place`, in the camera's. */
  async openScreen(options: ScreenWish & { readonly place?: 'camera' | 'screen' } = {}): Promise<Result> {
    if (!this.share.on) this.screenPlace = options.place ?? 'screen';
    return this.share.open(options);
  }

  /** Whether a screen was being shared and anything changed. */
  pauseScreen(paused: boolean): boolean {
    return this.share.pause(paused);
  }

  setScreenMuted(muted: boolean): void {
    if (this.share.muted === muted) return;
    this.share.muted = muted;
    this.emitter.emit('change');
  }

  private changed(): void {
    const { microphone, camera } = this.devices;
    this.voice.feed(microphone);
    this.picture.feed(camera);
    this.mixer.mix({ voice: this.microphone, sound: this.share.sound, gain: this.gain });
    this.arrange();
    this.emitter.emit('change');
  }

  private arrange(): void {
    const now = [this.microphone, this.camera].filter((track) => track !== undefined);
    const view = this.view ?? new MediaStream();
    for (const track of view.getTracks().filter((each) => !now.includes(each))) view.removeTrack(track);
    for (const track of now) view.addTrack(track);
    this.view = now.length === 0 ? undefined : view;
  }
}

function stop(kind: DeviceKind, track: MediaStreamTrack): Result {
  try {
    track.stop();
    return done();
  } catch (error) {
    return stopFailure(kind, error);
  }
}
