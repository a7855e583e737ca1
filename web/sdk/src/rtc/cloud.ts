// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { DeviceManager } from '../device/device-manager.js';
import type { StillImage } from '../media/curtain.js';
import type { AudioEffect, VideoEffect } from '../media/effect.js';
import { Late } from '../late.js';
import { LocalMedia } from '../media/local.js';
import { browserPlatform } from '../session/platform.js';
import { version } from '../version.js';
import { Audience } from './audience.js';
import { complain, type Desk, type RtcTools } from './desk.js';
import type { RtcVideoEncParam } from './encode/encoder.js';
import { readExperiment } from './experimental.js';
import { FarSide, placeOf } from './far/far-side.js';
import { isDrawable, isFlag, isOneOf, isPlace, isRecord, isStream, isText, isVolume } from './fitting.js';
import type { RtcCloudListener } from './listener.js';
import { Measurements } from './measure/measurements.js';
import { SpeedTests } from './measure/speed-tests.js';
import { Budget } from './message/custom-cmd.js';
import { CustomCommands } from './message/custom-commands.js';
import { OwnSide } from './own/own-side.js';
import { Payloads } from './payload/payloads.js';
import type { Room } from './stay/room.js';
import type { VolumeEvaluation } from './sound/volume.js';
import {
  RtcAudioQuality,
  RtcVideoStreamType,
  type RtcAppScene,
  type RtcAudioVolumeEvaluateParams,
  type RtcLogLevel,
  type RtcNetworkQosParam,
  type RtcPayloadPrivateEncryptionConfig,
  type RtcParams,
  type RtcRenderParams,
  type RtcRoleType,
  type RtcSnapshotSourceType,
  type RtcSpeedTestParams,
  type RtcSwitchRoomConfig,
  type RtcView,
} from './types.js';
import { tellOfComing, tellOfLeaving } from './stay/tidings.js';
import { Views, type Source } from './view/views.js';
import { Visit } from './visit.js';

/**
 * Rooms, devices and views with the guide's names. One instance is in one room at a time. Nothing throws: what is wrong
 * is told by `onError`, `onWarning`, or the number that comes back.
 */
export class RtcCloud {
  private readonly audience = new Audience();
  private readonly desk: Desk;
  private readonly visit: Visit;
  private readonly own: OwnSide;
  private readonly far: FarSide;
  private readonly measurements: Measurements;
  private readonly commands: CustomCommands;
  private readonly payloads: Payloads;
  private readonly volumes: Late<VolumeEvaluation>;
  private readonly devices: DeviceManager;
  private readonly speedTests: SpeedTests;
  private capture = { own: 100, device: 100 };

  /** @internal Pages take `sharedInstance`. */
  constructor({ clock = browserPlatform, media = new LocalMedia(), createPeer, opener, testSignal }: RtcTools = {}) {
    const { tell, hears } = this.audience;
    const views = new Views((source) => ({
      firstFrame: ({ width, height }) => this.began(source, width, height),
      resized: ({ width, height }) => this.resized(source, width, height),
    }));
    this.desk = { clock, media, views, tell, hears, room: () => this.visit.room };
    this.own = new OwnSide(this.desk);
    this.far = new FarSide(this.desk);
    const budget = new Budget();
    this.commands = new CustomCommands(this.desk, budget);
    this.payloads = new Payloads(this.desk, budget);
    this.measurements = new Measurements(this.desk, (now, before) => this.far.watchFlow(now, before));
    this.volumes = new Late(() => this.evaluation());
    this.speedTests = new SpeedTests(this.desk, {
      ...(createPeer && { createPeer }),
      ...(testSignal && { signal: testSignal }),
    });
    this.visit = new Visit(
      this.desk,
      {
        opened: (room) => this.attend(room),
        left: (forGood) => {
          this.far.leave(forGood);
          this.measurements.leave();
          if (forGood) this.payloads.leave();
        },
      },
      {
        pictures: () => this.own.pictures,
        ready: () => this.payloads.ready(),
        prepare: (link) => this.payloads.prepare(link),
        ...(createPeer && { createPeer }),
      },
    );
    this.devices = new DeviceManager({
      clock,
      media,
      tell,
      speaker: this.far.speaker,
      setSpeaker: (volume, muted) => this.far.setDevice(volume, muted),
      setMicrophone: (device) => this.setCapture({ device }),
      ...(opener && { opener }),
    });
  }

  private attend(room: Room): void {
    const { tell } = this.desk;
    tellOfComing(room, tell);
    room.on('mediaRefused', (why) => {
      complain(tell, why);
      if (why.code !== Code.videoDenied) this.own.screen.stop();
    });
    room.on('linked', () => this.own.equip());
    this.far.attend(room);
    this.measurements.attend(room);
    this.commands.attend(room);
    tellOfLeaving(room, tell);
  }

