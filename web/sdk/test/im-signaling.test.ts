// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test } from 'vitest';
import { OfflinePushInfo, SignalingActionType, SignalingListener, type SignalingInfo } from '../src/index.js';
import { signedIn, soon, type Side } from './im.js';
import { World } from './world.js';

let world: World;
let alice: Side;
let bob: Side;
beforeEach(async () => {
  world = new World();
  alice = await signedIn(world, 'alice');
  bob = await signedIn(world, 'bob');
});

const signaling = ({ im }: Side): ReturnType<Side['im']['getSignalingManager']> => im.getSignalingManager();

async function invite(params: object = {}): Promise<string> {
  const { code, data } = await soon(world, signaling(alice).invite({ invitee: 'bob', data: 'd', ...params }));
  expect(code).toBe(0);
  bob.news();
  return data ?? '';
}

describe('listeners', () => {
  test('are called in the order they came, the same one once', async () => {
    const log: string[] = [];
    const named = (name: string): SignalingListener =>
      new SignalingListener({ onReceiveNewInvitation: () => log.push(name) });
    const [first, second, gone] = [named('first'), named('second'), named('gone')];
    for (const listener of [first, second, gone, first]) signaling(bob).addSignalingListener({ listener });
    signaling(bob).removeSignalingListener({ listener: gone });
    await invite();
    expect(log).toEqual(['first', 'second']);
  });

  test('may be handed over by themselves too', async () => {
    const log: string[] = [];
    const listener = { onReceiveNewInvitation: () => log.push('told') };
    signaling(bob).addSignalingListener(listener);
    await invite();
    signaling(bob).removeSignalingListener(listener);
    await invite();
    expect(log).toEqual(['told']);
  });

  test('may take themselves off while they are told', async () => {
    const log: string[] = [];
    const once = new SignalingListener({
      onReceiveNewInvitation: () => {
        log.push('once');
        signaling(bob).removeSignalingListener({ listener: once });
      },
    });
    signaling(bob).addSignalingListener({ listener: once });
    signaling(bob).addSignalingListener({
      listener: new SignalingListener({ onReceiveNewInvitation: () => log.push('each') }),
    });
    await invite();
    await invite();
    expect(log).toEqual(['once', 'each', 'each']);
  });
});

describe('invite', () => {
  test('sends what was asked for, and 30 s by default', async () => {
    const seen: object[] = [];
    world.server.others['invite'] = (_, params) => {
      seen.push(params);
      return { inviteId: 'theirs', deadline: 1 };
    };
    const offlinePushInfo = new OfflinePushInfo({
      title: 'alice',
      desc: 'calls',
      ext: '{}',
      androidVIVOCategory: 'IM',
    });
    const answer = await soon(
      world,
      signaling(alice).invite({ invitee: 'bob', data: 'd', offlinePushInfo, inviteID: 'mine' }),
    );
    expect(answer).toEqual({ code: 0, desc: 'ok', data: 'theirs' });
    const push = { title: 'alice', desc: 'calls', ext: '{}', androidVIVOCategory: 'IM' };
    expect(seen).toEqual([
      { invitee: 'bob', data: 'd', timeout: 30, onlineUserOnly: false, inviteId: 'mine', offlinePushInfo: push },
    ]);
  });

  test('names the invitation even when it is refused', async () => {
    const { No } = await import('./server.js');
    world.server.others['invite'] = () => {
      throw new No(20007);
    };
    const answer = await soon(world, signaling(alice).invite({ invitee: 'bob', data: 'd', inviteID: 'mine' }));
    expect(answer).toMatchObject({ code: 20007, data: 'mine' });
    await soon(world, alice.im.logout());
    expect(await signaling(alice).invite({ invitee: 'bob', data: 'd', inviteID: 'mine' })).toMatchObject({
      code: 6014,
      data: 'mine',
    });
  });

  test('of nobody who can exist is refused with 20003', async () => {
    expect(await signaling(alice).invite({ invitee: 'no body', data: '' })).toMatchObject({ code: 20003 });
  });

  test('in a group is refused: calls are one-to-one', async () => {
    const group = { groupID: 'g', data: 'd' };
    expect(await signaling(alice).inviteInGroup({ ...group, inviteeList: ['bob'] })).toEqual({
      code: 7013,
      desc: expect.stringContaining('one-to-one') as string,
      data: '',
    });
    expect(await signaling(alice).inviteInGroup({ ...group, inviteeList: [] })).toMatchObject({ code: 6017 });
  });

  test('with more data than the wire takes is refused with 8001 and not sent', async () => {
    const before = world.server.log.length;
    const data = 'ä'.repeat(6_145);
    expect(await signaling(alice).invite({ invitee: 'bob', data })).toMatchObject({ code: 8001 });
    expect(await signaling(alice).cancel({ inviteID: 'i', data })).toMatchObject({ code: 8001 });
    expect(world.server.log).toHaveLength(before);
    await invite({ data: 'ä'.repeat(6_144) });
  });
});

