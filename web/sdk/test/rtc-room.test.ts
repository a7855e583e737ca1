// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ImManager } from '../src/index.js';
import { RtcCloud } from '../src/rtc/instance.js';
import { RtcAppScene, RtcRoleType } from '../src/rtc/types.js';
import { asked, params, together, visitor } from './rtc.js';
import { World } from './world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => vi.unstubAllGlobals());

describe('the one instance of a page', () => {
  afterEach(() => RtcCloud.destroySharedInstance());

  test('is the same until it is destroyed', async () => {
    const first = await RtcCloud.sharedInstance();
    expect(await RtcCloud.sharedInstance()).toBe(first);
    RtcCloud.destroySharedInstance();
    expect(await RtcCloud.sharedInstance()).not.toBe(first);
  });

  test('tells its listeners, each once, until they are taken off', async () => {
    const rtc = await RtcCloud.sharedInstance();
    const heard: number[] = [];
    const listener = { onExitRoom: () => {}, onWarning: (code: number) => heard.push(code) };
    rtc.registerListener(listener);
    rtc.registerListener(listener);
    rtc.exitRoom();
    rtc.unRegisterListener(listener);
    rtc.exitRoom();
    expect(heard).toEqual([-3]);
  });

  test('a listener that throws is the page’s matter, and disturbs nobody', async () => {
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const rtc = await RtcCloud.sharedInstance();
    const heard: number[] = [];
    rtc.registerListener({
      onWarning: () => {
        throw new Error('mine');
      },
    });
    rtc.registerListener({ onWarning: (code) => heard.push(code) });
    rtc.exitRoom();
    expect(heard).toEqual([-3]);
    expect(reported).toHaveBeenCalledTimes(1);
  });
});

describe('parameters that are wrong', () => {
  test.each([
    [undefined, -3316],
    [null, -3316],
    ['room', -3316],
    [{}, -3317],
    [params('alice', { sdkAppId: 0 }), -3317],
    [params('alice', { sdkAppId: '1' }), -3317],
    [params('alice', { sdkAppId: 1.5 }), -3317],
    [params('alice', { strRoomId: '' }), -3318],
    [params('alice', { strRoomId: 7 }), -3318],
    [params('alice', { strRoomId: 'a/b' }), -3318],
    [params('alice', { strRoomId: 'x'.repeat(65) }), -3318],
    [params('alice', { roomId: 4_294_967_295 }), -3318],
    [params('alice', { roomId: -1 }), -3318],
    [params('alice', { roomId: '7' }), -3318],
    [params(''), -3319],
    [params('two words'), -3319],
    [params('x'.repeat(33)), -3319],
    [params('alice', { userId: 12 }), -3319],
    [params('alice', { userSig: '' }), -3320],
    [params('alice', { userSig: {} }), -3320],
  ])('%j is refused with %i', async (wrong, code) => {
    const { rtc, log } = visitor(world);
    rtc.enterRoom(wrong as never, RtcAppScene.videoCall);
    expect(log).toEqual([`onEnterRoom(${code})`, expect.stringContaining(`onError(${code}, `)]);
    await world.settle();
    expect(world.server.log).toEqual([]);
  });
});