  private began({ userId, place }: Source, width: number, height: number): void {
    this.desk.tell('onFirstVideoFrame', userId, this.far.streamTypeOf(userId, place), width, height);
    if (userId !== '') this.far.seen(userId, place);
  }

  private resized({ userId, place }: Source, width: number, height: number): void {
    this.desk.tell('onUserVideoSizeChanged', userId, this.far.streamTypeOf(userId, place), width, height);
  }

  private async evaluation(): Promise<VolumeEvaluation> {
    const { VolumeEvaluation: Evaluation } = await import('./sound/volume.js');
    const { clock, media, tell } = this.desk;
    const heard = {
      own: () => (media.muted ? undefined : media.microphone),
      users: () => {
        const room = this.visit.room;
        return room?.users.filter((userId) => room.sends(userId).audio) ?? [];
      },
      link: () => this.visit.room?.link,
    };
    return new Evaluation(clock, heard, (all, total) => tell('onUserVoiceVolume', all, total));
  }

  /** Whether every parameter is what it has to be; the first that is not is told. */
  private fits(params: Readonly<Record<string, boolean>>): boolean {
    const wrong = Object.keys(params).find((name) => !params[name]);
    if (wrong === undefined) return true;
    this.desk.tell('onError', Code.invalidParameter, `${wrong} is not what it has to be.`);
    return false;
  }

  /** For what lies in a file of its own. */
  private readonly notLoaded = (error: unknown): void =>
    this.desk.tell('onWarning', Code.failed, `A part of the SDK could not be loaded: ${String(error)}`);

  registerListener(listener: RtcCloudListener): void {
    this.fits({ listener: this.audience.add(listener) });
    this.payloads.listen();
  }

  unRegisterListener(listener: RtcCloudListener): void {
    this.audience.remove(listener);
  }

  // Rooms

  /** The result comes through `onEnterRoom`. Each is followed by an `exitRoom`, also when it failed. */
  enterRoom(params: RtcParams, scene: RtcAppScene): void {
    this.visit.enter(params, scene);
  }

  /** Closes the devices, too; `onExitRoom` follows. */
  exitRoom(): void {
    this.visit.exit();
  }

  /** Devices, and what is sent, stay as they are; the result comes through `onSwitchRoom`. */
  switchRoom(config: RtcSwitchRoomConfig): void {
    void this.visit.switchTo(config);
  }

  /** In a call everybody speaks: refused through `onSwitchRole`. */
  switchRole(_role: RtcRoleType, _privateMapKey?: string): void {
    this.desk.tell('onSwitchRole', Code.notSupported, 'A call has no roles: everybody may speak.');
  }

  // The own voice and picture

  /** Before or after `enterRoom`. */
  startLocalAudio(quality: RtcAudioQuality = RtcAudioQuality.defaultMode): void {
    if (this.fits({ quality: isOneOf(RtcAudioQuality, quality) })) void this.own.startAudio(quality);
  }

  stopLocalAudio(): void {
    this.own.stopAudio();
  }

  /** The microphone stays open; the others are told. */
  muteLocalAudio(mute: boolean): void {
    if (this.fits({ mute: isFlag(mute) })) this.desk.media.setMuted(mute);
  }

  /** Before `enterRoom` it is a preview, and sending starts with the entry. */
  startLocalPreview(frontCamera: boolean, view?: RtcView): void {
    if (this.fits({ frontCamera: isFlag(frontCamera) })) void this.own.startPreview(frontCamera, view ?? undefined);
  }

  updateLocalView(view: RtcView): void {
    this.own.updateView(view);
  }

  stopLocalPreview(): void {
    this.own.stopPreview();
  }

  /** The camera stays on; nothing of it, or the mute image, is sent. */
  muteLocalVideo(streamType: RtcVideoStreamType, mute: boolean): void {
    if (this.fits({ streamType: isPlace(streamType), mute: isFlag(mute) })) this.own.muteVideo(streamType, mute);
  }

  /** What is sent while the camera is muted; null sends nothing. 5 to 10 frames a second. */
  setVideoMuteImage(image: StillImage | null, fps = 5): void {
    if (this.fits({ image: image === null || isDrawable(image) }))
      this.own.setMuteImage(image ?? undefined, Math.min(10, Math.max(5, fps)));
  }

  setVideoEncoderParam(param: RtcVideoEncParam | Partial<RtcVideoEncParam>): void {
    this.fits({ param: this.own.setEncoding(param) });
  }

  setNetworkQosParam(param: RtcNetworkQosParam): void {
    const preference = isRecord(param) ? param.preference : undefined;
    if (preference === 1 || preference === 2) this.own.setPreference(preference);
    else this.fits({ preference: false });
  }

