// SPDX-License-Identifier: Apache-2.0

export const MediaDeviceType = { unknown: -1, mic: 0, speaker: 1, camera: 2 } as const;
export type MediaDeviceType = (typeof MediaDeviceType)[keyof typeof MediaDeviceType];

export const MediaDeviceState = { add: 0, remove: 1, active: 2, defaultDeviceChanged: 3 } as const;
export type MediaDeviceState = (typeof MediaDeviceState)[keyof typeof MediaDeviceState];

export const AudioRoute = {
  unknown: -1,
  speakerPhone: 0,
  earpiece: 1,
  wiredHeadset: 2,
  bluetoothHeadset: 3,
  soundCard: 4,
} as const;
export type AudioRoute = (typeof AudioRoute)[keyof typeof AudioRoute];

export interface DeviceInfo {
  readonly type: MediaDeviceType;
  readonly deviceId: string;
  /** Empty until a page may use such a device. */
  readonly deviceName: string;
  readonly deviceProperties: string;
}
