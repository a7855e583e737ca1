// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { deviceChanges, readDevices, noDevices } from '../src/device/list.js';
import { routeOf } from '../src/device/route.js';
import { AudioRoute, MediaDeviceType } from '../src/device/types.js';
import type { DeviceManager } from '../src/index.js';
import { deviceRefusal } from '../src/media/devices.js';
import { shown } from './browser.js';
import { visitor, type Visitor } from './rtc.js';
import { World } from './world.js';

const { mic, speaker, camera } = MediaDeviceType;

interface Listed {
  kind: MediaDeviceKind;
  deviceId: string;
  label: string;
  groupId: string;
}

/** With its values in getters of its class, as browsers have them. */
class Device implements Listed {
  constructor(private readonly is: Listed) {}

  get kind(): MediaDeviceKind {
    return this.is.kind;
  }

  get deviceId(): string {
    return this.is.deviceId;
  }

  get label(): string {
    return this.is.label;
  }

  get groupId(): string {
    return this.is.groupId;
  }
}

const device = (kind: MediaDeviceKind, deviceId: string, label = deviceId, groupId = deviceId): Listed =>
  new Device({ kind, deviceId, label, groupId });

/** What is plugged into the computer. */
class FakePorts extends EventTarget {
  listed: Listed[] = [
    device('audioinput', 'default', 'Default', 'm1'),
    device('audioinput', 'm1'),
    device('audioinput', 'm2'),
    device('audiooutput', 's1', 'Speakerphone'),
    device('audiooutput', 's2', 'Headset earpiece'),
    device('videoinput', 'c1', 'Front'),
    device('videoinput', 'c2', 'Back'),
  ];
  state: PermissionState = 'granted';

  enumerateDevices(): Promise<Listed[]> {
    return Promise.resolve(this.listed);
  }

  async plug(change: (listed: Listed[]) => Listed[]): Promise<void> {
    this.listed = change(this.listed);
    this.dispatchEvent(new Event('devicechange'));
    await world.settle();
  }
}

let world: World;
let ports: FakePorts;
let alice: Visitor;
let devices: DeviceManager;
beforeEach(async () => {
  document.body.innerHTML = '<div id="box"></div>';
  world = new World();
  ports = new FakePorts();
  vi.stubGlobal('navigator', {
    mediaDevices: ports,
    permissions: { query: () => Promise.resolve({ state: ports.state }) },
  });
  alice = visitor(world);
  devices = alice.rtc.getDeviceManager();
  await world.settle();
});
afterEach(() => vi.unstubAllGlobals());

const without =
  (deviceId: string) =>
  (listed: Listed[]): Listed[] =>
    listed.filter((each) => each.deviceId !== deviceId);

describe('the list of devices', () => {
  test('is told by type, without the system’s stand-ins', async () => {
    expect(await devices.getDevicesList(mic)).toEqual([
      { type: mic, deviceId: 'm1', deviceName: 'm1', deviceProperties: '' },
      { type: mic, deviceId: 'm2', deviceName: 'm2', deviceProperties: '' },
    ]);
    expect(await devices.getDevicesList(7 as never)).toEqual([]);
  });

  test('without a loudspeaker is warning 1202', async () => {
    ports.listed = [];
    expect(await devices.getDevicesList(speaker)).toEqual([]);
    expect(alice.told('onWarning').map(([code]) => code)).toEqual([1202]);
  });

  test('that the browser refuses is empty', async () => {
    ports.enumerateDevices = () => Promise.reject(new Error('no'));
    expect(await devices.getDevicesList(camera)).toEqual([]);
  });

  test('compared with an earlier one shows what changed', () => {
    const before = readDevices([device('audioinput', 'a'), device('audiooutput', 'default', '', 'g1')]);
    const now = readDevices([device('videoinput', 'a'), device('audiooutput', 'default', '', 'g2')]);
    expect(deviceChanges(before, now)).toEqual([
      { deviceId: 'a', type: mic, state: 1 },
      { deviceId: 'a', type: camera, state: 0 },
      { deviceId: 'default', type: speaker, state: 3 },
    ]);
    expect(deviceChanges(now, now)).toEqual([]);
  });

  test('without ids, before the page may use devices, says nothing', () => {
    const nameless = readDevices([device('audioinput', '')]);
    const named = readDevices([device('audioinput', 'a')]);
    expect(deviceChanges(nameless, named)).toEqual([]);
    expect(deviceChanges(noDevices, nameless)).toEqual([]);
  });
});

