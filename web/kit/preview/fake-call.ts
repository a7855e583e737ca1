// SPDX-License-Identifier: Apache-2.0
import type {
  AudioEffect,
  Call,
  CallEvents,
  CallMedia,
  CallState,
  EffectNotice,
  EndReason,
  EndSide,
  Meanwhile,
  Result,
  VideoEffect,
} from '@duet/sdk';

const done: Result = { code: 0, desc: '' };

/** A call without a server: does at once what it is told, and can be put into any state. */
export class FakeCall implements Call {
  direction: Call['direction'] = 'outgoing';
  peer = 'bob';
  media: Call['media'] = 'video';
  inviteId: string | undefined = 'invite';
  state: CallState = { kind: 'inviting' };
  held: Call['held'] = 'none';
  localStream: MediaStream | undefined;
  remoteStream: MediaStream | undefined;
  remoteScreen: MediaStream | undefined;
  muted = false;
  cameraOn = true;
  screenOn = false;
  devices: Call['devices'] = { microphone: undefined, camera: undefined, speaker: undefined };
  deviceProblem: Result | undefined;
  remote: Call['remote'] = { audio: true, video: true, screen: false };
  quality: Call['quality'] = { local: 1, remote: 2, rtt: 24, upLoss: 0, downLoss: 0 };
  /** What turning on the camera or the screen answers. */
  cameraResult: Result = done;
  screenResult: Result = done;
  /** What `accept` answers. */
  acceptResult: Result = done;
  /** What a call that waits does to the one in progress before it is answered. */
  clearLine: (meanwhile: Meanwhile) => void = () => {};
  /** Why the last `reject` said no. */
  rejectedAs: string | undefined;
  videoEffect: VideoEffect | undefined;
  audioEffect: AudioEffect | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #effectListeners = new Set<CallEvents['effect']>();

  constructor(fields: Partial<FakeCall> = {}) {
    this.set(fields);
  }

  set(fields: Partial<FakeCall>): this {
    Object.assign(this, fields);
    this.#listeners.forEach((listener) => listener());
    return this;
  }

  end(reason: EndReason, side: EndSide, code = 0, message = '') {
    const talkedMs = this.state.kind === 'talking' ? Date.now() - this.state.since : 0;
    return this.set({ state: { kind: 'ended', reason, side, code, message, talkedMs } });
  }

  accept(meanwhile: Meanwhile = 'hold'): Promise<Result> {
    if (this.acceptResult.code !== 0) return Promise.resolve(this.acceptResult);
    this.clearLine(meanwhile);
    this.set({ state: { kind: 'talking', since: Date.now() } });
    return Promise.resolve(done);
  }

  reject(reason = 'active'): Promise<Result> {
    this.rejectedAs = reason;
    this.end(reason === 'busy' ? 'lineBusy' : 'reject', 'local');
    return Promise.resolve(done);
  }

  cancel(): Promise<Result> {
    this.end('canceled', 'local');
    return Promise.resolve(done);
  }

  hangUp(): Promise<void> {
    this.end('hangup', 'local');
    return Promise.resolve();
  }

  hold(): Promise<Result> {
    this.set({ held: 'local' });
    return Promise.resolve(done);
  }

  resume(): Promise<Result> {
    this.clearLine('hold');
    this.set({ held: 'none' });
    return Promise.resolve(done);
  }

  setMuted(muted: boolean): void {
    this.set({ muted });
  }

  setCamera(on: boolean): Promise<Result> {
    if (this.cameraResult.code === 0) this.set({ cameraOn: on, ...(on && { media: 'video' }) });
    return Promise.resolve(this.cameraResult);
  }

  setScreen(on: boolean): Promise<Result> {
    if (this.screenResult.code === 0) this.set({ screenOn: on });
    return Promise.resolve(this.screenResult);
  }

  async switchMedia(media: CallMedia): Promise<Result> {
    const result = await this.setCamera(media === 'video');
    if (result.code === 0) this.set({ media });
    return result;
  }

  setMicrophone(microphone: string): Promise<Result> {
    this.set({ devices: { ...this.devices, microphone } });
    return Promise.resolve(done);
  }

  setCameraDevice(camera: string): Promise<Result> {
    this.set({ devices: { ...this.devices, camera } });
    return Promise.resolve(done);
  }

  setSpeaker(speaker: string): void {
    this.set({ devices: { ...this.devices, speaker } });
  }

  setVideoEffect(videoEffect: VideoEffect | undefined): void {
    this.set({ videoEffect });
  }

  setAudioEffect(audioEffect: AudioEffect | undefined): void {
    this.set({ audioEffect });
  }

  /** An effect of the call says something about itself. */
  notice(effect: VideoEffect | AudioEffect, notice: EffectNotice): void {
    this.#effectListeners.forEach((listener) => listener(effect, notice));
  }

  on<E extends keyof CallEvents>(event: E, listener: CallEvents[E]): () => void {
    if (event === 'effect') {
      const heard = listener as CallEvents['effect'];
      this.#effectListeners.add(heard);
      return () => this.#effectListeners.delete(heard);
    }
    const told = listener as () => void;
    this.#listeners.add(told);
    return () => this.#listeners.delete(told);
  }
}