describe('an answer', () => {
  test.each(['cancel', 'accept', 'reject', 'modifyInvitation'] as const)(
    '%s to nothing is refused with 8010',
    async (method) => {
      for (const inviteID of ['', 'unknown', 'not an id', 'x'.repeat(65)]) {
        const answer = signaling(bob)[method]({ inviteID, data: '' });
        expect(await soon(world, answer)).toMatchObject({ code: 8010 });
      }
    },
  );

  test('that the wire calls wrong is a wrong parameter', async () => {
    const { No } = await import('./server.js');
    world.server.others['accept'] = () => {
      throw new No(-32602);
    };
    expect(await soon(world, signaling(bob).accept({ inviteID: 'i' }))).toMatchObject({ code: 6017 });
  });

  test('that changes the data tells the invitee', async () => {
    const id = await invite();
    expect(await soon(world, signaling(alice).modifyInvitation({ inviteID: id, data: 'new' }))).toEqual({
      code: 0,
      desc: 'ok',
    });
    expect(bob.news()).toEqual([`onInvitationModified(${id}, new)`]);
  });
});

const told = (side: Side): string[] => side.news().filter((line) => line.startsWith('onInvitation'));
const timeout = (id: string): string[] => [`onInvitationTimeout(${id}, ["bob"])`];

describe('a timeout is told exactly once on each side', () => {
  test('when both are online', async () => {
    const id = await invite({ timeout: 5 });
    await world.pass(60_000);
    expect([told(alice), told(bob)]).toEqual([timeout(id), timeout(id)]);
  });

  test.each([
    ['before it', 1_000],
    ['just after it', 5_050],
  ])('when both lose their sockets %s', async (_, cutAfter) => {
    const id = await invite({ timeout: 5 });
    await world.pass(cutAfter);
    world.server.cut('alice');
    world.server.cut('bob');
    await world.pass(60_000);
    world.server.cut('alice');
    world.server.cut('bob');
    await world.pass(60_000);
    expect([told(alice), told(bob)]).toEqual([timeout(id), timeout(id)]);
  });

  test('when the server was restarted and has forgotten it', async () => {
    const id = await invite({ timeout: 5 });
    world.server.restart();
    await world.pass(60_000);
    expect([told(alice), told(bob)]).toEqual([timeout(id), timeout(id)]);
  });

  test('when the server says it twice', async () => {
    const id = await invite({ timeout: 5 });
    await world.pass(5_000);
    world.server.say('bob', 'invitationTimeout', { inviteId: id, inviteeList: ['bob'] });
    await world.settle();
    expect(told(bob)).toEqual(timeout(id));
  });

  test('and never after an answer', async () => {
    const id = await invite({ timeout: 5 });
    await soon(world, signaling(bob).accept({ inviteID: id }));
    world.server.cut('alice');
    world.server.cut('bob');
    await world.pass(60_000);
    world.server.say('bob', 'invitationTimeout', { inviteId: id, inviteeList: ['bob'] });
    await world.settle();
    expect([told(alice), told(bob)]).toEqual([[], []]);
  });

  test('and never without a time', async () => {
    world.server.others['invite'] = (_, params) => ({
      inviteId: (params as { inviteId: string }).inviteId,
      deadline: 0,
    });
    await invite({ timeout: 0 });
    await world.pass(3_600_000);
    expect([told(alice), told(bob)]).toEqual([[], []]);
  });

  test('also to who heard of none of it, being away', async () => {
    const open = bob.platform.openSocket.bind(bob.platform);
    bob.platform.openSocket = (_, events) => {
      world.later(() => events.closed());
      return { send: () => {}, close: () => {} };
    };
    world.server.cut('bob');
    const { data: id = '' } = await soon(world, signaling(alice).invite({ invitee: 'bob', data: 'd', timeout: 5 }));
    await world.pass(10_000);
    expect(told(bob)).toEqual([]);
    bob.platform.openSocket = open;
    await world.pass(30_000);
    expect(bob.news().filter((line) => !line.startsWith('onConnect'))).toEqual([
      `onReceiveNewInvitation(${id}, alice, , ["bob"], d)`,
      ...timeout(id),
    ]);
  });
});

const step = (id: string, actionType: number, data: string): SignalingInfo => ({
  inviteID: id,
  groupID: '',
  inviter: 'alice',
  inviteeList: ['bob'],
  data,
  timeout: 30,
  actionType,
  businessID: 1,
  isOnlineUserOnly: false,
});

