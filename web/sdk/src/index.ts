// SPDX-License-Identifier: Apache-2.0
export type { Result } from './result.js';
export { Code } from './codes.js';

export { DuetClient, type ClientEvents } from './call/client.js';
export type {
  Call,
  CallDirection,
  CallEnd,
  CallMedia,
  CallQuality,
  CallState,
  ConnectionState,
  DuetClientOptions,
  EndReason,
  EndSide,
  LoginInfo,
  RemoteMedia,
} from './call/types.js';
export type { Quality } from './media/quality.js';
export {
  EffectWarning,
  registeredVideoEffect,
  registerVideoEffect,
  type AudioEffect,
  type EffectNotice,
  type VideoEffect,
} from './media/effect.js';

export { ImManager, LoginStatus, type InitParams } from './im/manager.js';
export { SdkListener, SignalingListener, type OfflinePushInfo } from './im/listeners.js';
export { SignalingManager, type AnswerParams, type InviteParams } from './im/signaling.js';
export type { Invitation, InvitationOutcome } from './wire/frames.js';

export { RtcCloud } from './rtc/cloud.js';
export {
  RtcAppScene,
  RtcAudioQuality,
  RtcCloudListener,
  RtcQuality,
  RtcVideoStreamType,
  type RtcParams,
  type RtcQualityInfo,
} from './rtc/types.js';
