// SPDX-License-Identifier: Apache-2.0
import type { Quality } from '../media/quality.js';

export const RtcAppScene = { videoCall: 0, live: 1, audioCall: 2, voiceChatRoom: 3 } as const;
export type RtcAppScene = (typeof RtcAppScene)[keyof typeof RtcAppScene];

export const RtcVideoStreamType = { big: 0, small: 1, sub: 2 } as const;
export type RtcVideoStreamType = (typeof RtcVideoStreamType)[keyof typeof RtcVideoStreamType];

export const RtcAudioQuality = { speech: 1, defaultMode: 2, music: 3 } as const;
export type RtcAudioQuality = (typeof RtcAudioQuality)[keyof typeof RtcAudioQuality];

export const RtcQuality = { unknown: 0, excellent: 1, good: 2, poor: 3, bad: 4, vBad: 5, down: 6 } as const;

/** A room is `strRoomId` or `roomId`; given both, `roomId` wins. */
export interface RtcParams {
  strRoomId?: string;
  roomId?: number;
  userSig?: string;
  privateMapKey?: string;
}

export interface RtcQualityInfo {
  /** Empty for the own uplink. */
  readonly userId: string;
  readonly quality: Quality;
}

/** What a room tells; every callback is optional. */
export class RtcCloudListener {
  onError?: (errCode: number, errMsg: string) => void;
  onWarning?: (warningCode: number, warningMsg: string) => void;
  /** Above 0 the elapsed ms, below 0 an error code. */
  onEnterRoom?: (result: number) => void;
  /** 0 own exitRoom, 1 kicked, 2 dissolved. */
  onExitRoom?: (reason: number) => void;
  onRemoteUserEnterRoom?: (userId: string) => void;
  /** 0 left, 1 timed out, 2 kicked. */
  onRemoteUserLeaveRoom?: (userId: string, reason: number) => void;
  onUserVideoAvailable?: (userId: string, available: boolean) => void;
  onUserSubStreamAvailable?: (userId: string, available: boolean) => void;
  onUserAudioAvailable?: (userId: string, available: boolean) => void;
  onCameraDidReady?: () => void;
  onMicDidReady?: () => void;
  onNetworkQuality?: (localQuality: RtcQualityInfo, remoteQuality: RtcQualityInfo[]) => void;
  onConnectionLost?: () => void;
  onTryToReconnect?: () => void;
  onConnectionRecovery?: () => void;

  constructor(callbacks: Partial<RtcCloudListener> = {}) {
    Object.assign(this, callbacks);
  }
}