describe('what an invitation says', () => {
  test.each(['accept', 'reject', 'cancel'] as const)('by its id is its latest step: %s', async (method) => {
    const id = await invite();
    const info = (): Promise<unknown> => soon(world, signaling(bob).getSignalingInfo({ msgID: id }));
    expect(await info()).toEqual({ code: 0, desc: 'ok', data: step(id, SignalingActionType.invite, 'd') });
    await soon(world, signaling(method === 'cancel' ? alice : bob)[method]({ inviteID: id, data: 'why' }));
    const action = SignalingActionType[`${method}Invite`];
    expect(await info()).toEqual({ code: 0, desc: 'ok', data: step(id, action, 'why') });
  });

  test('by its id after its time', async () => {
    const id = await invite();
    await world.pass(30_000);
    const { data } = await soon(world, signaling(alice).getSignalingInfo(id));
    expect(data).toEqual(step(id, SignalingActionType.inviteTimeout, ''));
  });

  test('by the message that carries it, as object and as JSON', async () => {
    const carrier = {
      businessID: 1,
      inviteID: 'i',
      inviter: 'alice',
      inviteeList: ['bob'],
      actionType: 4,
      data: 'no',
      timeout: 30,
      groupID: '',
      onlineUserOnly: true,
    };
    const info = { ...step('i', SignalingActionType.rejectInvite, 'no'), isOnlineUserOnly: true };
    expect((await signaling(bob).getSignalingInfo(carrier)).data).toEqual(info);
    expect((await signaling(bob).getSignalingInfo(JSON.stringify(carrier))).data).toEqual(info);
    expect((await signaling(bob).getSignalingInfo({ businessID: 1, inviteID: 'i' })).data).toMatchObject({
      inviteeList: [],
    });
  });

  test.each<string | object>([
    '{}',
    '[1]',
    '"text"',
    '{"businessID":2,"inviteID":"i"}',
    { businessID: 1, inviteID: '' },
    [],
  ])('%j is no signaling', async (message) => {
    const answer = await signaling(bob).getSignalingInfo(message);
    expect(answer.code).toBe(0);
    expect(answer.data).toBeUndefined();
  });

  test('of nobody is refused with 8010', async () => {
    expect(await soon(world, signaling(bob).getSignalingInfo('unknown'))).toMatchObject({ code: 8010 });
  });
});

const info = (inviteID: string): { info: SignalingInfo } => ({ info: { inviteID } as SignalingInfo });

async function unheard(): Promise<string> {
  // As if the word of it had been lost: the server knows it, this device does not.
  const tell = world.server.tell.bind(world.server);
  world.server.tell = (user, method, params) => {
    if (method !== 'newInvitation') tell(user, method, params);
  };
  const id = await invite();
  world.server.tell = tell;
  return id;
}

describe('an invitation learned from a push', () => {
  test('rings if it still rings, once, and is known from then on', async () => {
    const id = await unheard();
    expect(await soon(world, signaling(bob).addInvitedSignaling(info(id)))).toEqual({ code: 0, desc: 'ok' });
    expect(bob.news()).toEqual([`onReceiveNewInvitation(${id}, alice, , ["bob"], d)`]);
    expect(await signaling(bob).addInvitedSignaling(info(id))).toMatchObject({ code: 8012 });
    await world.pass(30_000);
    expect(bob.news()).toEqual([`onInvitationTimeout(${id}, ["bob"])`]);
  });

  test('that was told already is refused with 8012', async () => {
    const id = await invite();
    expect(await signaling(bob).addInvitedSignaling(info(id))).toMatchObject({ code: 8012 });
  });

  test('that is handed over twice at the same time rings once', async () => {
    const id = await unheard();
    const both = Promise.all([
      signaling(bob).addInvitedSignaling(info(id)),
      signaling(bob).addInvitedSignaling(info(id)),
    ]);
    expect((await soon(world, both)).map(({ code }) => code)).toEqual([0, 8012]);
    expect(bob.news()).toHaveLength(1);
  });

  test('that has ended, or never was, does not ring', async () => {
    const id = await unheard();
    await world.pass(30_000);
    bob.news();
    expect(await soon(world, signaling(bob).addInvitedSignaling(info('unknown')))).toMatchObject({ code: 8010 });
    expect(await signaling(bob).addInvitedSignaling(info(id))).toMatchObject({ code: 8012 });
    expect(bob.news()).toEqual([]);
  });

  test('of somebody else does not ring', async () => {
    const eve = await signedIn(world, 'eve');
    const id = await invite();
    expect(await soon(world, signaling(eve).addInvitedSignaling(info(id)))).toMatchObject({ code: 8011 });
    expect(eve.news()).toEqual([]);
  });
});
