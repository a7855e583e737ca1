// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test } from 'vitest';
import { ChatPush, ImManager, showCallNotification, type Result } from '../src/index.js';
import { initialized, signedIn, soon } from './im.js';
import { World } from './world.js';

let world: World;
beforeEach(() => {
  world = new World();
});

const circle: Record<string, unknown> = {};
circle['self'] = circle;

/** What nobody should hand over, but somebody will. */
const odd: unknown[] = [
  undefined,
  null,
  0,
  -1,
  1.5,
  NaN,
  Infinity,
  7n,
  '',
  'text',
  true,
  Symbol('s'),
  [],
  [1],
  {},
  () => {},
  circle,
];

type Call = (params: never) => unknown;

/** Every public method that takes parameters, as ones that would do. */
const methods = (im: ImManager): Record<string, [Call, Record<string, unknown>]> => {
  const signaling = im.getSignalingManager();
  const push = new ChatPush(im);
  return {
    login: [(p) => im.login(p), { userID: 'alice', userSig: 'sig' }],
    getUserStatus: [(p) => im.getUserStatus(p), { userIDList: ['bob'] }],
    subscribeUserStatus: [(p) => im.subscribeUserStatus(p), { userIDList: ['bob'] }],
    setSelfStatus: [(p) => im.setSelfStatus(p), { status: 'away' }],
    invite: [(p) => signaling.invite(p), { invitee: 'bob', data: 'd' }],
    inviteInGroup: [(p) => signaling.inviteInGroup(p), { groupID: 'g', inviteeList: ['bob'], data: 'd' }],
    cancel: [(p) => signaling.cancel(p), { inviteID: 'i' }],
    accept: [(p) => signaling.accept(p), { inviteID: 'i' }],
    reject: [(p) => signaling.reject(p), { inviteID: 'i' }],
    modifyInvitation: [(p) => signaling.modifyInvitation(p), { inviteID: 'i', data: 'd' }],
    getInvitation: [(p) => signaling.getInvitation(p), { inviteID: 'i' }],
    addInvitedSignaling: [(p) => signaling.addInvitedSignaling(p), { inviteID: 'i' }],
    setOfflinePushStatus: [(p) => push.setOfflinePushStatus(p), { status: 'foreground' }],
    showCallNotification: [(p) => showCallNotification(p), { title: 'alice' }],
  };
};

const codeOf = async (answer: unknown): Promise<number> => ((await answer) as Result).code;

describe('in whatever state', () => {
  const states: Record<string, () => Promise<ImManager>> = {
    'before initSDK': () => Promise.resolve(new ImManager(world.platform())),
    'before the login': async () => (await initialized(world)).im,
    'signed in': async () => (await signedIn(world, 'alice')).im,
    kicked: async () => {
      const { im } = await signedIn(world, 'alice');
      world.server.say('alice', 'kickedOffline', { reason: 'multipleDevice' });
      await world.settle();
      return im;
    },
  };

  test.each(Object.entries(states))('%s, odd parameters are refused with a documented number', async (state, im) => {
    const manager = await im();
    const uninitialized = state === 'before initSDK';
    for (const [name, [call, proper]] of Object.entries(methods(manager))) {
      const refusals = uninitialized && !/Push|Notification/.test(name) ? [6013] : [6017];
      for (const params of odd) {
        expect(refusals, `${name}(${String(params)})`).toContain(await codeOf(call(params as never)));
      }
      for (const member of Object.keys(proper)) {
        for (const value of odd.filter(
          (each) => typeof each !== 'string' && !(Array.isArray(each) && each.length === 0),
        )) {
          const code = await codeOf(call({ ...proper, [member]: value } as never));
          const optionalHere = value === undefined || value === null;
          if (optionalHere && ['data'].includes(member) && /^(cancel|accept|reject)$/.test(name)) continue;
          expect(refusals, `${name}.${member} = ${typeof value}`).toContain(code);
        }
      }
    }
  });
});

test.each([
  ['timeout', -1],
  ['timeout', 1.5],
  ['timeout', 86_401],
  ['timeout', '30'],
  ['onlineUserOnly', 'yes'],
  ['offlinePushInfo', 'title'],
  ['offlinePushInfo', { title: 7 }],
  ['offlinePushInfo', { disablePush: 'no' }],
  ['offlinePushInfo', { ext: 'x'.repeat(4_096) }],
  ['offlinePushInfo', circle],
  ['offlinePushInfo', { price: 7n }],
  ['inviteID', 'not an id'],
  ['inviteID', 7],
  ['data', '\uD800'],
  ['invitee', ''],
])('an invite with %s = %s is refused with 6017, names no invitation and is not sent', async (member, value) => {
  const { im } = await signedIn(world, 'alice');
  const before = world.server.log.length;
  const params = { invitee: 'bob', data: 'd', [member]: value } as never;
  expect(await im.getSignalingManager().invite(params)).toMatchObject({ code: 6017, data: '' });
  expect(world.server.log).toHaveLength(before);
});

