// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call } from '../src/call/types.js';
import { refused } from '../src/result.js';
import { World, type Person } from './world.js';

let world: World;
let alice: Person;
let bob: Person;
let carol: Person;

beforeEach(async () => {
  world = new World();
  alice = await world.person('alice');
  bob = await world.person('bob');
  carol = await world.person('carol');
  alice.client.callWaiting = true;
});

afterEach(() => vi.unstubAllGlobals());

/** Alice and bob talk. */
async function talking(media: 'video' | 'audio' = 'video'): Promise<[Call, Call]> {
  const call = alice.client.call('bob', media);
  await world.settle();
  void bob.incoming[0]?.accept();
  await world.settle();
  return [call, bob.incoming[0] as Call];
}

/** Carol calls alice as well. */
async function second(): Promise<{ first: Call; bobs: Call; waiting: Call; carols: Call }> {
  const [first, bobs] = await talking();
  const carols = carol.client.call('alice', 'audio');
  await world.settle();
  return { first, bobs, waiting: alice.waiting[0] as Call, carols };
}

/** An answer of the server, which takes its time. */
async function answered<T>(answer: Promise<T>): Promise<T> {
  await world.settle();
  return answer;
}

const kinds = (...calls: Call[]): string[] => calls.map(({ state, held }) => `${state.kind} ${held}`);

describe('a call on hold', () => {
  test('neither sends nor receives, keeps its place, and the other side is told', async () => {
    const [call, incoming] = await talking();
    const told: unknown[][] = [];
    incoming.on('held', (...both) => told.push(both));
    expect(await answered(call.hold())).toMatchObject({ code: 0 });
    await world.settle();
    expect(kinds(call, incoming)).toEqual(['talking local', 'talking remote']);
    expect(told).toEqual([['remote', 'none']]);
    expect(alice.devices.live).toEqual([]);
    expect(incoming.remote).toEqual({ audio: false, video: false, screen: false });
    expect(call.remote).toEqual(incoming.remote);
    expect(world.server.rooms.size).toBe(1);
    expect(alice.client).toMatchObject({ currentCall: call, heldCall: call });
  });

  test('resumes with the devices that were on before', async () => {
    const [call, incoming] = await talking();
    call.setMuted(true);
    await answered(call.hold());
    await world.pass(60_000);
    expect(await answered(call.resume())).toMatchObject({ code: 0 });
    await world.settle();
    expect(kinds(call, incoming)).toEqual(['talking none', 'talking none']);
    expect(alice.devices.live).toEqual(['audio', 'video']);
    expect([call.muted, incoming.remote]).toEqual([true, { audio: false, video: true, screen: false }]);
    expect(call.remote).toEqual({ audio: true, video: true, screen: false });
    expect(alice.client.heldCall).toBeUndefined();
  });

  test('goes on being counted', async () => {
    const [call] = await talking();
    const began = world.now;
    await answered(call.hold());
    await world.pass(60_000);
    await answered(call.resume());
    expect(call.state).toEqual({ kind: 'talking', since: began });
  });

  test('may be put on hold by both, and each side resumes its own', async () => {
    const [call, incoming] = await talking();
    await answered(call.hold());
    await world.settle();
    await answered(incoming.hold());
    await world.settle();
    expect(kinds(call, incoming)).toEqual(['talking local', 'talking local']);
    await answered(call.resume());
    await world.settle();
    expect(kinds(call, incoming)).toEqual(['talking remote', 'talking local']);
  });

  test.each(['here', 'there'])('ends when it is hung up %s', async (where) => {
    const [call, incoming] = await talking();
    await answered(call.hold());
    await world.settle();
    void (where === 'here' ? call : incoming).hangUp();
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'hangup', side: where === 'here' ? 'local' : 'remote' });
    expect(incoming.state.kind).toBe('ended');
    expect(world.server.rooms.size).toBe(0);
  });

  test('is still on hold after a gap, and what happened meanwhile is told once', async () => {
    const [call, incoming] = await talking();
    await answered(call.hold());
    await world.settle();
    const states: string[] = [];
    call.on('state', ({ kind }) => states.push(kind));
    world.server.cut('alice');
    await world.pass(1_000);
    expect(kinds(call)).toEqual(['talking local']);
    world.server.cut('alice');
    void incoming.hangUp();
    await world.pass(1_000);
    expect(call.state).toMatchObject({ reason: 'hangup', side: 'remote' });
    expect(states).toEqual(['ended']);
  });

  test('cannot be put on hold twice, resumed without, or shown on camera', async () => {
    const [call] = await talking();
    expect(await answered(call.resume())).toMatchObject({ code: 6017 });
    await answered(call.hold());
    expect(await answered(call.hold())).toMatchObject({ code: 6017 });
    expect(await answered(call.setCamera(true))).toMatchObject({ code: 6017 });
    expect(alice.devices.live).toEqual([]);
  });

  test('that the server refuses goes on as it was', async () => {
    const [call, incoming] = await talking();
    world.server.refusals.set('holdRoom', 70500);
    expect(await answered(call.hold())).toMatchObject({ code: 70500 });
    expect(kinds(call, incoming)).toEqual(['talking none', 'talking none']);
    expect(alice.devices.live).toEqual(['audio', 'video']);
  });

  test('leaves room for another call of one’s own', async () => {
    const [first] = await talking();
    await answered(first.hold());
    const other = alice.client.call('carol', 'audio');
    await world.settle();
    void carol.incoming[0]?.accept();
    await world.settle();
    expect(kinds(first, other)).toEqual(['talking local', 'talking none']);
    expect(alice.client).toMatchObject({ currentCall: other, heldCall: first });
  });
});

