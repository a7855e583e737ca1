// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import type { StillImage } from '../../media/curtain.js';
import { registeredVideoEffect } from '../../media/effect.js';
import { cameraBitrate, smallPicture, type PeerLink, type Pictures } from '../../media/peer.js';
import { complain, viewFor, type Desk } from '../desk.js';
import { audioKbps, encodingOf, shapeOf, smallOf, type Shape } from '../encode/encoder.js';
import { ScreenCapture } from './screen-capture.js';
import {
  RtcVideoFillMode,
  RtcVideoMirrorType,
  RtcVideoStreamType,
  type RtcAudioQuality,
  type RtcRenderParams,
  type RtcVideoQosPreference,
} from '../types.js';
import type { Rendering } from '../view/render.js';
import type { Source } from '../view/views.js';

const ownCamera: Source = { userId: '', place: 'camera' };

/** What oneself gives: microphone, camera and screen, how they are encoded, and how they are shown here. */
export class OwnSide {
  readonly screen: ScreenCapture;
  private quality: RtcAudioQuality = 2;
  private camera: Shape | undefined;
  private share: Shape | undefined;
  private small: { readonly shape: Shape } | undefined;
  private preference: RtcVideoQosPreference | undefined;
  private params: RtcRenderParams = {};
  /** The size the camera had when its encoding was set. */
  private encodedFrom = '';

  constructor(private readonly desk: Desk) {
    this.screen = new ScreenCapture(desk);
    desk.media.on('change', () => {
      this.show();
      this.encodeCamera(false);
    });
    desk.media.on('effect', ({ name }, notice) => {
      if (notice.kind === 'fellBack') desk.tell('onWarning', notice.code, `${name}: ${notice.desc}`);
    });
  }

  async startAudio(quality: RtcAudioQuality): Promise<void> {
    const { media, tell } = this.desk;
    const former = media.microphoneWish;
    const music = quality === 3;
    this.quality = quality;
    media.microphoneWish = { ...former, music };
    this.encodeAudio();
    const fresh = media.device('microphone') === undefined;
    const opened =
      fresh || music === (former.music ?? false)
        ? (await media.open({ microphone: true })).microphone
        : await media.reopen('microphone', former);
    if (opened.code !== Code.ok) return complain(tell, opened);
    if (fresh && media.device('microphone')) tell('onMicDidReady');
  }

  stopAudio(): void {
    const stopped = this.desk.media.close('microphone');
    if (stopped.code !== Code.ok) complain(this.desk.tell, stopped);
  }

  async startPreview(front: boolean, view: unknown): Promise<void> {
    const { media, tell } = this.desk;
    if (view !== undefined) this.putView(view);
    const former = media.cameraWish;
    const facingMode = front ? 'user' : 'environment';
    const { deviceId: _, ...rest } = former;
    // A camera that was chosen by its id stays chosen, unless the other side of the device is asked for.
    media.cameraWish = former.facingMode === facingMode ? former : { ...rest, facingMode };
    const fresh = media.device('camera') === undefined;
    const opened =
      fresh || media.cameraWish === former
        ? (await media.open({ camera: true })).camera
        : await media.reopen('camera', former);
    this.show();
    if (opened.code !== Code.ok) return complain(tell, opened);
    if (fresh && media.device('camera')) tell('onCameraDidReady');
  }

  updateView(view: unknown): void {
    this.putView(view);
  }

  stopPreview(): void {
    this.desk.media.close('camera');
    this.desk.views.take(ownCamera);
  }

  private putView(view: unknown): void {
    const element = viewFor(this.desk.tell, view);
    if (!element) return;
    this.desk.views.put(ownCamera, element, this.rendering());
    this.show();
  }

  private show(): void {
    const { views, media } = this.desk;
    views.render(ownCamera, this.rendering());
    views.show(ownCamera, media.camera);
  }

  setRendering(params: RtcRenderParams): void {
    this.params = params;
    this.show();
  }

  private rendering(): Rendering {
    const front = this.desk.media.cameraWish.facingMode !== 'environment';
    return renderingOf(this.params, 'camera', front);
  }

  muteVideo(streamType: number, mute: boolean): void {
    if (streamType === RtcVideoStreamType.sub) this.desk.media.setScreenMuted(mute);
    else this.desk.media.setVideoMuted(mute);
  }

  setMuteImage(image: StillImage | undefined, fps: number): void {
    this.desk.media.setMuteImage(image, fps);
  }

