// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call } from '../src/call/types.js';
import { refused } from '../src/result.js';
import { watch, World, type Person } from './world.js';

let world: World;
let alice: Person;
let bob: Person;

beforeEach(async () => {
  world = new World();
  alice = await world.person('alice');
  bob = await world.person('bob');
});

afterEach(() => vi.unstubAllGlobals());

const ringing = async (media: 'video' | 'audio' = 'video'): Promise<[Call, Call]> => {
  const call = alice.client.call('bob', media);
  await world.settle();
  const [incoming] = bob.incoming;
  if (!incoming) throw new Error('It does not ring.');
  return [call, incoming];
};

const talking = async (media: 'video' | 'audio' = 'video'): Promise<[Call, Call]> => {
  const [call, incoming] = await ringing(media);
  void incoming.accept();
  await world.settle();
  return [call, incoming];
};

const requests = (user: string, method: string): number =>
  world.server.log.filter((line) => line === `${user} ${method}`).length;

describe('a video call', () => {
  test('rings, is accepted, and is talked in on both sides', async () => {
    const call = alice.client.call('bob', 'video');
    const seen = watch(call);
    await world.settle();
    expect(call.state).toEqual({ kind: 'ringing', delivered: true });
    expect(bob.incoming[0]).toMatchObject({ peer: 'alice', media: 'video', direction: 'incoming' });
    void bob.incoming[0]?.accept();
    await world.settle();
    expect(seen).toEqual(['inviting', 'ringing', 'connecting', 'talking']);
    expect(bob.client.currentCall?.state).toEqual({ kind: 'talking', since: world.now });
    expect(call.remote).toEqual({ audio: true, video: true, screen: false });
    expect(call.remoteStream?.getVideoTracks()).toHaveLength(1);
  });

  test('shows the own picture while it rings', async () => {
    const [call, incoming] = await ringing();
    expect(call.localStream?.getTracks().map(({ kind }) => kind)).toEqual(['audio', 'video']);
    expect(incoming.localStream?.getTracks().map(({ kind }) => kind)).toEqual(['audio', 'video']);
  });

  test('declares one picture of the camera: two would cost frames on a lossy network', async () => {
    await talking();
    for (const { transceivers } of world.peers) expect(transceivers[1]?.init.sendEncodings).toHaveLength(1);
  });

  test('offers audio, camera and screen, sending both ways, in one connection', async () => {
    await talking();
    const [peer] = world.peers;
    expect(world.peers).toHaveLength(2);
    expect(peer?.transceivers.map(({ kind, init }) => `${kind} ${init.direction}`)).toEqual([
      'audio sendrecv',
      'video sendrecv',
      'video sendrecv',
    ]);
    expect(peer?.sending).toEqual(['audio', 'video']);
  });

  test('is as long on both sides as the server’s two moments are apart, whoever hears of them when', async () => {
    world.server.late = 400;
    const [call, incoming] = await talking();
    const began = { kind: 'talking', since: world.now - 400 };
    expect([call.state, incoming.state]).toEqual([began, began]);
    await world.pass(60_000);
    world.server.late = 150;
    void call.hangUp();
    await world.settle();
    expect(call.state).toMatchObject({ side: 'local', talkedMs: 60_250 });
    expect(incoming.state).toMatchObject({ side: 'remote', talkedMs: 60_250 });
  });

  test('is counted by the own clock with a server that tells no times', async () => {
    world.server.late = undefined;
    const [call, incoming] = await talking();
    expect(incoming.state).toEqual({ kind: 'talking', since: world.now });
    await world.pass(5_000);
    void incoming.hangUp();
    await world.settle();
    expect([call.state, incoming.state]).toMatchObject([{ talkedMs: 5_000 }, { talkedMs: 5_000 }]);
  });

  test('ends on both sides when one hangs up, and lets go of every device', async () => {
    const [call, incoming] = await talking();
    await world.pass(60_000);
    void call.hangUp();
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'hangup', side: 'local', talkedMs: 60_000 });
    expect(incoming.state).toMatchObject({ reason: 'hangup', side: 'remote', message: 'alice ended the call.' });
    expect([...alice.devices.live, ...bob.devices.live]).toEqual([]);
    expect(world.peers.map(({ connectionState }) => connectionState)).toEqual(['closed', 'closed']);
    expect([alice.client.currentCall, bob.client.currentCall]).toEqual([undefined, undefined]);
    expect(world.server.rooms.size).toBe(0);
  });

  test('tells the other side of a mute and of a camera that is off', async () => {
    const [call, incoming] = await talking();
    call.setMuted(true);
    await call.setCamera(false);
    await world.settle();
    expect(incoming.remote).toEqual({ audio: false, video: false, screen: false });
    expect(incoming.remoteStream?.getVideoTracks()).toHaveLength(0);
    expect(alice.devices.live).toEqual(['audio']);
    await call.setCamera(true);
    call.setMuted(false);
    await world.settle();
    expect(incoming.remote).toEqual({ audio: true, video: true, screen: false });
    expect(world.peers.every(({ restarts }) => restarts === 0)).toBe(true);
    expect(requests('alice', 'warmUp') + requests('alice', 'enterRoom')).toBe(1);
  });

  test('tells the network quality every two seconds', async () => {
    const [call] = await talking();
    world.server.say('alice', 'networkQuality', {
      local: { userId: '', quality: 2, rtt: 40, upLoss: 1 },
      remote: [{ userId: 'bob', quality: 3, downLoss: 4 }],
    });
    await world.pass(2_000);
    expect(call.quality).toEqual({ local: 2, remote: 3, rtt: 40, upLoss: 1, downLoss: 4 });
    await world.pass(10_000);
    expect(call.quality.rtt).toBe(0);
  });
});

