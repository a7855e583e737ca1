// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LocalMedia } from '../src/media/local.js';
import { Room, type RoomOptions } from '../src/rtc/stay/room.js';
import { Session } from '../src/session/session.js';
import { FakeDevices, FakePeer } from './browser.js';
import { World } from './world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => vi.unstubAllGlobals());

/** Somebody with a session and devices, and what the rooms of this person have told. */
class Guest {
  readonly log: string[] = [];
  readonly media = new LocalMedia(new FakeDevices().capture);

  constructor(readonly session: Session) {}

  room(strRoomId: string, options: Partial<RoomOptions> = {}): Room {
    const room = new Room(this.session, this.media, {
      name: { strRoomId },
      scene: 'videoCall',
      giveUpAfter_ms: 30_000,
      createPeer: (config) => new FakePeer(world, config) as unknown as RTCPeerConnection,
      ...options,
    });
    const say = (text: string): number => this.log.push(text);
    room.on('entered', () => say('entered'));
    room.on('userEntered', (userId) => say(`${userId} entered`));
    room.on('userLeft', (userId, reason) => say(`${userId} left ${reason}`));
    room.on('userHeld', (userId, held) => say(`${userId} ${held ? 'holds' : 'is back'}`));
    room.on('mediaChanged', (userId, { audio, video }) => say(`${userId} sends ${audio} ${video}`));
    room.on('connected', () => say('connected'));
    room.on('ended', (end) => say(`ended ${end.kind}`));
    return room;
  }
}

async function guest(userId: string): Promise<Guest> {
  const session = new Session({
    url: 'ws://duet.test',
    identity: { sdkAppId: 1, userId, device: { id: `${userId}-1`, platform: 'web', name: '' } },
    userSigProvider: () => Promise.resolve('sig'),
    platform: world.platform(),
  });
  void session.signIn();
  await world.settle();
  return new Guest(session);
}

/** The answer, as soon as everything has happened that needs no time. */
async function soon<T>(promise: Promise<T>): Promise<T> {
  await world.settle();
  return promise;
}

const asked = (method: string): unknown[] =>
  world.server.requests.filter((each) => each.method === method).map(({ user, params }) => [user, params]);

async function ring(inviter: Guest, invitee: string): Promise<string> {
  const inviteId = crypto.randomUUID();
  void inviter.session.request('invite', { inviteId, invitee, data: '', timeout: 30, onlineUserOnly: false });
  await world.settle();
  return inviteId;
}