  /** 0, or -1 when the small picture would not be smaller than the big one. */
  enableEncSmallVideoStream(enable: boolean, param?: Partial<RtcVideoEncParam>): number {
    if (!isFlag(enable)) return Code.invalidParameter;
    const code = this.own.setSmall(enable, param ?? undefined);
    if (this.own.pictures === 'two') this.visit.declareTwo();
    return code;
  }

  setLocalRenderParams(params: RtcRenderParams): void {
    if (this.fits({ params: isRecord(params) })) this.own.setRendering(params);
  }

  /** A browser turns the picture with the device by itself: nothing to set. */
  setGravitySensorAdaptiveMode(_mode: number): void {
    this.desk.tell('onWarning', Code.notSupported, 'A browser turns the picture with the device by itself.');
  }

  setVideoEffect(effect: VideoEffect | undefined): void {
    this.desk.media.setVideoEffect(effect ?? undefined);
  }

  setAudioEffect(effect: AudioEffect | undefined): void {
    this.desk.media.setAudioEffect(effect ?? undefined);
  }

  // The own screen

  /** On the big stream it takes the camera's place while it runs. */
  startScreenCapture(
    streamType: RtcVideoStreamType = RtcVideoStreamType.sub,
    encParam?: Partial<RtcVideoEncParam> | null,
  ): void {
    const encParamFits = !encParam || this.own.setShareEncoding(encParam);
    if (!this.fits({ streamType: isPlace(streamType), encParam: encParamFits })) return;
    void this.own.screen.start(placeOf(streamType), this.own.shareShape);
  }

  stopScreenCapture(): void {
    this.own.screen.stop();
  }

  /** The others go on seeing the last frame. */
  pauseScreenCapture(): void {
    this.own.screen.pause();
  }

  resumeScreenCapture(): void {
    this.own.screen.resume();
  }

  setSubStreamEncoderParam(param: Partial<RtcVideoEncParam>): void {
    this.fits({ param: this.own.setShareEncoding(param) });
  }

  // The others

  startRemoteView(userId: string, streamType: RtcVideoStreamType, view: RtcView): void {
    if (this.fits({ userId: isText(userId), streamType: isStream(streamType) }))
      this.far.startView(userId, streamType, view);
  }

  updateRemoteView(userId: string, streamType: RtcVideoStreamType, view: RtcView): void {
    if (this.fits({ userId: isText(userId), streamType: isPlace(streamType) }))
      this.far.updateView(userId, streamType, view);
  }

  stopRemoteView(userId: string, streamType: RtcVideoStreamType): void {
    if (this.fits({ userId: isText(userId), streamType: isStream(streamType) })) this.far.stopView(userId, streamType);
  }

  stopAllRemoteView(): void {
    this.far.stopAllViews();
  }

  /** Neither played nor received. Holds until `exitRoom`; the latest of this and `muteAllRemoteAudio` counts. */
  muteRemoteAudio(userId: string, mute: boolean): void {
    if (this.fits({ userId: isText(userId), mute: isFlag(mute) })) this.far.muteAudio(userId, mute);
  }

  /** Of those who come later, too. */
  muteAllRemoteAudio(mute: boolean): void {
    if (this.fits({ mute: isFlag(mute) })) this.far.muteAudio(undefined, mute);
  }

  /** Not received any more; the last frame stays. */
  muteRemoteVideoStream(userId: string, streamType: RtcVideoStreamType, mute: boolean): void {
    if (!this.fits({ userId: isText(userId), streamType: isStream(streamType), mute: isFlag(mute) })) return;
    this.far.muteVideo(userId, placeOf(streamType), mute);
  }

  muteAllRemoteVideoStreams(mute: boolean): void {
    if (this.fits({ mute: isFlag(mute) })) this.far.muteVideo(undefined, 'camera', mute);
  }

  /** Whether sound and pictures come by themselves; before entering. */
  setDefaultStreamRecvMode(autoRecvAudio: boolean, autoRecvVideo: boolean): void {
    if (this.visit.room) {
      this.desk.tell('onWarning', Code.refused, 'setDefaultStreamRecvMode is for before enterRoom.');
      return;
    }
    if (!this.fits({ autoRecvAudio: isFlag(autoRecvAudio), autoRecvVideo: isFlag(autoRecvVideo) })) return;
    Object.assign(this.far.subscription, { autoAudio: autoRecvAudio, autoVideo: autoRecvVideo });
  }

  /** Big or small; where the sender has no small picture, big comes. */
  setRemoteVideoStreamType(userId: string, streamType: RtcVideoStreamType): number {
    const known: unknown[] = [RtcVideoStreamType.big, RtcVideoStreamType.small];
    if (!known.includes(streamType) || !isText(userId)) return Code.invalidParameter;
    this.far.prefer(userId, streamType);
    return Code.ok;
  }

