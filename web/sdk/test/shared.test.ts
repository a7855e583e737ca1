// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test } from 'vitest';
import type { Result } from '../src/result.js';
import type { Platform } from '../src/session/platform.js';
import { acquireSession, type AcquireOptions, type SharedSession } from '../src/session/shared.js';
import { World } from './world.js';

let world: World;
let platform: Platform;
let asked: string[];
beforeEach(() => {
  world = new World();
  platform = world.platform();
  asked = [];
});

const hold = (who: string, options: Partial<AcquireOptions> = {}): SharedSession =>
  acquireSession({
    server: 'http://duet.test',
    sdkAppId: 1,
    userId: 'alice',
    platform,
    userSigProvider: () => {
      asked.push(who);
      return Promise.resolve('sig');
    },
    ...options,
  });

async function outcome(of: Promise<Result>): Promise<Result> {
  await world.settle();
  return of;
}

const logins = (): string[] => world.server.log.filter((line) => line.endsWith('login'));

describe('a session that several hold', () => {
  test('is one login, and both learn that it succeeded', async () => {
    const [first, second] = [hold('a'), hold('b')];
    expect(second.session).toBe(first.session);
    expect(await outcome(first.signedIn)).toEqual({ code: 0, desc: 'ok' });
    expect(await second.signedIn).toMatchObject({ code: 0 });
    expect(logins()).toHaveLength(1);
  });

  test('ends with the last of them, and only then', async () => {
    const [first, second] = [hold('a'), hold('b')];
    await world.settle();
    void first.release();
    void first.release();
    await world.settle();
    expect(first.session.online).toBe(true);
    const left = second.release();
    await world.settle();
    await left;
    expect(first.session.current.kind).toBe('signedOut');
    expect(world.server.log.at(-1)).toBe('alice logout');
    expect(hold('c').session).not.toBe(first.session);
  });

  test('is not shared between users, apps, servers or tabs', () => {
    const { session } = hold('a');
    const others: Partial<AcquireOptions>[] = [
      { userId: 'bob' },
      { sdkAppId: 2 },
      { server: 'http://other.test' },
      { platform: world.platform() },
    ];
    for (const other of others) expect(hold('b', other).session).not.toBe(session);
  });

  test('asks whoever can give another ticket when the server calls the first expired', async () => {
    hold('static', { renewable: false });
    hold('renewing');
    hold('late', { renewable: false });
    await world.settle();
    world.server.say('alice', 'userSigExpired', {});
    await world.settle();
    expect(asked.at(-1)).toBe('renewing');
    expect(logins()).toHaveLength(2);
  });

  test('asks nobody when the one who could has let go', async () => {
    const first = hold('renewing');
    const second = hold('static', { renewable: false });
    await world.settle();
    void first.release();
    world.server.say('alice', 'userSigExpired', {});
    await world.pass(60_000);
    expect(second.session.current).toMatchObject({ kind: 'signedOut', why: { code: 70001 } });
    expect(logins()).toHaveLength(1);
  });
});

describe('signing in again', () => {
  test('after an expired ticket goes on in the same session, which knows its room', async () => {
    const first = hold('a', { renewable: false });
    await world.settle();
    void first.session.request('enterRoom', { strRoomId: 'r', scene: 'videoCall', sdp: 'x' });
    await world.settle();
    const seen: string[] = [];
    first.session.on('notice', ({ method }) => seen.push(method));
    world.server.say('alice', 'userSigExpired', {});
    await world.settle();
    expect(first.session.current.kind).toBe('signedOut');
    world.server.refuseLogin = undefined;
    const second = hold('b');
    expect(second.session).toBe(first.session);
    expect(await outcome(second.signedIn)).toMatchObject({ code: 0 });
    expect(seen).toEqual(['userSigExpired']);
    expect(world.server.log).not.toContain('alice exitRoom');
  });

  test('after a kick is possible', async () => {
    const first = hold('a');
    await world.settle();
    world.server.say('alice', 'kickedOffline', { reason: 'multipleDevice' });
    await world.settle();
    expect(first.session.current.kind).toBe('kicked');
    expect(await outcome(hold('b').signedIn)).toMatchObject({ code: 0 });
    expect(first.session.online).toBe(true);
  });

  test('a login that is let go of is told that it was interrupted', async () => {
    const held = hold('a');
    void held.release();
    expect(await outcome(held.signedIn)).toMatchObject({ code: 7009 });
  });
});

test.each(['nonsense', 'file:///etc', 'javascript:0', ''])('the server %j is refused without a try', async (server) => {
  const held = hold('a', { server });
  expect(await held.signedIn).toMatchObject({ code: 6017 });
  expect(await held.session.request('logout', {})).toMatchObject({ code: 6014 });
  await held.release();
  expect(world.server.log).toEqual([]);
});