describe('somebody who calls during a call', () => {
  test('waits, opens no device here, and is announced once', async () => {
    const { first, waiting, carols } = await second();
    expect(alice.waiting).toEqual([waiting]);
    expect(alice.incoming).toEqual([]);
    expect(alice.client).toMatchObject({ currentCall: first, waitingCall: waiting, calls: [first, waiting] });
    expect(kinds(first, waiting, carols)).toEqual(['talking none', 'ringing none', 'ringing none']);
    expect(alice.devices.live).toEqual(['audio', 'video']);
    expect(world.server.log).not.toContain('alice warmUp carol');
  });

  test('is told busy when it is declined so', async () => {
    const { first, waiting, carols } = await second();
    void waiting.reject('busy');
    await world.settle();
    expect(carols.state).toMatchObject({ reason: 'lineBusy', side: 'remote' });
    expect(waiting.state).toMatchObject({ reason: 'lineBusy', side: 'local' });
    expect(kinds(first)).toEqual(['talking none']);
    expect(alice.client.waitingCall).toBeUndefined();
  });

  test('is answered with the first call on hold', async () => {
    const { first, bobs, waiting, carols } = await second();
    expect(await answered(waiting.accept('hold'))).toMatchObject({ code: 0 });
    expect(kinds(first, bobs, waiting, carols)).toEqual([
      'talking local',
      'talking remote',
      'talking none',
      'talking none',
    ]);
    expect(alice.client).toMatchObject({ currentCall: waiting, heldCall: first, waitingCall: undefined });
    expect(alice.devices.live).toEqual(['audio']);
    expect(carols.remote.audio).toBe(true);
  });

  test('is answered with the first call ended', async () => {
    const { first, bobs, waiting } = await second();
    await answered(waiting.accept('end'));
    expect(first.state).toMatchObject({ reason: 'hangup', side: 'local' });
    expect(bobs.state).toMatchObject({ reason: 'hangup', side: 'remote' });
    expect(kinds(waiting)).toEqual(['talking none']);
    expect(alice.client.calls).toEqual([waiting]);
  });

  test('rings as any other once the first call is over', async () => {
    const { first, waiting } = await second();
    void first.hangUp();
    await world.settle();
    expect(alice.client).toMatchObject({ currentCall: waiting, waitingCall: undefined });
    void waiting.accept();
    await world.settle();
    expect(kinds(waiting)).toEqual(['talking none']);
  });

  test('may give up, and the first call goes on', async () => {
    const { first, waiting, carols } = await second();
    void carols.cancel();
    await world.settle();
    expect(waiting.state).toMatchObject({ reason: 'canceled', side: 'remote' });
    expect(alice.client.calls).toEqual([first]);
  });

  test('is not answered when the first call cannot be put on hold', async () => {
    const { first, waiting } = await second();
    world.server.refusals.set('holdRoom', 70500);
    expect(await answered(waiting.accept())).toMatchObject({ code: 70500 });
    expect(kinds(first, waiting)).toEqual(['talking none', 'ringing none']);
  });

  test('gives up while the first call is being put on hold: that one can be resumed', async () => {
    const { first, waiting, carols } = await second();
    const answer = waiting.accept('hold');
    void carols.cancel();
    await world.pass(3_000);
    expect((await answer).code).not.toBe(0);
    expect(kinds(first)).toEqual(['talking local']);
    await answered(first.resume());
    expect(kinds(first)).toEqual(['talking none']);
  });

  test('hears busy when somebody waits already', async () => {
    await second();
    const dave = await world.person('dave');
    const call = dave.client.call('alice', 'audio');
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'lineBusy' });
    expect(alice.waiting).toHaveLength(1);
  });

  test('hears busy while the first call rings', async () => {
    alice.client.call('bob', 'audio');
    await world.settle();
    const call = carol.client.call('alice', 'audio');
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'lineBusy' });
  });

  test('hears busy without call waiting', async () => {
    alice.client.callWaiting = false;
    await talking();
    const call = carol.client.call('alice', 'audio');
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'lineBusy', side: 'remote' });
  });
});

