// SPDX-License-Identifier: Apache-2.0
import { permitted, type DeviceKind } from '../media/devices.js';
import type { LocalMedia } from '../media/local.js';
import { done, type Result } from '../result.js';
import type { ChosenDevices } from './types.js';

/** The own microphone, camera and screen in one call, and which devices were chosen for it. */
export class OwnDevices {
  private speaker: string | undefined;
  /** What was on when the call was put on hold; undefined while it is not. */
  private resting: { readonly camera: boolean } | undefined;

  /** `tell` is called when a choice is another one; what is captured tells of itself. */
  constructor(
    readonly media: LocalMedia,
    private readonly tell: () => void,
  ) {}

  get chosen(): ChosenDevices {
    const { microphoneWish, cameraWish } = this.media;
    return { microphone: microphoneWish.deviceId, camera: cameraWish.deviceId, speaker: this.speaker };
  }

  /** Opens what a call needs; asks the person if the browser has to. */
  open(video: boolean): Promise<Record<DeviceKind, Result>> {
    return this.media.open({ microphone: true, camera: video });
  }

  /** Opens what may be opened without asking, `wanted` still said so when it is known what that is. */
  async preview(video: boolean, wanted: () => boolean): Promise<Record<DeviceKind, Result>> {
    const [microphone, camera] = await Promise.all([permitted('microphone'), video && permitted('camera')]);
    if (!wanted() || !(microphone || camera)) return { microphone: done(), camera: done() };
    return this.media.open({ microphone, camera });
  }

  async setCamera(on: boolean): Promise<Result> {
    if (on) return (await this.media.open({ camera: true })).camera;
    this.media.close('camera');
    return done();
  }

  async setScreen(on: boolean): Promise<Result> {
    if (on) return this.media.openScreen();
    this.media.close('screen');
    return done();
  }

  /** Takes this device instead, at once if one is open. */
  async chooseMicrophone(deviceId: string): Promise<Result> {
    const { microphoneWish: former } = this.media;
    this.media.microphoneWish = withDevice(former, deviceId);
    return this.changed(this.media.reopen('microphone', former));
  }

  async chooseCamera(deviceId: string): Promise<Result> {
    const { cameraWish: former } = this.media;
    this.media.cameraWish = withDevice(former, deviceId);
    return this.changed(this.media.reopen('camera', former));
  }

  chooseSpeaker(deviceId: string): void {
    this.speaker = deviceId === '' ? undefined : deviceId;
    this.tell();
  }

  private async changed(reopened: Promise<Result>): Promise<Result> {
    const result = await reopened;
    this.tell();
    return result;
  }

  /** Lets go of everything until `wake`. */
  rest(): void {
    this.resting ??= { camera: this.media.camera !== undefined };
    for (const kind of ['screen', 'camera', 'microphone'] as const) this.media.close(kind);
  }

  /** Opens what was on before. */
  async wake(): Promise<Record<DeviceKind, Result>> {
    const camera = this.resting?.camera ?? false;
    this.resting = undefined;
    return this.open(camera);
  }
}

function withDevice<W extends { readonly deviceId?: string }>(wish: W, deviceId: string): W {
  const { deviceId: _, ...rest } = wish;
  return (deviceId === '' ? rest : { ...rest, deviceId }) as W;
}
