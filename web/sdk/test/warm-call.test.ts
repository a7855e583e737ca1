// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call } from '../src/call/types.js';
import { watch, World, type Person } from './world.js';

let world: World;
let alice: Person;
let bob: Person;

beforeEach(async () => {
  world = new World();
  alice = await world.person('alice');
  bob = await world.person('bob');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const ringing = async (media: 'video' | 'audio' = 'video'): Promise<[Call, Call]> => {
  const call = alice.client.call('bob', media);
  await world.settle();
  const incoming = bob.incoming.at(-1);
  if (!incoming) throw new Error('It does not ring.');
  return [call, incoming];
};

const asked = (method: string): string[] =>
  world.server.log.filter((line) => line.endsWith(` ${method}`)).map((line) => line.split(' ')[0] ?? '');

const neverAllowed = () =>
  vi.spyOn(navigator.permissions, 'query').mockResolvedValue({ state: 'prompt' } as PermissionStatus);

describe('while it rings', () => {
  test('both sides connect, and nobody is in a room yet', async () => {
    const [call, incoming] = await ringing();
    expect(asked('warmUp').toSorted()).toEqual(['alice', 'bob']);
    expect(world.server.rooms.size).toBe(0);
    expect(world.peers.map(({ connectionState }) => connectionState)).toEqual(['connected', 'connected']);
    expect([call.state.kind, incoming.state.kind]).toEqual(['ringing', 'ringing']);
  });

  test('the called side sends nothing, however open its devices are', async () => {
    await ringing();
    const theirs = world.peers.find((peer) => peer.sending.length === 0);
    expect(bob.devices.live).toEqual(['audio', 'video']);
    expect(theirs).toBeDefined();
  });

  test('no device is opened that the person would have to be asked for', async () => {
    neverAllowed();
    await ringing();
    expect(bob.devices.live).toEqual([]);
    expect(asked('warmUp')).toContain('bob');
  });

  test.each(['reject', 'cancel', 'time'] as const)('%s closes both connections and every device', async (how) => {
    const [call, incoming] = await ringing();
    if (how === 'reject') void incoming.reject();
    else if (how === 'cancel') void call.cancel();
    await world.pass(how === 'time' ? 30_000 : 0);
    expect([call.state.kind, incoming.state.kind]).toEqual(['ended', 'ended']);
    expect(world.peers.map(({ connectionState }) => connectionState)).toEqual(['closed', 'closed']);
    expect([...alice.devices.live, ...bob.devices.live]).toEqual([]);
    expect(world.server.lobbies.size).toBe(0);
  });
});

describe('answering', () => {
  test('costs one message, and sound flows at once on the connections there are', async () => {
    const [call, incoming] = await ringing();
    const before = world.server.log.length;
    void incoming.accept();
    await world.settle();
    expect(world.server.log.slice(before)).toEqual(['bob accept']);
    expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
    expect(world.peers).toHaveLength(2);
    expect(world.peers.map(({ sending }) => sending)).toEqual([
      ['audio', 'video'],
      ['audio', 'video'],
    ]);
    expect([call.remote, incoming.remote]).toEqual([
      { audio: true, video: true, screen: false },
      { audio: true, video: true, screen: false },
    ]);
  });

  test('sends at once, before the server has said yes', async () => {
    const [, incoming] = await ringing();
    world.server.refusals.set('accept', 8010);
    void incoming.accept();
    await world.settle();
    expect(world.peers.map(({ sending }) => sending.length)).toEqual([2, 2]);
    await world.pass(2_000);
    expect(incoming.state.kind).toBe('ended');
    expect(bob.devices.live).toEqual([]);
  });

  test('goes through the same states as a cold call, each once', async () => {
    const call = alice.client.call('bob', 'video');
    const seen = watch(call);
    await world.settle();
    const theirs = watch(bob.incoming[0] as Call);
    void bob.incoming[0]?.accept();
    await world.settle();
    expect(seen).toEqual(['inviting', 'ringing', 'connecting', 'talking']);
    expect(theirs).toEqual(['ringing', 'connecting', 'talking']);
  });

  test('is counted from the same moment on both sides', async () => {
    const [call, incoming] = await ringing();
    await world.pass(7_000);
    void incoming.accept();
    await world.settle();
    expect(call.state).toEqual({ kind: 'talking', since: world.now });
    expect(incoming.state).toEqual(call.state);
  });

  test('on one of two devices takes that one in, and closes the connection of the other', async () => {
    const other = await world.person('bob', 'bob-2');
    const [call] = await ringing();
    expect(world.peers).toHaveLength(3);
    void other.incoming[0]?.accept();
    await world.settle();
    expect(call.state.kind).toBe('talking');
    expect(bob.incoming[0]?.state).toMatchObject({ reason: 'otherDeviceAccepted' });
    expect(world.peers.filter(({ connectionState }) => connectionState === 'closed')).toHaveLength(1);
    expect(bob.devices.live).toEqual([]);
  });
});

describe('a warm-up that does not come about', () => {
  test('costs nothing but time: the room is entered as ever', async () => {
    world.server.refusals.set('warmUp', 70500);
    const [call, incoming] = await ringing();
    void incoming.accept();
    await world.settle();
    expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
    expect(asked('enterRoom').toSorted()).toEqual(['alice', 'bob']);
  });

  test('on one side alone does not hold up the other', async () => {
    bob.client.on('incoming', () => world.server.refusals.set('warmUp', 70500));
    const [call, incoming] = await ringing();
    void incoming.accept();
    await world.settle();
    expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
  });

  test('because the media path is down leaves the call connecting until it is up', async () => {
    world.mediaDown = true;
    const [call, incoming] = await ringing();
    void incoming.accept();
    await world.settle();
    expect([call.state.kind, incoming.state.kind]).toEqual(['connecting', 'connecting']);
    world.mediaDown = false;
    await world.pass(8_000);
    expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
  });

  test('because the socket broke is made up for after the gap', async () => {
    const [call, incoming] = await ringing();
    world.server.cut('bob');
    await world.pass(1_000);
    void incoming.accept();
    await world.pass(1_000);
    expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
  });
});

test('an answer given while the caller had no connection is found after the gap, and told once', async () => {
  const [call, incoming] = await ringing();
  const seen = watch(call);
  world.server.cut('alice');
  await world.settle();
  void incoming.accept();
  await world.pass(8_000);
  expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
  expect(seen).toEqual(['ringing', 'connecting', 'talking']);
});