describe('a voice call', () => {
  test('opens no camera, and can turn one on later without a new offer', async () => {
    const [call, incoming] = await talking('audio');
    expect([...alice.devices.live, ...bob.devices.live]).toEqual(['audio', 'audio']);
    await call.setCamera(true);
    await world.settle();
    expect(incoming.remote.video).toBe(true);
    expect(requests('alice', 'restartIce') + requests('alice', 'enterRoom')).toBe(0);
  });
});

describe('a call that does not come about', () => {
  test('is declined', async () => {
    const [call, incoming] = await ringing();
    const answer = incoming.reject();
    await world.settle();
    expect(await answer).toMatchObject({ code: 0 });
    expect(call.state).toMatchObject({ reason: 'reject', side: 'remote' });
    expect(bob.devices.live).toEqual([]);
  });

  test('is cancelled', async () => {
    const [call, incoming] = await ringing();
    void call.cancel();
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'canceled', side: 'local' });
    expect(incoming.state).toMatchObject({ reason: 'canceled', side: 'remote' });
  });

  test('is cancelled before the server has even confirmed it', async () => {
    const call = alice.client.call('bob', 'video');
    void call.cancel();
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'canceled' });
    expect(bob.incoming[0]?.state).toMatchObject({ reason: 'canceled' });
  });

  test('is not answered', async () => {
    const [call, incoming] = await ringing();
    await world.pass(30_000);
    expect(call.state).toMatchObject({ reason: 'noResponse', message: 'bob did not answer.' });
    expect(incoming.state).toMatchObject({ reason: 'noResponse', message: 'You missed a call from alice.' });
  });

  test('rings nowhere', async () => {
    const call = alice.client.call('carol', 'audio', { timeout: 5 });
    await world.pass(5_000);
    expect(call.state).toMatchObject({ reason: 'offline' });
  });

  test('meets somebody who is in another call', async () => {
    await talking();
    const carol = await world.person('carol');
    const call = carol.client.call('bob', 'audio');
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'lineBusy', side: 'remote' });
    expect(bob.incoming).toHaveLength(1);
  });

  test('is refused here when one is in a call already', async () => {
    await talking();
    const second = alice.client.call('carol', 'audio');
    expect(second.state).toMatchObject({ reason: 'lineBusy', side: 'local' });
    expect(alice.client.currentCall?.peer).toBe('bob');
  });

  test('has no microphone', async () => {
    alice.devices.microphone = refused(-1317, 'The microphone is not allowed.');
    const call = alice.client.call('bob', 'video');
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'deviceError', message: 'The microphone is not allowed.' });
    expect(bob.incoming[0]?.state).toMatchObject({ reason: 'canceled' });
    expect(alice.devices.live).toEqual([]);
  });

  test('goes on without a camera, and says so', async () => {
    bob.devices.camera = refused(-1316, 'The camera is in use.');
    const [, incoming] = await talking();
    expect(incoming.state.kind).toBe('talking');
    expect(incoming.cameraOn).toBe(false);
    expect(incoming.deviceProblem).toMatchObject({ code: -1316 });
  });

  test('is wrongly handled without harm', async () => {
    const [call, incoming] = await ringing();
    expect(await call.accept()).toMatchObject({ code: 6017 });
    expect(await incoming.cancel()).toMatchObject({ code: 6017 });
    expect(call.state.kind).toBe('ringing');
  });
});

