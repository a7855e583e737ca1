// SPDX-License-Identifier: Apache-2.0
export type { Result, Result as Callback, Result as ValueCallback } from './result.js';
export { Code, ErrorCodes } from './codes.js';

export { DuetClient, type ClientEvents } from './call/client.js';
export type {
  Call,
  CallDirection,
  CallEnd,
  CallEvents,
  CallHold,
  CallMedia,
  CallQuality,
  CallState,
  ChosenDevices,
  ConnectionState,
  DuetClientOptions,
  EndReason,
  EndSide,
  LoginInfo,
  Meanwhile,
  RejectReason,
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

export { ImManager, LoginStatus } from './im/manager.js';
export { ImSDKPlugin } from './im/plugin.js';
export { LogLevelEnum, type InitParams } from './im/init.js';
export { SdkListener, SignalingListener } from './im/listeners.js';
export { OfflinePushInfo } from './im/offline-push.js';
export { SignalingActionType, type SignalingInfo } from './im/carrier.js';
export { SignalingManager, type AnswerParams, type InviteInGroupParams, type InviteParams } from './im/signaling.js';
export { UserStatusType, type UserStatus } from './im/presence.js';
export { ChatPush, chatPush, PushListener, type PushMessage, type RegisterPushParams } from './im/push.js';
export { showCallNotification, type CallNotification, type ShownNotification } from './im/notification.js';
export type { Invitation, InvitationOutcome } from './wire/frames.js';

export { RtcCloud } from './rtc/instance.js';
export { RtcCloudListener, type RtcCallbacks } from './rtc/listener.js';
export { RtcVideoEncParam } from './rtc/encode/encoder.js';
export { RtcVideoResolution, RtcVideoResolutionMode } from './rtc/encode/resolutions.js';
export type { RtcLocalStatistics, RtcRemoteStatistics, RtcStatistics } from './rtc/measure/statistics.js';
export { RtcCloudVideoView } from './rtc/view/find.js';
export {
  RtcAppScene,
  RtcAudioQuality,
  RtcAVStatusChangeReason,
  RtcAVStatusType,
  RtcEncryptionAlgorithm,
  RtcGravitySensorAdaptiveMode,
  RtcLogLevel,
  RtcParams,
  RtcQuality,
  RtcRoleType,
  RtcSnapshotSourceType,
  RtcSpeedTestScene,
  RtcVideoFillMode,
  RtcVideoMirrorType,
  RtcVideoQosPreference,
  RtcVideoRotation,
  RtcVideoStreamType,
  type RtcAudioVolumeEvaluateParams,
  type RtcNetworkQosParam,
  type RtcPayloadPrivateEncryptionConfig,
  type RtcQualityInfo,
  type RtcRenderParams,
  type RtcSpeedTestParams,
  type RtcSpeedTestResult,
  type RtcSwitchRoomConfig,
  type RtcView,
  type RtcVolumeInfo,
} from './rtc/types.js';
export type { DeviceManager } from './device/device-manager.js';
export { AudioRoute, MediaDeviceState, MediaDeviceType, type DeviceInfo } from './device/types.js';