  setRemoteRenderParams(userId: string, streamType: RtcVideoStreamType, params: RtcRenderParams): void {
    if (!this.fits({ userId: isText(userId), streamType: isStream(streamType), params: isRecord(params) })) return;
    this.far.setRendering(userId, streamType, params);
  }

  /** PNG through `onSnapshotComplete`; an empty `userId` is oneself. */
  snapshotVideo(userId: string, streamType: RtcVideoStreamType, sourceType: RtcSnapshotSourceType = 0): void {
    if (!this.fits({ userId: isText(userId), streamType: isStream(streamType) })) return;
    const source = { userId, place: placeOf(streamType) };
    import('./view/take-snapshot.js')
      .then(({ takeSnapshot }) => takeSnapshot(this.desk, source, streamType, sourceType))
      .catch(this.notLoaded);
  }

  // Volumes: 0 to 150, 100 as it is

  setAudioCaptureVolume(volume: number): void {
    if (this.fits({ volume: isVolume(volume) })) this.setCapture({ own: volume });
  }

  getAudioCaptureVolume(): number {
    return this.capture.own;
  }

  private setCapture(volumes: Partial<{ own: number; device: number }>): void {
    this.capture = { ...this.capture, ...volumes };
    this.desk.media.setGain((this.capture.own / 100) * (this.capture.device / 100));
  }

  setAudioPlayoutVolume(volume: number): void {
    if (this.fits({ volume: isVolume(volume) })) this.far.setPlayout(volume);
  }

  getAudioPlayoutVolume(): number {
    return this.far.playoutVolume;
  }

  setRemoteAudioVolume(userId: string, volume: number): void {
    if (this.fits({ userId: isText(userId), volume: isVolume(volume) })) this.far.setVolume(userId, volume);
  }

  /** `onUserVoiceVolume` at an interval, in silence too. */
  enableAudioVolumeEvaluation(enable: boolean, params: RtcAudioVolumeEvaluateParams = {}): void {
    if (!this.fits({ enable: isFlag(enable), params: isRecord(params) })) return;
    if (enable) this.volumes.ask((volumes) => volumes.start(params)).catch(this.notLoaded);
    else this.volumes.tell((volumes) => volumes.stop());
  }

  // Messages, tests, the rest

  /** At most 1 KB each, 30 and 8 KB a second; whether it is on its way. */
  sendCustomCmdMsg(
    cmdID: number,
    data: string | Uint8Array | ArrayBuffer,
    reliable: boolean,
    ordered: boolean,
  ): boolean {
    return this.commands.send(cmdID, data, reliable, ordered);
  }

  /** About 5 s, before a room is entered; 0, or a negative number when it cannot begin. */
  startSpeedTest(params: RtcSpeedTestParams): number {
    return this.speedTests.start(params);
  }

  stopSpeedTest(): void {
    this.speedTests.stop();
  }

  getDeviceManager(): DeviceManager {
    return this.devices;
  }

  callExperimentalAPI(json: string): void {
    const call = readExperiment(json);
    if (call.api === 'enableVideoProcessByNative') this.own.processVideo(call.enable);
    else if (call.api === 'updatePrivateMapKey') this.visit.setPrivateMapKey(call.privateMapKey);
    else this.desk.tell('onWarning', Code.invalidParameter, call.why);
  }

  /**
   * Rides on the next `repeatCount` frames of the camera, at most 1000 bytes; shares the allowance of `sendCustomCmdMsg`.
   * False where it will not: no camera is sent, too large, too fast, or this browser cannot.
   */
  sendSEIMsg(data: string | Uint8Array | ArrayBuffer, repeatCount = 1): boolean {
    return this.payloads.say(data, repeatCount);
  }

  /**
   * Encrypts what is sent in the next room from one end to the other; before `enterRoom`, and over with `exitRoom`. 0, or -2
   * for a key or a salt that is none, -3 in a room, -4 in a browser that cannot.
   */
  enablePayloadPrivateEncryption(enabled: boolean, config?: RtcPayloadPrivateEncryptionConfig): number {
    return this.payloads.encrypt(enabled, config);
  }

  /** This package writes no log: everything it has to say goes to the listeners. */
  setLogLevel(_level: RtcLogLevel): void {}

  getSDKVersion(): string {
    return version;
  }

  /** @internal */
  close(): void {
    this.stopSpeedTest();
    this.volumes.tell((volumes) => volumes.stop());
    if (this.visit.isOpen) this.visit.exit();
    this.desk.media.closeAll();
    this.far.close();
    this.own.stopPreview();
    this.devices.close();
    this.payloads.close();
    this.audience.clear();
  }
}
