// SPDX-License-Identifier: Apache-2.0
import { MediaDeviceState, MediaDeviceType, type DeviceInfo } from './types.js';

const types: Readonly<Record<string, MediaDeviceType>> = {
  audioinput: MediaDeviceType.mic,
  audiooutput: MediaDeviceType.speaker,
  videoinput: MediaDeviceType.camera,
};

/** What a system calls its choice: entries that stand for another one. */
const standIns = new Set(['default', 'communications']);

/** The devices there are, and what the system's default of each type stands for. */
export interface DeviceList {
  readonly devices: readonly DeviceInfo[];
  /** The group of the default device by type, where the browser tells. */
  readonly defaults: ReadonlyMap<MediaDeviceType, string>;
}

export const noDevices: DeviceList = { devices: [], defaults: new Map() };

type Listed = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label' | 'groupId'>;

export function readDevices(listed: readonly Listed[]): DeviceList {
  // Taken one by one: what a browser lists has its values in getters, which no spread copies.
  const typed = listed.flatMap(({ kind, deviceId, label, groupId }) => {
    const type = types[kind];
    return type === undefined ? [] : [{ type, deviceId, label, groupId }];
  });
  return {
    devices: typed
      .filter(({ deviceId }) => !standIns.has(deviceId))
      .map(({ type, deviceId, label }) => ({ type, deviceId, deviceName: label, deviceProperties: '' })),
    defaults: new Map(
      typed.filter(({ deviceId }) => deviceId === 'default').map(({ type, groupId }) => [type, groupId]),
    ),
  };
}

export async function listDevices(): Promise<DeviceList> {
  try {
    return readDevices(await navigator.mediaDevices.enumerateDevices());
  } catch {
    return noDevices;
  }
}

export interface DeviceChange {
  readonly deviceId: string;
  readonly type: MediaDeviceType;
  readonly state: MediaDeviceState;
}

const told = ({ deviceId, type }: DeviceInfo, state: MediaDeviceState): DeviceChange => ({ deviceId, type, state });

/** What was plugged and unplugged between two lists. Ids are empty before the page may use devices: those say nothing. */
export function deviceChanges(before: DeviceList, now: DeviceList): DeviceChange[] {
  const { add, remove, defaultDeviceChanged } = MediaDeviceState;
  const missing = (from: DeviceList, list: DeviceList): DeviceInfo[] =>
    list.devices.filter(
      ({ type, deviceId }) =>
        deviceId !== '' && !from.devices.some((each) => each.type === type && each.deviceId === deviceId),
    );
  const removed = missing(now, before).map((each) => told(each, remove));
  // The first list with ids is what there is, not news.
  const known = (type: MediaDeviceType): boolean =>
    before.devices.every((each) => each.type !== type || each.deviceId !== '');
  const added = missing(before, now).filter(({ type }) => known(type));
  const defaults = [...now.defaults].filter(
    ([type, group]) => before.defaults.has(type) && before.defaults.get(type) !== group,
  );
  return [
    ...removed,
    ...added.map((each) => told(each, add)),
    ...defaults.map(([type]) => ({ deviceId: 'default', type, state: defaultDeviceChanged })),
  ];
}
