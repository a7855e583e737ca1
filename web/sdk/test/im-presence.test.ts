// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test } from 'vitest';
import { UserStatusType } from '../src/index.js';
import type { UserStatus } from '../src/wire/frames.js';
import { signedIn, soon, type Side } from './im.js';
import { No } from './server.js';
import { World } from './world.js';

/** Who is online, and who wants to know, as the wire has it. */
class Statuses {
  readonly now = new Map<string, UserStatus>();
  readonly subscribers = new Map<string, Set<string>>();
  /** Every presence request, as `method users`. */
  readonly asked: string[] = [];

  constructor(private readonly world: World) {
    const { others } = world.server;
    const by = (method: string, answer: (user: string, userIds: string[]) => object): void => {
      others[method] = (user, params) => {
        const { userIds } = params as { userIds: string[] };
        this.asked.push(`${method} ${userIds.length}`);
        return answer(user, userIds);
      };
    };
    by('getUserStatus', (_, userIds) => ({ statuses: userIds.map((userId) => this.of(userId)) }));
    by('subscribeUserStatus', (user, userIds) => {
      if (userIds.includes(user)) throw new No(6017);
      this.subscribers.set(user, new Set([...(this.subscribers.get(user) ?? []), ...userIds]));
      return {};
    });
    by('unsubscribeUserStatus', (user, userIds) => {
      const left = [...(this.subscribers.get(user) ?? [])].filter(
        (each) => userIds.length > 0 && !userIds.includes(each),
      );
      this.subscribers.set(user, new Set(left));
      return {};
    });
    others['setSelfStatus'] = (user, params) => {
      const { customStatus } = params as { customStatus: string };
      if (customStatus.length > 100) throw new No(-32602);
      this.become({ userId: user, status: 1, customStatus });
      return {};
    };
  }

  of(userId: string): UserStatus {
    return this.now.get(userId) ?? { userId, status: 3, customStatus: '' };
  }

  become(status: UserStatus): void {
    this.now.set(status.userId, status);
    for (const [user, wanted] of this.subscribers) {
      if (wanted.has(status.userId)) this.world.server.say(user, 'userStatusChanged', { statuses: [status] });
    }
  }
}

let world: World;
let statuses: Statuses;
let alice: Side;
beforeEach(async () => {
  world = new World();
  statuses = new Statuses(world);
  alice = await signedIn(world, 'alice');
});

const changed = (...all: [userID: string, statusType: number, customStatus?: string][]): string =>
  `onUserStatusChanged(${JSON.stringify(
    all.map(([userID, statusType, customStatus = '']) => ({ userID, statusType, customStatus })),
  )})`;

describe('asking', () => {
  test('says what each is doing', async () => {
    statuses.become({ userId: 'bob', status: UserStatusType.online, customStatus: 'busy' });
    expect(await soon(world, alice.im.getUserStatus({ userIDList: ['bob', 'eve', 'bob'] }))).toEqual({
      code: 0,
      desc: 'ok',
      data: [
        { userID: 'bob', statusType: 1, customStatus: 'busy' },
        { userID: 'eve', statusType: 3, customStatus: '' },
      ],
    });
  });

  test('for more than the wire takes is refused without asking', async () => {
    const many = Array.from({ length: 501 }, (_, i) => `u${i}`);
    expect(await alice.im.getUserStatus({ userIDList: many })).toMatchObject({ code: 6017 });
    expect(await alice.im.subscribeUserStatus({ userIDList: many.slice(400) })).toMatchObject({ code: 6017 });
    expect(await alice.im.unsubscribeUserStatus({ userIDList: many.slice(400) })).toMatchObject({ code: 6017 });
    expect(statuses.asked).toEqual([]);
    expect(await soon(world, alice.im.getUserStatus({ userIDList: many.slice(1) }))).toMatchObject({ code: 0 });
  });

  test('too often is refused by the server', async () => {
    world.server.others['getUserStatus'] = () => {
      throw new No(7008);
    };
    expect(await soon(world, alice.im.getUserStatus({ userIDList: ['bob'] }))).toEqual({ code: 7008, desc: 'No.' });
  });

  test('a server without presence does not offer it', async () => {
    world.server.others['getUserStatus'] = () => {
      throw new No(-32601);
    };
    expect(await soon(world, alice.im.getUserStatus({ userIDList: ['bob'] }))).toMatchObject({ code: 7013 });
  });
});