describe('two calls, one of them on hold', () => {
  test('change places, as often as one likes', async () => {
    const { first, bobs, waiting, carols } = await second();
    void waiting.accept('hold');
    await world.settle();
    expect(await answered(first.resume())).toMatchObject({ code: 0 });
    await world.settle();
    expect(kinds(first, bobs, waiting, carols)).toEqual([
      'talking none',
      'talking none',
      'talking local',
      'talking remote',
    ]);
    expect(bobs.remote).toEqual({ audio: true, video: true, screen: false });
    await answered(waiting.resume());
    await world.settle();
    expect(kinds(first, bobs, waiting, carols)).toEqual([
      'talking local',
      'talking remote',
      'talking none',
      'talking none',
    ]);
    expect(alice.devices.live).toEqual(['audio']);
  });

  test('stay as they are when the server refuses the change', async () => {
    const { first, waiting } = await second();
    void waiting.accept('hold');
    await world.settle();
    world.server.refusals.set('enterRoom', 70500);
    expect(await answered(first.resume())).toMatchObject({ code: 70500 });
    expect(kinds(first, waiting)).toEqual(['talking local', 'talking none']);
  });

  test('are both left by a logout', async () => {
    const { bobs, waiting, carols } = await second();
    void waiting.accept('hold');
    await world.settle();
    void alice.client.logout();
    await world.settle();
    expect([bobs.state.kind, carols.state.kind]).toEqual(['ended', 'ended']);
    expect(alice.devices.live).toEqual([]);
  });

  test('survive a gap with their roles', async () => {
    const { first, waiting } = await second();
    void waiting.accept('hold');
    await world.settle();
    world.server.cut('alice');
    await world.pass(1_000);
    expect(kinds(first, waiting)).toEqual(['talking local', 'talking none']);
    await answered(first.resume());
    expect(kinds(first, waiting)).toEqual(['talking none', 'talking local']);
  });
});

describe('switching between voice and video', () => {
  test('is turning a camera on: the other side sees it, and keeps its own off', async () => {
    const [call, incoming] = await talking('audio');
    expect(await answered(call.switchMedia('video'))).toMatchObject({ code: 0 });
    await world.settle();
    expect([call.media, incoming.media]).toEqual(['video', 'video']);
    expect([incoming.remote.video, incoming.cameraOn]).toEqual([true, false]);
    await answered(call.switchMedia('audio'));
    await world.settle();
    expect([call.media, incoming.media]).toEqual(['audio', 'audio']);
    expect(alice.devices.live).toEqual(['audio']);
  });

  test('a video call becomes a voice call here while the other side’s camera is off too', async () => {
    const [call, incoming] = await talking();
    await answered(call.switchMedia('audio'));
    expect(call.media).toBe('video');
    await answered(incoming.setCamera(false));
    await world.settle();
    expect([call.media, incoming.media]).toEqual(['audio', 'video']);
  });

  test('without a camera changes nothing, and says why', async () => {
    const [call] = await talking('audio');
    alice.devices.camera = refused(-1314, 'The camera is not allowed.');
    const problems: number[] = [];
    call.on('problem', ({ code }) => problems.push(code));
    expect(await answered(call.switchMedia('video'))).toMatchObject({ code: -1314 });
    expect([call.media, problems]).toEqual(['audio', [-1314]]);
  });
});

describe('a screen', () => {
  test('is shared and taken back', async () => {
    const [call, incoming] = await talking('audio');
    expect(await answered(call.setScreen(true))).toMatchObject({ code: 0 });
    await world.settle();
    expect([call.screenOn, incoming.remote.screen]).toEqual([true, true]);
    expect(incoming.remoteScreen?.getVideoTracks()).toHaveLength(1);
    await answered(call.setScreen(false));
    await world.settle();
    expect([call.screenOn, incoming.remote.screen]).toEqual([false, false]);
  });

  test('that is not chosen is a value', async () => {
    const [call] = await talking();
    alice.devices.screen = refused(-1308, 'Nothing was chosen.');
    expect(await answered(call.setScreen(true))).toMatchObject({ code: -1308 });
    expect(call.screenOn).toBe(false);
  });

  test('cannot be shared before the call is talked in', async () => {
    const call = alice.client.call('bob', 'video');
    await world.settle();
    expect(await answered(call.setScreen(true))).toMatchObject({ code: 6017 });
  });
});

describe('devices', () => {
  test('chosen during a call are opened instead of the others', async () => {
    const [call] = await talking();
    expect(await answered(call.setCameraDevice('cam-2'))).toMatchObject({ code: 0 });
    await answered(call.setMicrophone('mic-2'));
    call.setSpeaker('out-2');
    expect(call.devices).toEqual({ camera: 'cam-2', microphone: 'mic-2', speaker: 'out-2' });
    expect(alice.devices.live.toSorted()).toEqual(['audio', 'video']);
    await answered(call.setCameraDevice(''));
    expect(call.devices.camera).toBeUndefined();
  });

  test('that cannot be opened leave the former ones on', async () => {
    const [call] = await talking();
    alice.devices.camera = refused(-1316, 'The camera is in use.');
    expect(await answered(call.setCameraDevice('cam-2'))).toMatchObject({ code: -1316 });
    expect(call.devices.camera).toBeUndefined();
  });
});