describe('two devices of one person', () => {
  test('ring together, and stop when one of them answers', async () => {
    const other = await world.person('bob', 'bob-2');
    await talking();
    expect(other.incoming[0]?.state).toMatchObject({ reason: 'otherDeviceAccepted' });
    expect(bob.client.currentCall?.state.kind).toBe('talking');
  });

  test('stop when one of them declines', async () => {
    const other = await world.person('bob', 'bob-2');
    const [, incoming] = await ringing();
    void incoming.reject();
    await world.settle();
    expect(other.incoming[0]?.state).toMatchObject({ reason: 'otherDeviceReject' });
  });
});

describe('two who call each other at once', () => {
  test('end up in one call', async () => {
    const fromAlice = alice.client.call('bob', 'video');
    const fromBob = bob.client.call('alice', 'audio');
    await world.settle();
    expect([fromAlice.state.kind, fromBob.state.kind]).toEqual(['talking', 'talking']);
    expect(fromBob.inviteId).toBe(fromAlice.inviteId);
    expect(world.server.rooms.size).toBe(1);
    expect([alice.incoming, bob.incoming]).toEqual([[], []]);
    expect(bob.devices.live).toEqual(['audio']);
  });

  test('calling who is calling answers', async () => {
    const [, incoming] = await ringing();
    expect(bob.client.call('alice', 'video')).toBe(incoming);
    await world.settle();
    expect(incoming.state.kind).toBe('talking');
  });
});

describe('when the sockets break', () => {
  test('a call is talked in on', async () => {
    const [call, incoming] = await talking();
    world.server.cut('alice');
    world.server.cut('bob');
    await world.settle();
    expect(alice.client.connection).toBe('reconnecting');
    await world.pass(1_000);
    expect(alice.client.connection).toBe('online');
    expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
    expect(requests('alice', 'enterRoom')).toBe(0);
  });

  test('a hang-up during the gap is told after it', async () => {
    const [call, incoming] = await talking();
    world.server.cut('alice');
    await world.settle();
    void incoming.hangUp();
    await world.pass(1_000);
    expect(call.state).toMatchObject({ reason: 'hangup', side: 'remote' });
  });

  test('hanging up without a connection ends here at once and there later', async () => {
    const [call, incoming] = await talking();
    world.server.cut('alice');
    await world.settle();
    void call.hangUp();
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'hangup', side: 'local' });
    await world.pass(1_000);
    expect(incoming.state).toMatchObject({ reason: 'hangup', side: 'remote' });
  });

  test('a call made during the gap rings after it', async () => {
    world.server.cut('alice');
    await world.settle();
    const call = alice.client.call('bob', 'audio');
    await world.pass(1_000);
    expect(call.state).toEqual({ kind: 'ringing', delivered: true });
  });

  test('an answer that was lost on the way is found after it', async () => {
    const [call, incoming] = await ringing();
    world.server.deaf = 'bob';
    void incoming.accept();
    await world.settle();
    world.server.deaf = undefined;
    world.server.cut('bob');
    await world.pass(1_000);
    expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
  });

  test('a call that was cancelled meanwhile stops ringing', async () => {
    const [call, incoming] = await ringing();
    world.server.cut('bob');
    void call.cancel();
    await world.pass(1_000);
    expect(incoming.state).toMatchObject({ reason: 'canceled', side: 'remote' });
  });

  test('a server that forgot everything is entered again by both', async () => {
    const [call, incoming] = await talking();
    world.server.restart();
    await world.pass(2_000);
    expect([call.state.kind, incoming.state.kind]).toEqual(['talking', 'talking']);
    expect(world.server.rooms.size).toBe(1);
    expect(world.peers).toHaveLength(4);
    void call.hangUp();
    await world.settle();
    expect(incoming.state).toMatchObject({ reason: 'hangup' });
  });

  test('a server that lost only us ends the call when the other side does not return', async () => {
    const [call] = await talking();
    bob.client.on('connection', () => {});
    world.server.rooms.clear();
    world.server.cut('alice');
    await world.pass(1_000);
    expect(call.state.kind).toBe('talking');
    await world.pass(10_000);
    expect(call.state).toMatchObject({ reason: 'connectionLost' });
  });
});