describe('choosing a device', () => {
  test('counts for when it is opened', async () => {
    expect(await devices.setCurrentDevice(mic, 'm2')).toBe(0);
    alice.rtc.startLocalAudio();
    await world.settle();
    expect(alice.devices.wanted[0]?.microphone).toMatchObject({ deviceId: 'm2' });
    expect(devices.getCurrentDevice(mic)).toMatchObject({ deviceId: 'm2', deviceName: 'm2' });
  });

  test('replaces the one that is open', async () => {
    alice.rtc.startLocalPreview(true);
    await world.settle();
    expect(await devices.setCurrentDevice(camera, 'c2')).toBe(0);
    expect(alice.devices.wanted.at(-1)?.camera).toMatchObject({ deviceId: 'c2' });
    expect(alice.devices.live).toEqual(['video']);
    expect(alice.news()).toEqual(['onCameraDidReady()', 'onDeviceChanged(c2, 2, 2)']);
  });

  test('plays on another loudspeaker', async () => {
    const setSinkId = vi.fn(() => Promise.resolve());
    vi.stubGlobal('HTMLMediaElement', HTMLMediaElement);
    Object.defineProperty(HTMLMediaElement.prototype, 'setSinkId', { value: setSinkId, configurable: true });
    expect(await devices.setCurrentDevice(speaker, 's2')).toBe(0);
    expect(setSinkId).toHaveBeenCalledWith('s2');
    expect(devices.getCurrentDevice(speaker)).toMatchObject({ deviceId: 's2' });
    setSinkId.mockImplementation(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    expect(await devices.setCurrentDevice(speaker, 's1')).toBe(-1321);
    Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId');
    expect(await devices.setCurrentDevice(speaker, 's1')).toBe(-4);
  });

  test.each([
    [mic, 'c1'],
    [mic, ''],
    [mic, undefined],
    [9, 'm1'],
  ])('%j %j that does not exist is -2', async (type, id) => {
    expect(await devices.setCurrentDevice(type as never, id as never)).toBe(-2);
  });

  test('that cannot be opened leaves the one that is open', async () => {
    alice.rtc.startLocalAudio();
    await world.settle();
    alice.devices.microphone = deviceRefusal('microphone', new DOMException('', 'NotFoundError'));
    // Both the new one and the old one again.
    expect(await devices.setCurrentDevice(mic, 'm2')).toBe(-1302);
    expect(alice.told('onWarning').map(([code]) => code)).toEqual([1201]);
  });
});

describe('what is plugged in and out', () => {
  test('is told', async () => {
    await ports.plug((listed) => [...listed, device('audioinput', 'm3')]);
    await ports.plug(without('c2'));
    expect(alice.news()).toEqual(['onDeviceChanged(m3, 0, 0)', 'onDeviceChanged(c2, 2, 1)']);
  });

  test('a microphone in use falls back to the system’s choice', async () => {
    await devices.setCurrentDevice(mic, 'm2');
    alice.rtc.startLocalAudio();
    await world.settle();
    alice.news();
    alice.devices.opened[0]?.unplug();
    await ports.plug(without('m2'));
    expect(alice.devices.live).toEqual(['audio']);
    expect(alice.devices.wanted.at(-1)?.microphone?.deviceId).toBeUndefined();
    expect(alice.news().toSorted()).toEqual(['onDeviceChanged(, 0, 2)', 'onDeviceChanged(m2, 0, 1)']);
  });

  test('where that is not followed, it is the documented error', async () => {
    expect(devices.enableFollowingDefaultAudioDevice(mic, false)).toBe(0);
    expect(devices.enableFollowingDefaultAudioDevice(camera, false)).toBe(-2);
    alice.rtc.startLocalAudio();
    await world.settle();
    alice.news();
    alice.devices.opened[0]?.unplug();
    await world.settle();
    expect(alice.news()).toEqual([expect.stringContaining('onWarning(1208'), expect.stringContaining('onError(-1319')]);
  });

  test('a camera in use is the documented error', async () => {
    alice.rtc.startLocalPreview(true);
    await world.settle();
    alice.devices.opened[0]?.unplug();
    await world.settle();
    expect(alice.told('onWarning').map(([code]) => code)).toEqual([1114]);
    expect(alice.told('onError').map(([code]) => code)).toEqual([-1316]);
  });

  test('a permission taken back in mid-call is that one’s number', async () => {
    alice.rtc.startLocalAudio();
    alice.rtc.startLocalPreview(true);
    await world.settle();
    ports.state = 'denied';
    alice.devices.microphone = deviceRefusal('microphone', new DOMException('', 'NotAllowedError'));
    for (const track of alice.devices.opened) track.unplug();
    await world.settle();
    expect(alice.told('onError').map(([code]) => code)).toEqual([-1314, -1317]);
    expect(alice.told('onWarning').map(([code]) => code)).toEqual([1112, 1203]);
  });

  test('a microphone follows another choice of the system', async () => {
    alice.rtc.startLocalAudio();
    await world.settle();
    await ports.plug(([, ...rest]) => [device('audioinput', 'default', 'Default', 'm2'), ...rest]);
    expect(alice.devices.wanted).toHaveLength(2);
    expect(alice.news().slice(1)).toEqual(['onDeviceChanged(default, 0, 3)', 'onDeviceChanged(, 0, 2)']);
  });
});

describe('opening a device', () => {
  test.each([
    ['microphone', 'NotAllowedError', -1317, [1203]],
    ['microphone', 'NotReadableError', -1319, [1208]],
    ['microphone', 'NotFoundError', -1302, [1201]],
    ['microphone', 'TypeError', -1302, []],
    ['camera', 'NotAllowedError', -1314, [1112]],
    ['camera', 'NotReadableError', -1316, [1114]],
    ['camera', 'NotFoundError', -1301, [1111]],
    ['camera', 'TypeError', -1301, []],
  ] as const)('a %s that fails with %s is %i and warnings %j', async (kind, name, code, warnings) => {
    alice.devices[kind] = deviceRefusal(kind, new DOMException('', name));
    if (kind === 'microphone') alice.rtc.startLocalAudio();
    else alice.rtc.startLocalPreview(true);
    await world.settle();
    expect(alice.told('onError').map(([told]) => told)).toEqual([code]);
    expect(alice.told('onWarning').map(([told]) => told)).toEqual(warnings);
  });

  test('a microphone that does not stop is -1320', async () => {
    alice.rtc.startLocalAudio();
    await world.settle();
    const [track] = alice.devices.opened;
    if (track) {
      track.stop = () => {
        throw new Error('stuck');
      };
    }
    alice.rtc.stopLocalAudio();
    expect(alice.told('onError').map(([code]) => code)).toEqual([-1320]);
  });
});

describe('the loudspeaker', () => {
  test('that does not start is -1321; one that waits for a touch starts with it', async () => {
    const { far } = alice.rtc as unknown as { far: { speaker: { play(track: unknown): void } } };
    world.screens.refusal = new DOMException('', 'NotSupportedError');
    far.speaker.play({ kind: 'audio' });
    await world.settle();
    expect(alice.told('onError').map(([code]) => code)).toEqual([-1321]);
    world.screens.refusal = new DOMException('', 'NotAllowedError');
    far.speaker.play({ kind: 'audio' });
    await world.settle();
    expect(alice.told('onError')).toHaveLength(1);
    world.screens.refusal = new DOMException('', 'NotSupportedError');
    document.dispatchEvent(new Event('pointerup'));
    await world.settle();
    expect(alice.told('onError')).toHaveLength(2);
  });
});

describe('the route of the sound', () => {
  test('is known by the names that phones give', () => {
    expect(['Headset earpiece', 'Speakerphone', 'AirPods', 'Headphones', 'What'].map(routeOf)).toEqual([
      1, 0, 3, 2, -1,
    ]);
  });

  test('is chosen where the platform shows it', async () => {
    Object.defineProperty(HTMLMediaElement.prototype, 'setSinkId', {
      value: () => Promise.resolve(),
      configurable: true,
    });
    expect(await devices.setAudioRoute(AudioRoute.earpiece)).toBe(0);
    expect(await devices.setAudioRoute(AudioRoute.speakerPhone)).toBe(0);
    expect(alice.told('onAudioRouteChanged')).toEqual([
      [1, 0],
      [0, 1],
    ]);
    Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId');
  });

  test('is the loudspeaker where nothing can be chosen', async () => {
    ports.listed = [];
    expect(await devices.setAudioRoute(AudioRoute.speakerPhone)).toBe(0);
    expect(await devices.setAudioRoute(AudioRoute.earpiece)).toBe(-4);
    expect(await devices.setAudioRoute(12 as never)).toBe(-2);
  });
});

describe('the camera of a phone', () => {
  test('turns to the back and to the front', async () => {
    expect(devices.isFrontCamera()).toBe(true);
    expect(await devices.switchCamera(false)).toBe(0);
    expect(devices.isFrontCamera()).toBe(false);
    alice.rtc.startLocalPreview(false);
    await world.settle();
    expect(await devices.switchCamera(true)).toBe(0);
    expect(alice.devices.wanted.map((each) => each.camera?.facingMode)).toEqual(['environment', 'user']);
    alice.rtc.startLocalPreview(false);
    await world.settle();
    expect(alice.devices.wanted.at(-1)?.camera?.facingMode).toBe('environment');
    expect(alice.devices.live).toEqual(['video']);
  });

  test('zooms, lights and focuses as far as it can', async () => {
    alice.rtc.startLocalPreview(false);
    await world.settle();
    const [track] = alice.devices.opened;
    if (!track) throw new Error('no camera');
    track.capabilities = {
      zoom: { min: 1, max: 4 },
      torch: true,
      focusMode: ['continuous', 'manual'],
      pointsOfInterest: [],
    };
    track.settings = { width: 100, height: 100, focusMode: 'continuous' } as never;
    expect(devices.getCameraZoomMaxRatio()).toBe(4);
    expect(await devices.setCameraZoomRatio(5)).toBe(0);
    expect(await devices.enableCameraTorch(true)).toBe(0);
    expect(await devices.enableCameraAutoFocus(false)).toBe(0);
    expect(devices.isAutoFocusEnabled()).toBe(true);
    expect(await devices.setCameraFocusPosition(50, 25)).toBe(0);
    expect(track.applied).toEqual([
      { advanced: [{ zoom: 4 }] },
      { advanced: [{ torch: true }] },
      { advanced: [{ focusMode: 'manual' }] },
      { advanced: [{ pointsOfInterest: [{ x: 0.5, y: 0.25 }] }] },
    ]);
    track.refusal = new Error('no');
    expect(await devices.enableCameraTorch(true)).toBe(-1315);
  });

  test('that has none of it, or is off, is -4, and nonsense -2', async () => {
    alice.rtc.startLocalPreview(false);
    for (let round = 0; round < 2; round += 1) {
      expect(devices.getCameraZoomMaxRatio()).toBe(1);
      expect(await devices.setCameraZoomRatio(2)).toBe(-4);
      expect(await devices.enableCameraTorch(true)).toBe(-4);
      expect(await devices.enableCameraAutoFocus(true)).toBe(-4);
      expect(await devices.setCameraFocusPosition(1, 1)).toBe(-4);
      await world.settle();
    }
    expect(await devices.setCameraZoomRatio('2' as never)).toBe(-2);
    expect(await devices.setCameraFocusPosition(-1, 1)).toBe(-2);
  });
});

describe('volumes and mutes of devices', () => {
  test('stand beside those of the call', async () => {
    const element = (alice.rtc as unknown as { far: { speaker: { element: HTMLAudioElement } } }).far.speaker.element;
    alice.rtc.setAudioPlayoutVolume(50);
    expect(devices.setCurrentDeviceVolume(speaker, 50)).toBe(0);
    expect([element.volume, devices.getCurrentDeviceVolume(speaker)]).toEqual([0.25, 50]);
    alice.rtc.startLocalAudio();
    await world.settle();
    expect(devices.setCurrentDeviceMute(mic, true)).toBe(0);
    expect([alice.devices.opened[0]?.enabled, alice.media.flags.audio]).toEqual([false, true]);
    expect(devices.getCurrentDeviceMute(mic)).toBe(true);
    devices.setCurrentDeviceMute(mic, false);
    expect(alice.devices.opened[0]?.enabled).toBe(true);
  });

  test('of cameras there are none', () => {
    expect(devices.setCurrentDeviceVolume(camera, 1)).toBe(-2);
    expect(devices.setCurrentDeviceVolume(mic, 101)).toBe(-2);
    expect(devices.getCurrentDeviceVolume(camera)).toBe(-2);
    expect(devices.setCurrentDeviceMute(camera, true)).toBe(-2);
    expect(devices.getCurrentDeviceMute(camera)).toBe(false);
  });
});

describe('trying a device', () => {
  test('shows the camera, and closes it', async () => {
    expect(await devices.startCameraDeviceTest('box')).toBe(0);
    expect(shown(document.querySelector('#box video'))).toEqual([alice.devices.opened[0]]);
    devices.stopCameraDeviceTest();
    await world.settle();
    expect(document.querySelector('#box video')).toBeNull();
    expect(alice.devices.live).toEqual([]);
    expect(await devices.startCameraDeviceTest('nowhere')).toBe(-2);
  });

  test('tells how loud the microphone is, until it is stopped', async () => {
    expect(await devices.startMicDeviceTest(100)).toBe(0);
    await world.pass(350);
    devices.stopMicDeviceTest();
    await world.pass(1_000);
    expect(alice.told('onTestMicVolume')).toEqual([[0], [0], [0]]);
    expect(alice.devices.live).toEqual([]);
    expect(await devices.startMicDeviceTest('x' as never)).toBe(-2);
  });

  test('stopped while it begins leaves nothing on', async () => {
    const starting = devices.startMicDeviceTest(100);
    devices.stopMicDeviceTest();
    await starting;
    expect(alice.devices.live).toEqual([]);
  });

  test('that cannot be opened has its number', async () => {
    alice.devices.camera = deviceRefusal('camera', new DOMException('', 'NotAllowedError'));
    alice.devices.microphone = deviceRefusal('microphone', new DOMException('', 'NotAllowedError'));
    expect(await devices.startCameraDeviceTest('box')).toBe(-1314);
    expect(await devices.startMicDeviceTest(100)).toBe(-1317);
    // There is no audio graph here.
    expect(await devices.startSpeakerDeviceTest()).toBe(-1321);
    expect(devices.stopSpeakerDeviceTest()).toBe(0);
  });
});
