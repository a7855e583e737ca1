// SPDX-License-Identifier: Apache-2.0
import { AudioRoute, MediaDeviceType, type DeviceInfo } from './types.js';

/** How phones' browsers name their outputs; there is no other way to tell them apart. */
const names: readonly (readonly [AudioRoute, RegExp])[] = [
  [AudioRoute.earpiece, /earpiece|handset|receiver/i],
  [AudioRoute.bluetoothHeadset, /bluetooth|airpods/i],
  [AudioRoute.wiredHeadset, /headphone|headset|wired/i],
  [AudioRoute.speakerPhone, /speaker/i],
];

export const routeOf = (deviceName: string): AudioRoute =>
  names.find(([, name]) => name.test(deviceName))?.[0] ?? AudioRoute.unknown;

/** The output of a route; undefined where the browser shows none such. */
export const outputFor = (route: AudioRoute, devices: readonly DeviceInfo[]): DeviceInfo | undefined =>
  devices.find(({ type, deviceName }) => type === MediaDeviceType.speaker && routeOf(deviceName) === route);