  /** Whether the parameters stand for something. */
  setEncoding(param: unknown): boolean {
    const shape = shapeOf(param);
    if (!shape) return false;
    const { media, tell } = this.desk;
    this.camera = shape;
    const { width, height, fps } = shape;
    void media.adjustCamera({ ...media.cameraWish, width, height, fps }).then((adjusted) => {
      if (adjusted.code !== Code.ok) complain(tell, adjusted);
      this.encodeCamera(true);
    });
    return true;
  }

  setShareEncoding(param: unknown): boolean {
    const shape = shapeOf(param);
    if (!shape) return false;
    this.share = shape;
    this.encodeScreen();
    return true;
  }

  get shareShape(): Shape | undefined {
    return this.share;
  }

  /** 0, or -1 when the small picture would not be smaller than the big one. */
  setSmall(enable: boolean, param: unknown): number {
    const shape = enable ? (param === undefined ? this.quarter() : shapeOf(param)) : undefined;
    if (enable && (!shape || !smallOf(shape, {}, this.camera ?? unshaped))) return Code.failed;
    this.small = shape && { shape };
    this.encodeCamera(true);
    return Code.ok;
  }

  /** How many pictures of the camera a connection has to have. */
  get pictures(): Pictures {
    return this.small ? 'two' : 'one';
  }

  /** Of the big picture's sides, with what such a picture needs. */
  private quarter(): Shape {
    const { width, height, fps, kbps } = this.camera ?? unshaped;
    return { width: width / 4, height: height / 4, fps, kbps: Math.max(80, kbps / 8) };
  }

  setPreference(preference: RtcVideoQosPreference): void {
    this.preference = preference;
    this.encodeCamera(true);
  }

  /** Brings a new media connection to what was set. */
  equip(): void {
    this.encodeAudio();
    this.encodeCamera(true);
    this.encodeScreen();
  }

  private get link(): PeerLink | undefined {
    return this.desk.room()?.link;
  }

  private encodeAudio(): void {
    this.link?.shape('audio', { maxBitrate: audioKbps[this.quality] * 1000 });
  }

  /** The camera's place, which may be taken by a screen. */
  private encodeCamera(always: boolean): void {
    const { media } = this.desk;
    const track = media.outgoing.camera;
    const shared = track !== undefined && track !== media.camera && track === media.screen;
    const shape = shared ? this.share : this.camera;
    const captured = (track as Partial<MediaStreamTrack> | undefined)?.getSettings?.() ?? {};
    const from = `${shared} ${captured.width} ${captured.height}`;
    if (!always && from === this.encodedFrom) return;
    this.encodedFrom = from;
    if (shape) this.link?.shape('camera', encodingOf(shape, captured, this.preference));
    else if (this.preference) this.link?.shape('camera', encodingOf(unshaped, captured, this.preference));
    const small = this.small && smallOf(this.small.shape, captured, this.camera ?? unshaped);
    this.link?.shapeSmall(small ?? smallPicture);
  }

  private encodeScreen(): void {
    const { media } = this.desk;
    const captured = (media.screen as Partial<MediaStreamTrack> | undefined)?.getSettings?.() ?? {};
    if (this.share) this.link?.shape('screen', encodingOf(this.share, captured, undefined));
  }

  /** Switches the effect that is registered. */
  processVideo(enable: boolean): void {
    const effect = registeredVideoEffect();
    if (enable && !effect) {
      this.desk.tell('onWarning', Code.notSupported, 'No video effect is registered: load one first.');
      return;
    }
    this.desk.media.setVideoEffect(enable ? effect : undefined);
  }
}

/** What is sent when nobody set an encoding. */
const unshaped: Shape = { width: 960, height: 540, fps: 30, kbps: cameraBitrate / 1000 };

/**
 * A camera fills its view, of a screen nothing is cut off, unless something else is asked for. `front`: whether it is the
 * own picture, in which people know themselves from the mirror.
 */
export function renderingOf(params: RtcRenderParams, place: 'camera' | 'screen', front: boolean): Rendering {
  const { rotation = 0, fillMode, mirrorType = RtcVideoMirrorType.auto } = params;
  return {
    turns: rotation % 4,
    fill: fillMode === undefined ? place === 'camera' : fillMode === RtcVideoFillMode.fill,
    mirrored: mirrorType === RtcVideoMirrorType.auto ? front : mirrorType === RtcVideoMirrorType.enable,
  };
}