describe('entering and leaving', () => {
  test('go in pairs, also when the entry failed', async () => {
    const { rtc, news } = visitor(world);
    rtc.enterRoom({}, RtcAppScene.videoCall);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    expect(news().filter((line) => line.startsWith('onEnterRoom'))).toEqual([
      'onEnterRoom(-3317)',
      'onEnterRoom(-3340)',
    ]);
    rtc.exitRoom();
    await world.settle();
    expect(news()).toEqual(['onExitRoom(0)']);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    expect(news()).toEqual(['onEnterRoom(1)', 'onEnterRoom(-3340)', expect.stringContaining('onError(-3340')]);
    rtc.exitRoom();
    rtc.exitRoom();
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    expect(news()[0]).toBe('onEnterRoom(-3340)');
    await world.settle();
    expect(news()).toEqual(['onExitRoom(0)']);
  });

  test('the room is left before the entry was answered', async () => {
    const { rtc, log } = visitor(world);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    rtc.exitRoom();
    await world.settle();
    expect(log).toEqual(['onExitRoom(0)']);
    expect(world.server.rooms.size).toBe(0);
    expect(world.server.logins.size).toBe(0);
  });

  test('an entry from inside onExitRoom works', async () => {
    const { rtc, log } = visitor(world);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    rtc.registerListener({ onExitRoom: () => rtc.enterRoom(params('alice'), RtcAppScene.videoCall) });
    rtc.exitRoom();
    await world.settle();
    expect(log).toEqual(['onEnterRoom(1)', 'onExitRoom(0)', 'onEnterRoom(1)']);
  });

  test('a room by its number and one by its string are two, and the number wins', async () => {
    const [alice, bob, carol] = [visitor(world), visitor(world), visitor(world)];
    alice.rtc.enterRoom(params('alice', { roomId: 7, strRoomId: '7' }), RtcAppScene.audioCall);
    bob.rtc.enterRoom(params('bob', { strRoomId: '7' }), RtcAppScene.audioCall);
    carol.rtc.enterRoom(params('carol', { roomId: 7, strRoomId: '' }), RtcAppScene.audioCall);
    await world.settle();
    expect([...world.server.rooms].map(([name, all]) => [name, all.map(({ userId }) => userId)])).toEqual([
      ['#7', ['alice', 'carol']],
      ['7', ['bob']],
    ]);
    expect(asked(world, 'enterRoom')[0]).toMatchObject({ roomId: 7, scene: 'audioCall' });
  });

  test('devices are closed when the room is left', async () => {
    const { rtc, devices, log } = visitor(world);
    rtc.startLocalAudio();
    rtc.startLocalPreview(true);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    rtc.exitRoom();
    await world.settle();
    expect(devices.live).toEqual([]);
    expect(log.at(-1)).toBe('onExitRoom(0)');
  });

  test('a server that does not answer is not waited for', async () => {
    const { rtc, news } = visitor(world);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    news();
    world.server.deaf = 'alice';
    rtc.exitRoom();
    await world.pass(1_900);
    expect(news()).not.toContain('onExitRoom(0)');
    await world.pass(100);
    expect(news()).toContain('onExitRoom(0)');
  });

  test('without a room there is nothing to leave', () => {
    const { rtc, log } = visitor(world);
    rtc.exitRoom();
    expect(log).toEqual([expect.stringContaining('onWarning(-3, ')]);
  });
});

describe('a server that refuses', () => {
  test.each([
    ['the ticket of the login', 'login', 70001, -100018],
    ['an unknown app', 'login', 70020, -3317],
    ['a forged ticket', 'login', 70009, -100018],
    ['the ticket of the entry', 'enterRoom', -100018, -100018],
    ['the private map key', 'enterRoom', -100006, -100006],
    ['a full room', 'enterRoom', -102052, -102052],
    ['being busy', 'enterRoom', 6012, -3308],
    ['its own fault', 'enterRoom', 70500, -3301],
  ])('%s: %s %i is told as %i', async (_, method, answered, told) => {
    const { rtc, log } = visitor(world);
    world.server.refusals.set(method, answered);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.pass(16_000);
    expect(log).toEqual([`onEnterRoom(${told})`, expect.stringContaining(`onError(${told}, `)]);
    rtc.exitRoom();
    await world.settle();
    expect(log.at(-1)).toBe('onExitRoom(0)');
  });

  test('one that never answers is a timeout', async () => {
    const { rtc, log } = visitor(world);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    world.server.deaf = 'alice';
    await world.pass(60_000);
    expect(log[0]).toBe('onEnterRoom(-3308)');
  });

  test('an answer that is garbage has its number', async () => {
    const { rtc, log } = visitor(world);
    world.server.others['enterRoom'] = () => ({ sdp: 7 });
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    expect(log[0]).toBe('onEnterRoom(-7)');
  });
});

describe('what ends a stay from outside', () => {
  test.each([
    ['kicked', 1],
    ['the room dissolved', 2],
  ])('%s: onExitRoom(%i), devices closed, and a new entry is allowed', async (_, reason) => {
    const [alice] = await together(world);
    alice.rtc.startLocalAudio();
    await world.settle();
    alice.news();
    world.server.say('alice', 'roomExited', { reason });
    await world.settle();
    expect(alice.news()).toEqual([`onExitRoom(${reason})`]);
    expect(alice.devices.live).toEqual([]);
    alice.rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    expect(alice.news()[0]).toBe('onEnterRoom(1)');
  });

  test('a login elsewhere', async () => {
    const [alice] = await together(world);
    world.server.say('alice', 'kickedOffline', { reason: 'multipleDevice' });
    await world.settle();
    expect(alice.news()).toContain('onExitRoom(1)');
  });

  test('media that stays broken: lost, retried, warned of, and given up after half an hour', async () => {
    const [alice] = await together(world);
    world.mediaDown = true;
    world.peers[0]?.become('disconnected');
    await world.pass(12_000);
    expect(alice.news().filter((line) => /Connection|Reconnect|Warning/.test(line))).toEqual([
      'onConnectionLost()',
      expect.stringContaining('onWarning(5101, '),
      'onTryToReconnect()',
      expect.stringContaining('onWarning(5102, '),
    ]);
    // Most of it at once: nothing happens there but retries.
    world.now += 29 * 60_000;
    await world.pass(60_000);
    expect(alice.news().slice(-2)).toEqual([expect.stringContaining('onError(-3301, '), 'onExitRoom(2)']);
  });

  test('media that comes back is told', async () => {
    const [alice] = await together(world);
    world.peers[0]?.become('disconnected');
    world.mediaDown = true;
    await world.pass(9_000);
    world.mediaDown = false;
    await world.pass(10_000);
    expect(alice.news()).toContain('onConnectionRecovery()');
  });
});