test('what may be left out may be null too', async () => {
  const { im } = await signedIn(world, 'alice');
  const params = {
    invitee: 'bob',
    data: 'd',
    timeout: null,
    onlineUserOnly: null,
    offlinePushInfo: null,
    inviteID: null,
  };
  const answer = await soon(world, im.getSignalingManager().invite(params as never));
  expect(answer.code).toBe(0);
  expect(
    await soon(world, im.getSignalingManager().cancel({ inviteID: answer.data, data: null } as never)),
  ).toMatchObject({
    code: 0,
  });
});

test('a message that is none is refused, and one that is nothing known is not signaling', async () => {
  const signaling = (await signedIn(world, 'alice')).im.getSignalingManager();
  for (const message of [undefined, null, 7, true, '', () => {}]) {
    expect(await signaling.getSignalingInfo(message as never)).toMatchObject({ code: 6017 });
    expect(await signaling.getSignalingInfo({ msgID: message })).toMatchObject({ code: 6017 });
  }
  for (const message of [{}, [], circle]) {
    expect(await signaling.getSignalingInfo(message)).toMatchObject({ code: 0 });
  }
});

test('initSDK refuses what it cannot use', async () => {
  const im = new ImManager(world.platform());
  for (const params of odd) expect(await im.initSDK(params as never)).toMatchObject({ code: 6017 });
  for (const wrong of [
    { sdkAppID: '1' },
    { sdkAppID: 2 ** 32 },
    { server: 'nowhere' },
    { server: 7 },
    { listener: 'me' },
    { loglevel: 'all' },
    { onLog: {} },
    { userSigProvider: 'sig' },
    { deviceName: 7 },
  ]) {
    expect(await im.initSDK({ sdkAppID: 1, ...wrong } as never), JSON.stringify(wrong)).toMatchObject({ code: 6017 });
  }
  const absent = { listener: null, loglevel: null, onLog: null, deviceName: null, userSigProvider: null };
  const server = 'http://duet.test';
  expect(await im.initSDK({ sdkAppID: 1, server, ...absent } as never)).toMatchObject({ code: 0 });
  expect(await soon(world, im.login({ userID: 'alice', userSig: 'sig' }))).toMatchObject({ code: 0 });
});

test('a listener that is none is refused', () => {
  const im = new ImManager(world.platform());
  const push = new ChatPush(im);
  for (const listener of [undefined, null, 7, 'me', [], () => {}]) {
    for (const handed of [listener, { listener }]) {
      expect(im.addIMSDKListener(handed as never)).toMatchObject({ code: 6017 });
      expect(im.getSignalingManager().addSignalingListener(handed as never)).toMatchObject({ code: 6017 });
      expect(push.addPushListener(handed as never)).toMatchObject({ code: 6017 });
    }
  }
  for (const listener of [7, 'me', []]) expect(im.removeIMSDKListener(listener as never)).toMatchObject({ code: 6017 });
});

describe('a server that talks rubbish', () => {
  const rubbish: unknown[] = [
    null,
    7,
    'text',
    [],
    {},
    { inviteId: 7 },
    { statuses: [{ userId: 'bob', status: 'on' }] },
  ];

  test('in its answers is refused with a number, and the login stays', async () => {
    const { im } = await signedIn(world, 'alice');
    const signaling = im.getSignalingManager();
    for (const answer of rubbish) {
      for (const method of ['invite', 'getInvitation', 'getUserStatus']) world.server.others[method] = () => answer;
      const answers = [
        signaling.invite({ invitee: 'bob', data: 'd' }),
        signaling.getInvitation({ inviteID: 'i' }),
        signaling.getSignalingInfo('i'),
        signaling.addInvitedSignaling({ inviteID: 'i' } as never),
        im.getUserStatus({ userIDList: ['bob'] }),
      ];
      await world.settle();
      for (const each of answers) expect(await each, JSON.stringify(answer)).toMatchObject({ code: -7 });
    }
    expect(im.getLoginStatus().data).toBe(1);
  });

  test('in its login answer fails that login in the end', async () => {
    const { im } = await initialized(world);
    world.server.receive = (line) => line.send('{"jsonrpc":"2.0","id":"login1","result":{"loginId":7}}');
    const login = im.login({ userID: 'alice', userSig: 'sig' });
    await world.pass(30_000);
    expect((await login).code).not.toBe(0);
    expect(im.getLoginStatus().data).toBe(3);
  });

  test('out of the blue reaches no listener', async () => {
    const { im, news } = await signedIn(world, 'alice');
    for (const text of [
      '',
      '[]',
      '{}',
      '{"jsonrpc":"2.0","method":"newInvitation","params":{"inviteId":"i"}}',
      '{"jsonrpc":"2.0","method":"inviteeAccepted","params":null}',
      '{"jsonrpc":"2.0","method":"userStatusChanged","params":{"statuses":[null]}}',
      '{"jsonrpc":"2.0","method":"kickedOffline","params":7}',
      '{"jsonrpc":"2.0","method":"__proto__","params":{}}',
      '{"jsonrpc":"2.0","id":"r1","result":{}}',
      '{"jsonrpc":"2.0","id":{},"result":{}}',
      '{"jsonrpc":"2.0","id":"r1","error":{"code":"x"}}',
    ]) {
      world.server.blurt('alice', text);
    }
    await world.settle();
    expect(news()).toEqual([]);
    expect(im.getLoginStatus().data).toBe(1);
  });
});
