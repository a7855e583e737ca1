// SPDX-License-Identifier: Apache-2.0
import type { RtcCallbacks } from '../src/index.js';
import { LocalMedia } from '../src/media/local.js';
import { RtcCloud } from '../src/rtc/cloud.js';
import type { RtcTools } from '../src/rtc/desk.js';
import { RtcAppScene, type RtcParams } from '../src/rtc/types.js';
import type { Platform } from '../src/session/platform.js';
import { FakeDevices, FakePeer } from './browser.js';
import type { World } from './world.js';

// Loaded beforehand: what lies in a file of its own is there within a turn, as from a browser's cache.
await Promise.all([
  import('../src/device/trials.js'),
  import('../src/rtc/measure/speed-test.js'),
  import('../src/rtc/measure/statistics.js'),
  import('../src/rtc/sound/volume.js'),
  import('../src/rtc/view/take-snapshot.js'),
]);

/** One person's room client, its devices, and what it told. */
export interface Visitor {
  readonly rtc: RtcCloud;
  readonly devices: FakeDevices;
  readonly media: LocalMedia;
  readonly clock: Platform;
  readonly log: string[];
  /** What was told since the last time. */
  readonly news: () => string[];
  /** The arguments with which a callback was called. */
  readonly told: (callback: keyof RtcCallbacks) => unknown[][];
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export function visitor(world: World, tools: RtcTools = {}): Visitor {
  const devices = new FakeDevices();
  const media = new LocalMedia(devices.capture, devices.captureScreen);
  const clock = world.platform();
  const rtc = new RtcCloud({
    clock,
    media,
    createPeer: (config) => new FakePeer(world, config) as unknown as RTCPeerConnection,
    opener: devices.capture,
    ...tools,
  });
  const log: string[] = [];
  const calls: [string, unknown[]][] = [];
  const listener = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) => {
          log.push(`${String(name)}(${args.map(written).join(', ')})`);
          calls.push([String(name), args]);
        },
    },
  );
  rtc.registerListener(listener);
  const told = (callback: string): unknown[][] => calls.filter(([name]) => name === callback).map(([, args]) => args);
  return { rtc, devices, media, clock, log, told, news: () => log.splice(0) };
}

/** Of a kind that is right, unless `more` is not. */
export const params = (userId: string, more: object = {}): RtcParams => ({
  sdkAppId: 1,
  userId,
  userSig: 'sig',
  strRoomId: 'r',
  server: 'http://duet.test',
  ...more,
});

/** Both in one room; what was told until then is forgotten. */
export async function together(world: World): Promise<[Visitor, Visitor]> {
  const [alice, bob] = [visitor(world), visitor(world)];
  alice.rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
  await world.settle();
  bob.rtc.enterRoom(params('bob'), RtcAppScene.videoCall);
  await world.settle();
  for (const each of [alice, bob]) each.news();
  return [alice, bob];
}

/** The params of all requests of a method. */
export const asked = (world: World, method: string): unknown[] =>
  world.server.requests.filter((each) => each.method === method).map((each) => each.params);