describe('a stay that begins while it rings', () => {
  let [alice, bob]: [Guest, Guest] = [undefined as never, undefined as never];
  let inviteId = '';
  beforeEach(async () => {
    alice = await guest('alice');
    bob = await guest('bob');
    inviteId = await ring(alice, 'bob');
  });

  const warm = async (): Promise<[Room, Room]> => {
    const rooms: [Room, Room] = [alice.room('r'), bob.room('r')];
    await bob.media.open({ microphone: true });
    const answers = rooms.map((room) => room.warmUp(inviteId));
    await world.settle();
    expect(await Promise.all(answers)).toMatchObject([{ code: 0 }, { code: 0 }]);
    return rooms;
  };

  test('is in the room by the acceptance alone, on the connection it has', async () => {
    await warm();
    expect([alice.log, bob.log]).toEqual([[], []]);
    void bob.session.request('accept', { inviteId, data: '' });
    await world.settle();
    expect(asked('enterRoom')).toEqual([]);
    expect(world.peers).toHaveLength(2);
    expect(alice.log).toEqual(['entered', 'connected', 'bob entered', 'bob sends true false']);
    expect(bob.log).toEqual(['entered', 'alice entered', 'connected']);
  });

  test('tells in the lobby what it sends and wants', async () => {
    const [room] = await warm();
    room.setReceive({ audio: true, video: 'small', screen: false });
    await alice.media.open({ camera: true });
    await world.settle();
    expect(asked('setReceive')).toEqual([['alice', { audio: true, video: 'small', screen: false }]]);
    expect(asked('setMedia')).toEqual([['alice', { audio: false, video: true, screen: false }]]);
  });

  test('answers who enters as usual, before or after being taken in', async () => {
    const [first, second] = await warm();
    const early = first.enter();
    void bob.session.request('accept', { inviteId, data: '' });
    expect(await soon(early)).toMatchObject({ code: 0, data: expect.any(Number) });
    expect(await soon(second.enter())).toMatchObject({ code: 0 });
    expect(await soon(second.enter())).toMatchObject({ code: -3340 });
  });

  test('that is refused can still be entered', async () => {
    world.server.refusals.set('warmUp', 8010);
    const room = alice.room('r');
    expect(await soon(room.warmUp(inviteId))).toMatchObject({ code: 8010 });
    expect(world.peers[0]?.connectionState).toBe('closed');
    expect(await soon(room.enter())).toMatchObject({ code: 0 });
    expect(alice.log).toEqual(['entered', 'connected']);
  });

  test('enters by itself when nobody takes it in', async () => {
    const [room] = await warm();
    const entering = room.enter();
    await world.pass(5_000);
    expect(await entering).toMatchObject({ code: 0 });
    expect(alice.log).toEqual(['entered', 'connected']);
  });

  test('warms up again on another socket', async () => {
    await warm();
    world.server.cut('alice');
    await world.pass(1_000);
    expect(asked('warmUp')).toHaveLength(3);
    void bob.session.request('accept', { inviteId, data: '' });
    await world.settle();
    expect(alice.log).toContain('entered');
    expect(asked('enterRoom')).toEqual([]);
  });

  test('that was accepted while the socket was gone is in the room with the next login', async () => {
    await warm();
    world.server.cut('alice');
    // As if the server had still known the lobby: it took alice in, and could not say so.
    world.server.rooms.set('r', [
      { userId: 'alice', device: 'alice-1', audio: false, video: false, screen: false, held: false },
      { userId: 'bob', device: 'bob-1', audio: true, video: false, screen: false, held: false },
    ]);
    await world.pass(1_000);
    expect(alice.log).toEqual(['entered', 'bob entered', 'bob sends true false', 'connected']);
    expect(asked('warmUp')).toHaveLength(2);
    expect(asked('exitRoom')).toEqual([]);
  });

  test('that is left before the acceptance never enters', async () => {
    const [room] = await warm();
    const entering = room.enter();
    await soon(room.exit());
    expect(await entering).toMatchObject({ code: -3301 });
    void bob.session.request('accept', { inviteId, data: '' });
    await world.settle();
    expect(alice.log).toEqual([]);
    expect(asked('exitRoom')).toEqual([['alice', {}]]);
  });

  test('whose media never comes up is entered the usual way', async () => {
    world.mediaDown = true;
    const room = alice.room('r');
    void room.warmUp(inviteId);
    await world.pass(31_000);
    expect(alice.log).toEqual([]);
    world.mediaDown = false;
    expect(await soon(room.enter())).toMatchObject({ code: 0 });
  });
});

describe('a room on hold', () => {
  let [alice, bob]: [Guest, Guest] = [undefined as never, undefined as never];
  let room: Room;
  beforeEach(async () => {
    alice = await guest('alice');
    bob = await guest('bob');
    await alice.media.open({ microphone: true });
    room = alice.room('a');
    await soon(room.enter());
    await soon(bob.room('a').enter());
    bob.log.length = 0;
  });

  test('keeps the place, and neither sends nor receives', async () => {
    expect(await soon(room.hold())).toMatchObject({ code: 0 });
    expect(room.held).toBe(true);
    expect(bob.log).toEqual(['alice holds', 'alice sends false false']);
    expect(world.peers[0]?.connectionState).toBe('closed');
  });

  test('is gone back to, and nobody entered or left meanwhile', async () => {
    await soon(room.hold());
    alice.log.length = 0;
    expect(await soon(room.resume())).toMatchObject({ code: 0 });
    expect(bob.log.slice(2)).toEqual(['alice is back', 'alice sends true false']);
    expect(alice.log).toEqual(['connected']);
    expect(room.held).toBe(false);
  });

  test('lets another room be entered, and each hears of its own people', async () => {
    await soon(room.hold());
    const other = alice.room('b');
    const carol = await guest('carol');
    expect(await soon(other.enter())).toMatchObject({ code: 0 });
    await soon(carol.room('b').enter());
    await bob.media.open({ microphone: true });
    await world.settle();
    expect([room.users, other.users]).toEqual([['bob'], ['carol']]);
    expect(room.sends('bob')).toMatchObject({ audio: true });
    world.server.say('alice', 'userLeft', { userId: 'carol', reason: 0 });
    world.server.leave('bob', 0);
    world.server.say('bob', 'nothing', {});
    await world.settle();
    expect([room.users, other.users]).toEqual([[], []]);
  });

  test('is left by its name', async () => {
    await soon(room.hold());
    await soon(room.exit());
    expect(asked('exitRoom')).toEqual([['alice', { strRoomId: 'a' }]]);
    expect(bob.log.at(-1)).toBe('alice left 0');
  });

  test('tells when it is back of those who left unheard', async () => {
    await soon(room.hold());
    world.server.rooms.set(
      'a',
      (world.server.rooms.get('a') ?? []).filter(({ userId }) => userId !== 'bob'),
    );
    await soon(room.resume());
    expect(alice.log.at(-2)).toBe('bob left 0');
  });

  test('stays on hold when it cannot be gone back to', async () => {
    await soon(room.hold());
    world.server.refusals.set('enterRoom', 6012);
    expect(await soon(room.resume())).toMatchObject({ code: 6012 });
    expect(room.held).toBe(true);
    world.server.refusals.clear();
    expect(await soon(room.resume())).toMatchObject({ code: 0 });
  });

  test('cannot be what was not entered, or is on hold already', async () => {
    expect(await alice.room('c').hold()).toMatchObject({ code: -102005 });
    expect(await room.resume()).toMatchObject({ code: -102005 });
    await soon(room.hold());
    expect(await room.hold()).toMatchObject({ code: -102005 });
  });

  test('ends when the server has lost it', async () => {
    await soon(room.hold());
    world.server.restart();
    await world.pass(2_000);
    expect(alice.log.at(-1)).toBe('ended lost');
  });
});

