// SPDX-License-Identifier: Apache-2.0
import type { Quality } from '../media/quality.js';

export const RtcAppScene = { videoCall: 0, live: 1, audioCall: 2, voiceChatRoom: 3 } as const;
export type RtcAppScene = (typeof RtcAppScene)[keyof typeof RtcAppScene];

export const RtcRoleType = { anchor: 20, audience: 21 } as const;
export type RtcRoleType = (typeof RtcRoleType)[keyof typeof RtcRoleType];

export const RtcVideoStreamType = { big: 0, small: 1, sub: 2 } as const;
export type RtcVideoStreamType = (typeof RtcVideoStreamType)[keyof typeof RtcVideoStreamType];

export const RtcAudioQuality = { speech: 1, defaultMode: 2, music: 3 } as const;
export type RtcAudioQuality = (typeof RtcAudioQuality)[keyof typeof RtcAudioQuality];

export const RtcQuality = { unknown: 0, excellent: 1, good: 2, poor: 3, bad: 4, vBad: 5, down: 6 } as const;

export const RtcVideoRotation = { rotation0: 0, rotation90: 1, rotation180: 2, rotation270: 3 } as const;
export type RtcVideoRotation = (typeof RtcVideoRotation)[keyof typeof RtcVideoRotation];

/** `fill` cuts off what does not fit, `fit` leaves bars. */
export const RtcVideoFillMode = { fill: 0, fit: 1 } as const;
export type RtcVideoFillMode = (typeof RtcVideoFillMode)[keyof typeof RtcVideoFillMode];

/** `auto` mirrors the own front camera. */
export const RtcVideoMirrorType = { auto: 0, enable: 1, disable: 2 } as const;
export type RtcVideoMirrorType = (typeof RtcVideoMirrorType)[keyof typeof RtcVideoMirrorType];

/** What gives way on a bad network: sharpness with `smooth`, motion with `clear`. */
export const RtcVideoQosPreference = { smooth: 1, clear: 2 } as const;
export type RtcVideoQosPreference = (typeof RtcVideoQosPreference)[keyof typeof RtcVideoQosPreference];

export const RtcSnapshotSourceType = { stream: 0, view: 1, capture: 2 } as const;
export type RtcSnapshotSourceType = (typeof RtcSnapshotSourceType)[keyof typeof RtcSnapshotSourceType];

export const RtcAVStatusType = { stopped: 0, playing: 1, loading: 2 } as const;
export const RtcAVStatusChangeReason = {
  internal: 0,
  bufferingBegin: 1,
  bufferingEnd: 2,
  localStarted: 3,
  localStopped: 4,
  remoteStarted: 5,
  remoteStopped: 6,
} as const;

export const RtcLogLevel = { verbose: 0, debug: 1, info: 2, warn: 3, error: 4, fatal: 5, none: 6 } as const;
export type RtcLogLevel = (typeof RtcLogLevel)[keyof typeof RtcLogLevel];

export const RtcSpeedTestScene = { delayTesting: 1, delayAndBandwidthTesting: 2, onlineChorusTesting: 3 } as const;

export const RtcGravitySensorAdaptiveMode = { disable: 0, fillByCenterCrop: 1, fitWithBlackBorder: 2 } as const;

/** Where a picture is shown: an element, or its id. */
export type RtcView = HTMLElement | string | number;

/** Makes named values by `new`, as the guide does; a plain object is as good. */
export const valuesOf = <T extends object>(): new (values?: T) => T =>
  function values(this: object, given?: T): void {
    Object.assign(this, given);
  } as unknown as new (values?: T) => T;

/** A room is `strRoomId` or `roomId`; given both, `roomId` wins. Room 123 and room "123" are two rooms. */
export interface RtcParams {
  sdkAppId?: number;
  userId?: string;
  userSig?: string;
  roomId?: number;
  strRoomId?: string;
  /** Without meaning in a call: everybody may speak. */
  role?: RtcRoleType;
  privateMapKey?: string;
  streamId?: string;
  userDefineRecordId?: string;
  businessInfo?: string;
  /** Origin of the server; by default that of the user's login in this tab, or else the page's own. */
  server?: string;
}
export const RtcParams = valuesOf<RtcParams>();

export interface RtcSwitchRoomConfig {
  readonly roomId?: number;
  readonly strRoomId?: string;
  /** Empty: as before. */
  readonly userSig?: string;
  readonly privateMapKey?: string;
}

export interface RtcNetworkQosParam {
  readonly preference?: RtcVideoQosPreference;
  /** Without meaning here. */
  readonly controlMode?: number;
}

export interface RtcRenderParams {
  readonly rotation?: RtcVideoRotation;
  readonly fillMode?: RtcVideoFillMode;
  readonly mirrorType?: RtcVideoMirrorType;
}

export interface RtcAudioVolumeEvaluateParams {
  /** Milliseconds, at least 100; 0 or less switches the evaluation off. */
  readonly interval?: number;
  readonly enableVadDetection?: boolean;
  readonly enablePitchCalculation?: boolean;
  readonly enableSpectrumCalculation?: boolean;
}

export interface RtcVolumeInfo {
  /** Empty for the own voice. */
  readonly userId: string;
  /** 0 to 100. */
  readonly volume: number;
  /** Whether the own voice speaks: 1 or 0. */
  readonly vad: number;
  /** Of the own voice in Hz; 0 when there is none. */
  readonly pitch: number;
  /** Of the own voice, 256 bands in dBFS. */
  readonly spectrumData: readonly number[];
  readonly spectrumDataLength: number;
}

export interface RtcQualityInfo {
  /** Empty for the own uplink. */
  readonly userId: string;
  readonly quality: Quality;
}

export interface RtcSpeedTestParams {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
  /** kbps, 10 to 5000; 0 leaves the measurement out. */
  readonly expectedUpBandwidth?: number;
  readonly expectedDownBandwidth?: number;
  readonly scene?: number;
  readonly server?: string;
}

export interface RtcSpeedTestResult {
  readonly success: boolean;
  readonly errMsg: string;
  /** Of the server. */
  readonly ip: string;
  readonly quality: Quality;
  /** 0 to 1. */
  readonly upLostRate: number;
  readonly downLostRate: number;
  /** Milliseconds. */
  readonly rtt: number;
  readonly upJitter: number;
  readonly downJitter: number;
  /** kbps; -1 when it was not measured. */
  readonly availableUpBandwidth: number;
  readonly availableDownBandwidth: number;
}

export const RtcEncryptionAlgorithm = { aes128Gcm: 0, aes256Gcm: 1 } as const;
export type RtcEncryptionAlgorithm = (typeof RtcEncryptionAlgorithm)[keyof typeof RtcEncryptionAlgorithm];

/** The same on both sides. */
export interface RtcPayloadPrivateEncryptionConfig {
  encryptionAlgorithm: RtcEncryptionAlgorithm;
  /** At least 16 bytes for AES-128, 32 for AES-256. */
  encryptionKey: string | Uint8Array | ArrayBuffer;
  /** 32 bytes. */
  encryptionSalt: Uint8Array | ArrayBuffer | number[];
}
