// SPDX-License-Identifier: Apache-2.0
import type { RtcStatistics } from './measure/statistics.js';
import {
  valuesOf,
  type RtcQualityInfo,
  type RtcSpeedTestResult,
  type RtcVideoStreamType,
  type RtcVolumeInfo,
} from './types.js';

/** Every callback of a room and its devices. */
export interface RtcCallbacks {
  onError: (errCode: number, errMsg: string) => void;
  onWarning: (warningCode: number, warningMsg: string) => void;
  /** Above 0 the elapsed ms, below 0 an error code. */
  onEnterRoom: (result: number) => void;
  /** 0 own exitRoom, 1 kicked, 2 dissolved. */
  onExitRoom: (reason: number) => void;
  onSwitchRole: (errCode: number, errMsg: string) => void;
  onSwitchRoom: (errCode: number, errMsg: string) => void;
  onRemoteUserEnterRoom: (userId: string) => void;
  /** 0 left, 1 timed out, 2 kicked. */
  onRemoteUserLeaveRoom: (userId: string, reason: number) => void;
  onUserVideoAvailable: (userId: string, available: boolean) => void;
  onUserSubStreamAvailable: (userId: string, available: boolean) => void;
  onUserAudioAvailable: (userId: string, available: boolean) => void;
  /** The own picture when `userId` is empty. */
  onFirstVideoFrame: (userId: string, streamType: RtcVideoStreamType, width: number, height: number) => void;
  onFirstAudioFrame: (userId: string) => void;
  onSendFirstLocalVideoFrame: (streamType: RtcVideoStreamType) => void;
  onSendFirstLocalAudioFrame: () => void;
  /** 0 stopped, 1 playing, 2 loading; see `RtcAVStatusChangeReason`. */
  onRemoteVideoStatusUpdated: (
    userId: string,
    streamType: RtcVideoStreamType,
    status: number,
    reason: number,
    extraInfo: object,
  ) => void;
  onRemoteAudioStatusUpdated: (userId: string, status: number, reason: number, extraInfo: object) => void;
  onUserVideoSizeChanged: (userId: string, streamType: RtcVideoStreamType, newWidth: number, newHeight: number) => void;
  onCameraDidReady: () => void;
  onMicDidReady: () => void;
  onAudioRouteChanged: (route: number, fromRoute: number) => void;
  /** A device was added (0), removed (1), or became the one in use (2). */
  onDeviceChanged: (deviceId: string, type: number, state: number) => void;
  onTestMicVolume: (volume: number) => void;
  onTestSpeakerVolume: (volume: number) => void;
  /** `totalVolume` is that of all others together. */
  onUserVoiceVolume: (userVolumes: RtcVolumeInfo[], totalVolume: number) => void;
  onNetworkQuality: (localQuality: RtcQualityInfo, remoteQuality: RtcQualityInfo[]) => void;
  onStatistics: (statistics: RtcStatistics) => void;
  onSpeedTestResult: (result: RtcSpeedTestResult) => void;
  onConnectionLost: () => void;
  onTryToReconnect: () => void;
  onConnectionRecovery: () => void;
  /** `bytes` is the message before it was read as text. */
  onRecvCustomCmdMsg: (userId: string, cmdID: number, seq: number, message: string, bytes: Uint8Array) => void;
  onMissCustomCmdMsg: (userId: string, cmdID: number, errCode: number, missed: number) => void;
  /** As often as its sender let it ride; `bytes` is the message before it was read as text. */
  onRecvSEIMsg: (userId: string, message: string, bytes: Uint8Array) => void;
  onScreenCaptureStarted: () => void;
  onScreenCapturePaused: (reason: number) => void;
  onScreenCaptureResumed: (reason: number) => void;
  /** 0 by stopScreenCapture, 1 by the browser or the person. */
  onScreenCaptureStopped: (reason: number) => void;
  onSnapshotComplete: (userId: string, type: RtcVideoStreamType, data: Blob) => void;
}

/** What a room tells; every callback is optional. A plain object is as good as one that was constructed. */
export type RtcCloudListener = Partial<RtcCallbacks>;
export const RtcCloudListener = valuesOf<RtcCloudListener>();
