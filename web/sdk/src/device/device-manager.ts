// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { capture, whyLost, type DeviceKind } from '../media/devices.js';
import type { LocalMedia, Opener } from '../media/local.js';
import { Late } from '../late.js';
import { broken, type Result } from '../result.js';
import type { Tell } from '../rtc/audience.js';
import { complain } from '../rtc/desk.js';
import type { Speaker } from '../rtc/sound/speaker.js';
import type { Platform } from '../session/platform.js';
import { isAutoFocus, setAutoFocus, setFocus, setTorch, setZoom, zoomMax } from './camera.js';
import { deviceChanges, listDevices, noDevices, type DeviceList } from './list.js';
import { outputFor } from './route.js';
import type { Trials } from './trials.js';
import { AudioRoute, MediaDeviceState, MediaDeviceType, type DeviceInfo } from './types.js';

/** What the devices of a room client work with. */
export interface DeviceDesk {
  readonly clock: Platform;
  readonly media: LocalMedia;
  readonly speaker: Speaker;
  readonly tell: Tell;
  /** Takes the loudspeaker's own volume, 0 to 100. */
  readonly setSpeaker: (volume: number, muted: boolean) => void;
  readonly setMicrophone: (volume: number) => void;
  readonly opener?: Opener;
}

const kindOf = (type: unknown): DeviceKind | undefined =>
  type === MediaDeviceType.mic ? 'microphone' : type === MediaDeviceType.camera ? 'camera' : undefined;

const typeOf = { microphone: MediaDeviceType.mic, camera: MediaDeviceType.camera } as const;

const isSound = (type: unknown): type is 0 | 1 => type === MediaDeviceType.mic || type === MediaDeviceType.speaker;
const isVolume = (volume: unknown): volume is number => typeof volume === 'number' && volume >= 0 && volume <= 100;
const speakerListEmpty = 1202;

/**
 * Cameras, microphones and loudspeakers. A number that comes back is 0 for success, or negative and documented: -4 for
 * what the device or the browser cannot do.
 */
export class DeviceManager {
  private list: DeviceList = noDevices;
  private readonly trials = new Late(() => this.makeTrials());
  private readonly sound = {
    [MediaDeviceType.mic]: { volume: 100, muted: false, follows: true },
    [MediaDeviceType.speaker]: { volume: 100, muted: false, follows: true },
  };
  private route: AudioRoute = AudioRoute.speakerPhone;
  private unwatch: () => void = () => {};

  /** @internal */
  constructor(private readonly desk: DeviceDesk) {
    desk.media.on('lost', (kind) => {
      if (kind !== 'screen') void this.recover(kind);
    });
    this.watch();
  }

  private async makeTrials(): Promise<Trials> {
    const { Trials: Made } = await import('./trials.js');
    const { media, clock, speaker, tell, opener } = this.desk;
    return new Made({
      clock,
      open: opener ?? capture,
      wishes: () => ({ camera: media.cameraWish, microphone: media.microphoneWish }),
      sink: () => speaker.sinkId,
      heard: (what, volume) => tell(what === 'mic' ? 'onTestMicVolume' : 'onTestSpeakerVolume', volume),
    });
  }

  private watch(): void {
    const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
    const changed = (): void => void this.look();
    devices?.addEventListener?.('devicechange', changed);
    this.unwatch = () => devices?.removeEventListener?.('devicechange', changed);
    changed();
  }

  private async look(): Promise<void> {
    const before = this.list;
    const now = await listDevices();
    this.list = now;
    if (before === noDevices) return;
    for (const { deviceId, type, state } of deviceChanges(before, now)) {
      this.desk.tell('onDeviceChanged', deviceId, type, state);
      if (state === MediaDeviceState.defaultDeviceChanged) await this.follow(type);
      if (state === MediaDeviceState.remove && type === MediaDeviceType.speaker) await this.leaveSpeaker(deviceId);
    }
  }

  /** A microphone on the system's choice moves with it; a loudspeaker does so by itself. */
  private async follow(type: MediaDeviceType): Promise<void> {
    const { media } = this.desk;
    if (type !== MediaDeviceType.mic || !this.sound[MediaDeviceType.mic].follows) return;
    if (media.microphoneWish.deviceId || !media.device('microphone')) return;
    if ((await media.reopen('microphone', media.microphoneWish)).code === Code.ok) this.tellActive('microphone');
  }

