// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ImManager, LoginStatus } from '../src/index.js';
import { LocalMedia } from '../src/media/local.js';
import { RtcCloud } from '../src/rtc/cloud.js';
import { RtcAppScene, type RtcParams } from '../src/rtc/types.js';
import { FakeDevices, FakePeer } from './browser.js';
import { World } from './world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => vi.unstubAllGlobals());

/** Every callback of a listener, written down. */
const recorder = (log: string[]): object =>
  new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) =>
          log.push(`${String(name)}(${args.map(String).join(', ')})`),
    },
  );

async function signedIn(userID: string, log: string[] = []): Promise<ImManager> {
  const im = new ImManager(world.platform());
  await im.initSDK({ sdkAppID: 1, server: 'http://duet.test', listener: recorder(log) });
  im.getSignalingManager().addSignalingListener({ listener: recorder(log) });
  const login = im.login({ userID, userSig: 'sig' });
  await world.settle();
  expect(await login).toMatchObject({ code: 0 });
  return im;
}

test('a login is announced and its state can be asked for', async () => {
  const log: string[] = [];
  const im = await signedIn('alice', log);
  expect(log).toEqual(['onConnecting()', 'onConnectSuccess()']);
  expect(im.getLoginStatus()).toMatchObject({ data: LoginStatus.logined });
  expect(im.getServerTime()).toMatchObject({ data: Math.floor(world.now / 1000) });
  const logout = im.logout();
  await world.settle();
  expect(await logout).toMatchObject({ code: 0 });
  expect(im.getLoginStatus()).toMatchObject({ data: LoginStatus.logout });
});

test('without initSDK and without a login each call is refused with its number', async () => {
  const im = new ImManager(world.platform());
  expect(await im.initSDK({ sdkAppID: 0 })).toMatchObject({ code: 6017 });
  expect(await im.login({ userID: 'alice', userSig: 'sig' })).toMatchObject({ code: 6013 });
  const signaling = im.getSignalingManager();
  expect(await signaling.invite({ invitee: 'bob', data: '' })).toMatchObject({ code: 6013 });
  await im.initSDK({ sdkAppID: 1 });
  expect(await signaling.invite({ invitee: 'bob', data: '' })).toMatchObject({ code: 6014 });
  expect(await signaling.accept({ inviteID: 'x' })).toMatchObject({ code: 6014 });
  expect(await signaling.getInvitation({ inviteID: 'x' })).toMatchObject({ code: 6014 });
});

test('an expired ticket surfaces and is not asked for again', async () => {
  const log: string[] = [];
  world.server.refuseLogin = 70001;
  const im = new ImManager(world.platform());
  await im.initSDK({ sdkAppID: 1, server: 'http://duet.test', listener: recorder(log) });
  const login = im.login({ userID: 'alice', userSig: 'old' });
  await world.pass(60_000);
  expect(await login).toMatchObject({ code: 70001 });
  expect(log).toEqual(['onConnecting()', 'onUserSigExpired()']);
  expect(world.server.log).toEqual(['? login']);
});

const rings = (id: string): string => `onReceiveNewInvitation(${id}, alice, , bob, d)`;

test('an invitation and each of its ends reach both sides with the guide’s arguments', async () => {
  const [inviter, invitee]: [string[], string[]] = [[], []];
  const alice = (await signedIn('alice', inviter)).getSignalingManager();
  const bob = (await signedIn('bob', invitee)).getSignalingManager();
  const invite = async (): Promise<string> => {
    const answer = alice.invite({ invitee: 'bob', data: 'd', timeout: 30 });
    await world.settle();
    return (await answer).data ?? '';
  };
  const first = await invite();
  void bob.accept({ inviteID: first, data: 'yes' });
  await world.settle();
  const second = await invite();
  void bob.reject({ inviteID: second, data: 'no' });
  await world.settle();
  const third = await invite();
  void alice.cancel({ inviteID: third, data: 'never mind' });
  await world.settle();
  const fourth = await invite();
  await world.pass(30_000);
  expect(inviter.filter((line) => !line.startsWith('onConnect'))).toEqual([
    `onInviteeAccepted(${first}, bob, yes)`,
    `onInviteeRejected(${second}, bob, no)`,
    `onInvitationTimeout(${fourth}, bob)`,
  ]);
  expect(invitee.filter((line) => !line.startsWith('onConnect'))).toEqual([
    rings(first),
    rings(second),
    rings(third),
    `onInvitationCancelled(${third}, alice, never mind)`,
    rings(fourth),
    `onInvitationTimeout(${fourth}, bob)`,
  ]);
  expect(await Promise.race([alice.cancel({ inviteID: fourth }), world.settle()])).toMatchObject({ code: 8010 });
});

test('a removed listener hears nothing more', async () => {
  const log: string[] = [];
  const im = await signedIn('bob', log);
  im.getSignalingManager().removeSignalingListener();
  void (await signedIn('alice')).getSignalingManager().invite({ invitee: 'bob', data: '' });
  await world.settle();
  expect(log.filter((line) => line.startsWith('onReceive'))).toEqual([]);
});

function cloud(log: string[]): RtcCloud {
  const rtc = new RtcCloud({
    clock: world.platform(),
    media: new LocalMedia(new FakeDevices().capture),
    createPeer: (config) => new FakePeer(world, config) as unknown as RTCPeerConnection,
  });
  rtc.registerListener(recorder(log));
  return rtc;
}

const params = (userId: string): RtcParams => ({
  sdkAppId: 1,
  userId,
  userSig: 'sig',
  strRoomId: 'r',
  server: 'http://duet.test',
});

/** What the guide's order of events is about. */
const inOrder = (log: readonly string[]): string[] => log.filter((line) => !/Status|Statistics/.test(line));

test('two enter a room, see and hear each other, and leave, in the guide’s order of events', async () => {
  const [first, second]: [string[], string[]] = [[], []];
  const alice = cloud(first);
  const bob = cloud(second);
  alice.startLocalAudio();
  alice.startLocalPreview(true);
  await world.settle();
  alice.enterRoom(params('alice'), RtcAppScene.videoCall);
  await world.settle();
  bob.enterRoom(params('bob'), RtcAppScene.videoCall);
  await world.settle();
  expect(inOrder(first)).toEqual([
    'onMicDidReady()',
    'onCameraDidReady()',
    'onEnterRoom(1)',
    'onRemoteUserEnterRoom(bob)',
  ]);
  expect(inOrder(second)).toEqual([
    'onEnterRoom(1)',
    'onRemoteUserEnterRoom(alice)',
    'onUserAudioAvailable(alice, true)',
    'onUserVideoAvailable(alice, true)',
  ]);
  alice.muteLocalAudio(true);
  alice.stopLocalPreview();
  await world.pass(2_000);
  alice.exitRoom();
  await world.settle();
  expect(inOrder(second).slice(4)).toEqual([
    'onUserAudioAvailable(alice, false)',
    'onUserVideoAvailable(alice, false)',
    'onNetworkQuality([object Object], [object Object])',
    'onRemoteUserLeaveRoom(alice, 0)',
  ]);
  expect(first.at(-1)).toBe('onExitRoom(0)');
});