describe('when media breaks', () => {
  test('it is repaired by an ICE restart, and the call goes on', async () => {
    const [call] = await talking();
    world.mediaDown = true;
    world.peers[0]?.become('disconnected');
    await world.pass(1_400);
    expect(requests('alice', 'restartIce') + requests('bob', 'restartIce')).toBe(1);
    world.mediaDown = false;
    await world.pass(5_000);
    expect(call.state.kind).toBe('talking');
    expect(world.peers[0]?.connectionState).toBe('connected');
  });

  test('another network restarts at once; another tab in front does not', async () => {
    await talking();
    alice.notice('page');
    await world.settle();
    expect(requests('alice', 'restartIce')).toBe(0);
    alice.notice('network');
    await world.settle();
    expect(requests('alice', 'restartIce')).toBe(1);
  });

  test('for good, the call ends and says so', async () => {
    const [call, incoming] = await talking();
    world.mediaDown = true;
    for (const peer of world.peers) peer.become('failed');
    await world.pass(8_000);
    expect(call.quality).toMatchObject({ local: 6, remote: 6 });
    await world.pass(30_000);
    const ends = [call.state, incoming.state];
    expect(ends).toContainEqual(
      expect.objectContaining({ reason: 'connectionLost', message: 'The connection was lost.' }),
    );
    expect(ends.map(({ kind }) => kind)).toEqual(['ended', 'ended']);
  });

  test('on the other side, the call ends and names it', async () => {
    const [call] = await talking();
    world.server.leave('bob', 1);
    world.server.say('x', 'userSigExpired', {});
    await world.settle();
    expect(call.state).toMatchObject({ reason: 'connectionLost', message: 'bob lost the connection.' });
  });

  test('a camera that is pulled out is reported, and the call goes on', async () => {
    const [call, incoming] = await talking();
    alice.devices.opened.find(({ kind }) => kind === 'video')?.unplug();
    await world.settle();
    expect(call.cameraOn).toBe(false);
    expect(call.deviceProblem).toMatchObject({ code: -1316 });
    expect(incoming.remote.video).toBe(false);
  });
});

describe('races', () => {
  test('a cancel that came too late hangs up on who answered', async () => {
    const [call, incoming] = await ringing();
    void incoming.accept();
    void call.cancel();
    await world.pass(6_000);
    expect(call.state).toMatchObject({ side: 'local' });
    expect(incoming.state).toMatchObject({ kind: 'ended', side: 'remote' });
    expect(world.server.rooms.size).toBe(0);
    expect([...alice.devices.live, ...bob.devices.live]).toEqual([]);
  });

  test('hanging up while the room is being entered leaves it', async () => {
    const [call, incoming] = await ringing();
    void incoming.accept();
    call.on('change', () => {
      if (call.state.kind === 'connecting') void call.hangUp();
    });
    await world.pass(6_000);
    expect(call.state).toMatchObject({ reason: 'hangup', side: 'local' });
    expect(incoming.state).toMatchObject({ reason: 'hangup', side: 'remote' });
    expect(world.server.rooms.size).toBe(0);
  });
});

describe('the session around a call', () => {
  test('being kicked ends it', async () => {
    const [call] = await talking();
    const reasons: string[] = [];
    alice.client.on('kicked', (reason) => reasons.push(reason));
    world.server.say('alice', 'kickedOffline', { reason: 'multipleDevice' });
    await world.settle();
    expect(reasons).toEqual(['multipleDevice']);
    expect(alice.client.connection).toBe('kicked');
    expect(call.state).toMatchObject({ reason: 'endByServer', side: 'server' });
    expect(alice.devices.live).toEqual([]);
  });

  test('logging out hangs up first', async () => {
    const [, incoming] = await talking();
    void alice.client.logout();
    await world.settle();
    expect(incoming.state).toMatchObject({ reason: 'hangup', side: 'remote' });
    expect(alice.client.connection).toBe('offline');
  });

  test('a page that goes away hangs up', async () => {
    const [, incoming] = await talking();
    const gone = new Event('pagehide');
    window.dispatchEvent(gone);
    await world.settle();
    expect(incoming.state).toMatchObject({ kind: 'ended' });
  });

  test('a login the server refuses is a value', async () => {
    world.server.refuseLogin = 70009;
    const carol = await world.person('carol');
    expect(carol.client.connection).toBe('offline');
    const answer = carol.client.login();
    await world.settle();
    expect(await answer).toEqual({ code: 70009, desc: 'No.' });
  });

  test('a call without a sign-in ends with a reason', async () => {
    world.server.refuseLogin = 70009;
    const carol = await world.person('carol');
    const call = carol.client.call('bob', 'audio');
    await world.settle();
    expect(call.state).toMatchObject({ kind: 'ended', reason: 'connectionLost' });
  });

  test('a listener that throws disturbs nobody', async () => {
    const thrown: unknown[] = [];
    vi.stubGlobal('reportError', (error: unknown) => thrown.push(error));
    bob.client.on('incoming', () => {
      throw new Error('The app is broken.');
    });
    const [call] = await ringing();
    expect(call.state).toEqual({ kind: 'ringing', delivered: true });
    expect(thrown).toHaveLength(1);
  });
});