  private async leaveSpeaker(deviceId: string): Promise<void> {
    if (this.desk.speaker.sinkId !== deviceId) return;
    const { code } = await this.desk.speaker.setSink('');
    if (code === Code.ok) {
      this.desk.tell('onDeviceChanged', 'default', MediaDeviceType.speaker, MediaDeviceState.active);
    }
  }

  /** A device in use is gone: the system's choice takes its place where that is followed. */
  private async recover(kind: DeviceKind): Promise<void> {
    const { media, tell } = this.desk;
    const why = await whyLost(kind);
    if (kind === 'camera' || !this.sound[MediaDeviceType.mic].follows) return complain(tell, why);
    const { deviceId: _, ...anyone } = media.microphoneWish;
    media.microphoneWish = anyone;
    const opened = (await media.open({ microphone: true })).microphone;
    if (opened.code !== Code.ok) return complain(tell, opened);
    this.tellActive(kind);
  }

  private tellActive(kind: DeviceKind): void {
    const deviceId = this.idOf(kind);
    this.desk.tell('onDeviceChanged', deviceId, typeOf[kind], MediaDeviceState.active);
  }

  private idOf(kind: DeviceKind): string {
    const track = this.desk.media.device(kind) as Partial<MediaStreamTrack> | undefined;
    return track?.getSettings?.().deviceId ?? '';
  }

  async getDevicesList(type: MediaDeviceType): Promise<DeviceInfo[]> {
    this.list = await listDevices();
    const found = this.list.devices.filter((each) => each.type === type);
    if (type === MediaDeviceType.speaker && found.length === 0) this.warnOfNoSpeaker();
    return found;
  }

  private warnOfNoSpeaker(): void {
    this.desk.tell('onWarning', speakerListEmpty, 'This browser shows no loudspeaker.');
  }

  /** Undefined when such a device is neither in use nor chosen. */
  getCurrentDevice(type: MediaDeviceType): DeviceInfo | undefined {
    const kind = kindOf(type);
    const { media, speaker } = this.desk;
    const chosen = kind && (kind === 'camera' ? media.cameraWish : media.microphoneWish).deviceId;
    const deviceId = kind ? this.idOf(kind) || (chosen ?? '') : speaker.sinkId || 'default';
    if (deviceId === '' || !(kind || type === MediaDeviceType.speaker)) return undefined;
    const listed = this.list.devices.find((each) => each.type === type && each.deviceId === deviceId);
    const deviceName = (kind && media.device(kind)?.label) ?? '';
    return listed ?? { type, deviceId, deviceName, deviceProperties: '' };
  }

  /** Takes a device into use, or, while none of its type is open, for when one is opened. */
  async setCurrentDevice(type: MediaDeviceType, deviceId: string): Promise<number> {
    const devices = await this.getDevicesList(type);
    if (!devices.some((each) => each.deviceId === deviceId) || deviceId === '') return Code.invalidParameter;
    const kind = kindOf(type);
    const answer = kind ? await this.choose(kind, deviceId) : await this.desk.speaker.setSink(deviceId);
    if (answer.code !== Code.ok) complain(this.desk.tell, answer);
    else this.desk.tell('onDeviceChanged', deviceId, type, MediaDeviceState.active);
    return answer.code;
  }

  private choose(kind: DeviceKind, deviceId: string): Promise<Result> {
    const { media } = this.desk;
    const former = kind === 'camera' ? media.cameraWish : media.microphoneWish;
    if (kind === 'camera') media.cameraWish = { ...media.cameraWish, deviceId };
    else media.microphoneWish = { ...media.microphoneWish, deviceId };
    return media.reopen(kind, former);
  }

  /** Whether the system's choice is followed, also when the device in use is pulled out; it is by default. */
  enableFollowingDefaultAudioDevice(type: MediaDeviceType, enable: boolean): number {
    if (!isSound(type)) return Code.invalidParameter;
    this.sound[type].follows = enable;
    return Code.ok;
  }

  setCurrentDeviceVolume(type: MediaDeviceType, volume: number): number {
    if (!isSound(type) || !isVolume(volume)) return Code.invalidParameter;
    this.sound[type].volume = volume;
    this.applySound(type);
    return Code.ok;
  }

  /** -2 for a type without a volume. */
  getCurrentDeviceVolume(type: MediaDeviceType): number {
    return isSound(type) ? this.sound[type].volume : Code.invalidParameter;
  }

  setCurrentDeviceMute(type: MediaDeviceType, mute: boolean): number {
    if (!isSound(type)) return Code.invalidParameter;
    this.sound[type].muted = mute;
    this.applySound(type);
    return Code.ok;
  }