describe('one login for all', () => {
  test('a page that is logged in shares it, and stays logged in', async () => {
    const { rtc, clock, log } = visitor(world);
    const im = new ImManager(clock);
    await im.initSDK({ sdkAppID: 1, server: 'http://duet.test' });
    void im.login({ userID: 'alice', userSig: 'sig' });
    await world.settle();
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    expect(log).toEqual(['onEnterRoom(1)']);
    rtc.exitRoom();
    await world.settle();
    expect(world.server.log.filter((line) => line.endsWith('login'))).toHaveLength(1);
    expect(world.server.logins.size).toBe(1);
  });

  test('who names no server is where the page is logged in', async () => {
    const { rtc, clock, log } = visitor(world);
    const im = new ImManager(clock);
    await im.initSDK({ sdkAppID: 1, server: 'http://elsewhere.test' });
    void im.login({ userID: 'alice', userSig: 'sig' });
    await world.settle();
    rtc.enterRoom(params('alice', { server: undefined }), RtcAppScene.videoCall);
    await world.settle();
    expect(log).toEqual(['onEnterRoom(1)']);
    expect(world.server.log.filter((line) => line.endsWith('login'))).toHaveLength(1);
  });

  test('without a login it signs in by itself, and out when it leaves', async () => {
    const { rtc } = visitor(world);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    expect(world.server.logins.size).toBe(1);
    rtc.exitRoom();
    await world.settle();
    expect(world.server.logins.size).toBe(0);
  });

  test('the room goes on when the page logs out', async () => {
    const [alice, bob] = await together(world);
    const im = new ImManager(alice.clock);
    await im.initSDK({ sdkAppID: 1, server: 'http://duet.test' });
    void im.login({ userID: 'alice', userSig: 'sig' });
    await world.settle();
    void im.logout();
    await world.pass(3_000);
    expect([...alice.news(), ...bob.news()].filter((line) => /Exit|Leave/.test(line))).toEqual([]);
  });
});

describe('moving to another room', () => {
  test('keeps devices and what is sent', async () => {
    const [alice, bob] = await together(world);
    alice.rtc.startLocalAudio();
    await world.settle();
    alice.news();
    bob.news();
    alice.rtc.switchRoom({ strRoomId: 'other' });
    await world.settle();
    expect(bob.news()).toContain('onRemoteUserLeaveRoom(alice, 0)');
    expect(alice.news()).toEqual(['onSwitchRoom(0, )']);
    expect(alice.devices.live).toEqual(['audio']);
    expect(world.server.rooms.get('other')).toMatchObject([{ userId: 'alice', audio: true }]);
    alice.rtc.exitRoom();
    await world.settle();
    expect(alice.news()).toEqual(['onExitRoom(0)']);
  });

  test('tells of who is there', async () => {
    const [alice] = await together(world);
    const carol = visitor(world);
    carol.rtc.enterRoom(params('carol', { strRoomId: '', roomId: 9 }), RtcAppScene.videoCall);
    await world.settle();
    alice.rtc.switchRoom({ roomId: 9 });
    await world.settle();
    expect(alice.news()).toEqual(['onRemoteUserEnterRoom(carol)', 'onSwitchRoom(0, )']);
    expect(carol.news().at(-1)).toBe('onRemoteUserEnterRoom(alice)');
  });

  test('to where one may not go leads back', async () => {
    const [alice, bob] = await together(world);
    world.server.others['enterRoom'] = () => {
      delete world.server.others['enterRoom'];
      return { sdp: 7 };
    };
    alice.rtc.switchRoom({ strRoomId: 'other' });
    await world.settle();
    expect(alice.news()).toEqual(['onRemoteUserEnterRoom(bob)', expect.stringContaining('onSwitchRoom(-7, ')]);
    expect(world.server.rooms.get('r')).toHaveLength(2);
    expect(bob.news()).toContain('onRemoteUserEnterRoom(alice)');
  });

  test.each([
    [undefined, -3316],
    [{}, -3318],
    [{ roomId: 'x' }, -3318],
  ])('%j is refused with %i, and nothing happens', async (config, code) => {
    const [alice] = await together(world);
    alice.rtc.switchRoom(config as never);
    await world.settle();
    expect(alice.news()).toEqual([expect.stringContaining(`onSwitchRoom(${code}, `)]);
    expect(asked(world, 'exitRoom')).toEqual([]);
  });

  test('from nowhere is refused', async () => {
    const { rtc, log } = visitor(world);
    rtc.switchRoom({ strRoomId: 'r' });
    await world.settle();
    expect(log).toEqual([expect.stringContaining('onSwitchRoom(-3, ')]);
  });

  test('another role is none in a call', () => {
    const { rtc, log } = visitor(world);
    rtc.switchRole(RtcRoleType.audience);
    expect(log).toEqual([expect.stringContaining('onSwitchRole(-4, ')]);
  });
});