test('a room on hold that is dissolved has ended, and the current one has not', async () => {
  const [alice, bob] = [await guest('alice'), await guest('bob')];
  const [held, current] = [alice.room('a'), alice.room('b')];
  await soon(held.enter());
  await soon(bob.room('a').enter());
  await soon(held.hold());
  await soon(current.enter());
  alice.log.length = 0;
  world.server.say('alice', 'roomExited', { strRoomId: 'a', reason: 2 });
  await world.settle();
  expect(alice.log).toEqual(['ended dissolved']);
  expect(current.connected).toBe(true);
});

test('a warm device whose place is taken enters the usual way, and hears why not', async () => {
  const [alice] = [await guest('alice'), await guest('bob')];
  const room = alice.room('r');
  await soon(room.warmUp(await ring(alice, 'bob')));
  const entering = room.enter();
  world.server.refusals.set('enterRoom', -102052);
  world.server.say('alice', 'roomExited', { reason: 1 });
  expect(await soon(entering)).toMatchObject({ code: -102052 });
});

test('two whose server restarts have been together since they first met', async () => {
  world.server.late = 0;
  const [alice, bob] = [await guest('alice'), await guest('bob')];
  const [hers, his] = [alice.room('r'), bob.room('r')];
  await soon(hers.enter());
  await soon(his.enter());
  const met = world.now;
  await world.pass(5_000);
  world.server.restart();
  await world.pass(5_000);
  expect(asked('enterRoom')).toHaveLength(4);
  expect([hers.together, his.together]).toEqual([met, met]);
});

describe('what is told of oneself', () => {
  test('is said with the entry, and wishes after each', async () => {
    const alice = await guest('alice');
    await alice.media.open({ microphone: true, camera: true });
    const room = alice.room('r');
    room.setReceive({ audio: false, video: 'none', screen: true });
    await soon(room.enter());
    expect(asked('enterRoom')).toMatchObject([['alice', { media: { audio: true, video: true, screen: false } }]]);
    expect(asked('setMedia')).toEqual([]);
    expect(asked('setReceive')).toHaveLength(1);
    world.server.restart();
    await world.pass(2_000);
    expect(asked('enterRoom')).toHaveLength(2);
    expect(asked('setReceive')).toHaveLength(2);
  });

  test('a change while the entry is under way is told after it', async () => {
    const alice = await guest('alice');
    const room = alice.room('r');
    const entering = room.enter();
    void alice.media.open({ microphone: true });
    await soon(entering);
    expect(asked('enterRoom')).toMatchObject([['alice', { media: { audio: false } }]]);
    expect(asked('setMedia')).toEqual([['alice', { audio: true, video: false, screen: false }]]);
  });
});