  getCurrentDeviceMute(type: MediaDeviceType): boolean {
    return isSound(type) && this.sound[type].muted;
  }

  private applySound(type: 0 | 1): void {
    const { volume, muted } = this.sound[type];
    if (type === MediaDeviceType.speaker) return this.desk.setSpeaker(volume, muted);
    this.desk.setMicrophone(volume);
    this.desk.media.setDeviceMuted(muted);
  }

  isFrontCamera(): boolean {
    return this.desk.media.cameraWish.facingMode !== 'environment';
  }

  /** While the camera is off it counts for when it is opened. */
  async switchCamera(frontCamera: boolean): Promise<number> {
    const { media, tell } = this.desk;
    const { deviceId: _, ...former } = media.cameraWish;
    const wish = { ...former, facingMode: frontCamera ? 'user' : 'environment' } as const;
    const before = media.cameraWish;
    media.cameraWish = wish;
    const { code, ...why } = await media.reopen('camera', before);
    if (code !== Code.ok) complain(tell, { code, ...why });
    return code;
  }

  /** 1 when the camera cannot zoom, or is off. */
  getCameraZoomMaxRatio(): number {
    return zoomMax(this.camera);
  }

  setCameraZoomRatio(zoomRatio: number): Promise<number> {
    return setZoom(this.camera, zoomRatio);
  }

  enableCameraTorch(enable: boolean): Promise<number> {
    return setTorch(this.camera, enable);
  }

  enableCameraAutoFocus(enable: boolean): Promise<number> {
    return setAutoFocus(this.camera, enable);
  }

  isAutoFocusEnabled(): boolean {
    return isAutoFocus(this.camera);
  }

  setCameraFocusPosition(x: number, y: number): Promise<number> {
    return setFocus(this.camera, x, y);
  }

  private get camera(): MediaStreamTrack | undefined {
    return this.desk.media.device('camera');
  }

  /** Loudspeaker or earpiece, where the browser of a phone shows them; a computer has its loudspeaker only. */
  async setAudioRoute(route: AudioRoute): Promise<number> {
    if (!Object.values(AudioRoute).includes(route)) return Code.invalidParameter;
    const { devices } = (this.list = await listDevices());
    const output = outputFor(route, devices);
    if (!output && route !== AudioRoute.speakerPhone) return Code.notSupported;
    // Where no earpiece is shown, the system's choice is a loudspeaker, and where nothing can be chosen it stays so.
    const hasChoice = output !== undefined || this.desk.speaker.sinkId !== '';
    const { code } = hasChoice ? await this.desk.speaker.setSink(output?.deviceId ?? '') : { code: Code.ok };
    if (code === Code.ok && route !== this.route) {
      this.desk.tell('onAudioRouteChanged', route, this.route);
      this.route = route;
    }
    return code;
  }

  async startCameraDeviceTest(view: HTMLElement | string | number): Promise<number> {
    return this.try((trials) => trials.camera(view));
  }

  stopCameraDeviceTest(): number {
    this.trials.tell((trials) => trials.stop('camera'));
    return Code.ok;
  }

  /** Tells `onTestMicVolume` every `interval` ms; with `playback` the voice is heard, too. */
  async startMicDeviceTest(interval: number, playback = false): Promise<number> {
    if (typeof interval !== 'number' || !(interval >= 100)) return Code.invalidParameter;
    return this.try((trials) => trials.mic(interval, playback));
  }

  stopMicDeviceTest(): number {
    this.trials.tell((trials) => trials.stop('mic'));
    return Code.ok;
  }

  /** Plays the file at that address, or a tone, and tells `onTestSpeakerVolume`. */
  async startSpeakerDeviceTest(filePath?: string): Promise<number> {
    await this.getDevicesList(MediaDeviceType.speaker);
    return this.try((trials) => trials.speaker(filePath));
  }

  stopSpeakerDeviceTest(): number {
    this.trials.tell((trials) => trials.stop('speaker'));
    return Code.ok;
  }

  private async try(begin: (trials: Trials) => Promise<Result & { warning?: number }>): Promise<number> {
    const result = await this.trials.ask(begin).catch(unloaded);
    if (result.code !== Code.ok) complain(this.desk.tell, result);
    return result.code;
  }

  /** @internal */
  close(): void {
    this.unwatch();
    this.trials.tell((trials) => trials.stopAll());
  }
}

const unloaded = (error: unknown): Result => broken(Code.failed, 'Loading the device tests', error);