describe('commands of the app’s own', () => {
  test('reach the other side as text and as bytes', async () => {
    const [alice, bob] = await together(world);
    expect(alice.rtc.sendCustomCmdMsg(1, 'grüß dich', true, true)).toBe(true);
    expect(alice.rtc.sendCustomCmdMsg(10, new Uint8Array([1, 2, 255]), true, true)).toBe(true);
    await world.settle();
    expect(bob.told('onRecvCustomCmdMsg')).toEqual([
      ['alice', 1, 1, 'grüß dich', new TextEncoder().encode('grüß dich')],
      ['alice', 10, 2, '\u0001\u0002\ufffd', new Uint8Array([1, 2, 255])],
    ]);
  });

  test.each([
    [0, 'x'],
    [11, 'x'],
    [1.5, 'x'],
    ['1', 'x'],
    [1, ''],
    [1, 'x'.repeat(1025)],
    [1, { text: 'x' }],
    [1, undefined],
  ])('%j %j is not sent', async (cmdID, data) => {
    const [alice] = await together(world);
    expect(alice.rtc.sendCustomCmdMsg(cmdID as never, data as never, true, true)).toBe(false);
  });

  test('outside a room nothing is sent', () => {
    expect(visitor(world).rtc.sendCustomCmdMsg(1, 'x', true, true)).toBe(false);
  });

  test('no more than 30 and 8 KB go out in a second', async () => {
    const [alice] = await together(world);
    const sent = (count: number, size: number): number =>
      Array.from({ length: count }, () => alice.rtc.sendCustomCmdMsg(1, 'x'.repeat(size), true, true)).filter(Boolean)
        .length;
    expect(sent(40, 1)).toBe(30);
    await world.pass(500);
    expect(sent(40, 1)).toBe(15);
    await world.pass(2_000);
    expect(sent(20, 1024)).toBe(8);
  });

  test('what came already is not told again', async () => {
    const [, bob] = await together(world);
    for (const seq of [1, 2, 1, 2, 3]) {
      world.server.say('bob', 'customCmd', { userId: 'alice', cmdId: 1, seq, data: btoa(String(seq)) });
    }
    await world.settle();
    expect(bob.told('onRecvCustomCmdMsg').map(([, , seq]) => seq)).toEqual([1, 2, 3]);
  });

  test('what did not come is counted', async () => {
    const [, bob] = await together(world);
    const say = (seq: number): void =>
      world.server.say('bob', 'customCmd', { userId: 'alice', cmdId: 3, seq, data: 'eA==' });
    for (const seq of [5, 6, 9]) say(seq);
    await world.settle();
    expect(bob.told('onMissCustomCmdMsg')).toEqual([['alice', 3, -1, 2]]);
    expect(bob.told('onRecvCustomCmdMsg')).toHaveLength(3);
  });

  test('one that is no base64 is dropped', async () => {
    const [, bob] = await together(world);
    world.server.say('bob', 'customCmd', { userId: 'alice', cmdId: 3, seq: 1, data: '%%%' });
    await world.settle();
    expect(bob.told('onRecvCustomCmdMsg')).toEqual([]);
  });
});