describe('a subscription', () => {
  test('tells each change until it is taken back', async () => {
    expect(await soon(world, alice.im.subscribeUserStatus({ userIDList: ['bob', 'eve'] }))).toEqual({
      code: 0,
      desc: 'ok',
    });
    statuses.become({ userId: 'bob', status: 1, customStatus: '' });
    statuses.become({ userId: 'zoe', status: 1, customStatus: '' });
    await world.settle();
    expect(alice.news()).toEqual([changed(['bob', 1])]);
    await soon(world, alice.im.unsubscribeUserStatus({ userIDList: ['bob'] }));
    statuses.become({ userId: 'bob', status: 2, customStatus: '' });
    statuses.become({ userId: 'eve', status: 1, customStatus: 'here' });
    await world.settle();
    expect(alice.news()).toEqual([changed(['eve', 1, 'here'])]);
    await soon(world, alice.im.unsubscribeUserStatus({ userIDList: [] }));
    statuses.become({ userId: 'eve', status: 2, customStatus: '' });
    await world.settle();
    expect(alice.news()).toEqual([]);
  });

  test('to oneself is refused', async () => {
    expect(await soon(world, alice.im.subscribeUserStatus({ userIDList: ['alice'] }))).toMatchObject({ code: 6017 });
  });

  test('is repeated after a gap, and what changed in it is told, and nothing else', async () => {
    await soon(world, alice.im.subscribeUserStatus({ userIDList: ['bob', 'eve', 'zoe'] }));
    statuses.become({ userId: 'bob', status: 1, customStatus: '' });
    statuses.become({ userId: 'eve', status: 1, customStatus: '' });
    statuses.become({ userId: 'zoe', status: 1, customStatus: '' });
    await soon(world, alice.im.unsubscribeUserStatus({ userIDList: ['zoe'] }));
    alice.news();
    world.server.cut('alice');
    statuses.subscribers.delete('alice');
    statuses.become({ userId: 'eve', status: 2, customStatus: '' });
    await world.pass(1_000);
    expect(alice.news()).toEqual(['onConnecting()', 'onConnectSuccess()', changed(['eve', 2])]);
    expect(statuses.subscribers.get('alice')).toEqual(new Set(['bob', 'eve']));
  });

  test('to many is repeated in pieces that the wire takes', async () => {
    for (const from of [0, 100, 200]) {
      const userIDList = Array.from({ length: 100 }, (_, i) => `u${from + i}`);
      await soon(world, alice.im.subscribeUserStatus({ userIDList }));
    }
    statuses.asked.splice(0);
    world.server.cut('alice');
    await world.pass(1_000);
    expect(statuses.asked).toEqual([...Array<string>(3).fill('subscribeUserStatus 100'), 'getUserStatus 300']);
  });

  test('goes with a logout', async () => {
    await soon(world, alice.im.subscribeUserStatus({ userIDList: ['bob'] }));
    await soon(world, alice.im.logout());
    statuses.asked.splice(0);
    await soon(world, alice.im.login({ userID: 'alice', userSig: 'sig' }));
    expect(statuses.asked).toEqual([]);
  });
});

describe('the own custom status', () => {
  test('is seen by others and told to the own other devices', async () => {
    const bob = await signedIn(world, 'bob');
    await soon(world, bob.im.subscribeUserStatus({ userIDList: ['alice'] }));
    expect(await soon(world, alice.im.setSelfStatus({ status: 'at lunch' }))).toEqual({ code: 0, desc: 'ok' });
    await world.settle();
    expect(bob.news()).toEqual([changed(['alice', 1, 'at lunch'])]);
    world.server.say('alice', 'userStatusChanged', {
      statuses: [{ userId: 'alice', status: 1, customStatus: 'back' }],
    });
    await world.settle();
    expect(alice.news()).toEqual([changed(['alice', 1, 'back'])]);
  });

  test('that is too long is a wrong parameter', async () => {
    expect(await soon(world, alice.im.setSelfStatus({ status: 'x'.repeat(101) }))).toMatchObject({ code: 6017 });
  });
});
