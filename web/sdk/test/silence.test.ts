// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LocalMedia } from '../src/media/local.js';
import { Room } from '../src/rtc/stay/room.js';
import { Session } from '../src/session/session.js';
import { FakeDevices, FakePeer } from './browser.js';
import { World } from './world.js';

let world: World;
/** Whether packets arrive. */
let flows = true;

beforeEach(async () => {
  world = new World();
  flows = true;
  let bytes = 0;
  vi.spyOn(FakePeer.prototype, 'getStats').mockImplementation(() => {
    if (flows) bytes += 1000;
    return Promise.resolve(new Map([['pair', { type: 'candidate-pair', bytesReceived: bytes }]]));
  });
  const session = new Session({
    url: 'ws://duet.test',
    identity: { sdkAppId: 1, userId: 'alice', device: { id: 'alice-1', platform: 'web', name: '' } },
    userSigProvider: () => Promise.resolve('sig'),
    platform: world.platform(),
  });
  void session.signIn();
  await world.settle();
  const room = new Room(session, new LocalMedia(new FakeDevices().capture), {
    name: { strRoomId: 'r' },
    scene: 'videoCall',
    giveUpAfter_ms: 30_000,
    createPeer: (config) => new FakePeer(world, config) as unknown as RTCPeerConnection,
  });
  void room.enter();
  await world.pass(3_000);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const asked = (method: string): number => world.server.requests.filter((each) => each.method === method).length;

test('media that stops arriving is looked for on another way within a second, and the server asked for a word', async () => {
  flows = false;
  await world.pass(1_000);
  expect([asked('restartIce'), asked('getInvitation')]).toEqual([1, 1]);
  await world.pass(2_000);
  expect(asked('restartIce')).toBe(1);
});

test('media that goes on arriving is left alone', async () => {
  await world.pass(5_000);
  expect([asked('restartIce'), asked('getInvitation')]).toEqual([0, 0]);
});
