// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test } from 'vitest';
import { ImManager, ImSDKPlugin, LoginStatus, SdkListener } from '../src/index.js';
import { acquireSession } from '../src/session/shared.js';
import { initialized, recorder, signedIn, soon, type Side } from './im.js';
import { World } from './world.js';

let world: World;
beforeEach(() => {
  world = new World();
});

const logins = (): string[] => world.server.log.filter((line) => line.endsWith(' login'));

describe('before initSDK', () => {
  test('everything is refused with 6013', async () => {
    const im = new ImManager(world.platform());
    const signaling = im.getSignalingManager();
    const answers = [
      im.unInitSDK(),
      im.login({ userID: 'alice', userSig: 'sig' }),
      im.logout(),
      im.getLoginStatus(),
      im.getLoginUser(),
      im.getServerTime(),
      im.getUserStatus({ userIDList: ['bob'] }),
      im.subscribeUserStatus({ userIDList: ['bob'] }),
      im.unsubscribeUserStatus({ userIDList: [] }),
      im.setSelfStatus({ status: 'away' }),
      signaling.invite({ invitee: 'bob', data: '' }),
      signaling.inviteInGroup({ groupID: 'g', inviteeList: ['bob'], data: '' }),
      signaling.cancel({ inviteID: 'i' }),
      signaling.accept({ inviteID: 'i' }),
      signaling.reject({ inviteID: 'i' }),
      signaling.modifyInvitation({ inviteID: 'i', data: '' }),
      signaling.getInvitation({ inviteID: 'i' }),
      signaling.getSignalingInfo('i'),
      signaling.addInvitedSignaling({ info: { inviteID: 'i' } as never }),
    ];
    for (const answer of answers) expect(await answer).toMatchObject({ code: 6013 });
  });

  test('and after unInitSDK again', async () => {
    const { im } = await signedIn(world, 'alice');
    expect(await soon(world, im.unInitSDK())).toMatchObject({ code: 0 });
    expect(im.getLoginStatus()).toMatchObject({ code: 6013 });
    expect(await im.getSignalingManager().accept({ inviteID: 'i' })).toMatchObject({ code: 6013 });
    expect(await im.unInitSDK()).toMatchObject({ code: 6013 });
  });
});

describe('initSDK', () => {
  test('may be repeated, but not for another app', async () => {
    const { im } = await initialized(world);
    expect(await im.initSDK({ sdkAppID: 1 })).toEqual({ code: 0, desc: 'ok', data: true });
    expect(await im.initSDK({ sdkAppID: 2 })).toMatchObject({ code: 6017 });
  });

  test('tells every listener, in order, and each once', async () => {
    const log: string[] = [];
    const { im } = await initialized(world);
    const second = new SdkListener({ onConnectSuccess: () => log.push('second') });
    im.addIMSDKListener(second);
    im.addIMSDKListener({ listener: second });
    im.addIMSDKListener(new SdkListener({ onConnectSuccess: () => log.push('third') }));
    const gone = new SdkListener({ onConnectSuccess: () => log.push('gone') });
    im.addIMSDKListener(gone);
    im.removeIMSDKListener({ listener: gone });
    await soon(world, im.login({ userID: 'alice', userSig: 'sig' }));
    expect(log).toEqual(['second', 'third']);
  });

  test('knows its version', async () => {
    const { version } = (await import('../package.json')) as { version: string };
    expect(ImSDKPlugin.imManager.getVersion()).toEqual({ code: 0, desc: 'ok', data: version });
  });

  test('hands the log to whoever asked for that much of it', async () => {
    const lines: string[] = [];
    const { im } = await initialized(world, {
      loglevel: 3,
      onLog: (level, content) => lines.push(`${level} ${content}`),
    });
    await soon(world, im.login({ userID: 'alice', userSig: 'sig' }));
    world.server.blurt('alice', 'rubbish');
    await world.settle();
    expect(lines).toEqual(['3 A frame of the server was dropped: not JSON']);
  });
});

describe('a login', () => {
  test('is under way, then done, and names its user', async () => {
    const { im, news } = await initialized(world);
    expect(im.getLoginStatus().data).toBe(LoginStatus.logout);
    const login = im.login({ userID: 'alice', userSig: 'sig' });
    expect(im.getLoginStatus().data).toBe(LoginStatus.logining);
    expect(await soon(world, login)).toEqual({ code: 0, desc: 'ok' });
    expect(im.getLoginStatus().data).toBe(LoginStatus.logined);
    expect(im.getLoginUser()).toMatchObject({ code: 0, data: 'alice' });
    expect(im.getServerTime()).toMatchObject({ data: Math.floor(world.now / 1000) });
    expect(news()).toEqual(['onConnecting()', 'onConnectSuccess()']);
  });

  test('while another is under way is refused with 7501', async () => {
    const { im } = await initialized(world);
    const first = im.login({ userID: 'alice', userSig: 'sig' });
    expect(await im.login({ userID: 'alice', userSig: 'sig' })).toMatchObject({ code: 7501 });
    expect(await im.login({ userID: 'bob', userSig: 'sig' })).toMatchObject({ code: 7501 });
    expect(await soon(world, first)).toMatchObject({ code: 0 });
  });

  test('again as the same user has succeeded, and brings a newer ticket', async () => {
    const { im } = await signedIn(world, 'alice');
    expect(await im.login({ userID: 'alice', userSig: 'newer' })).toMatchObject({ code: 0 });
    expect(logins()).toHaveLength(1);
  });

  test('as somebody else logs the first out first', async () => {
    const { im } = await signedIn(world, 'alice');
    expect(await soon(world, im.login({ userID: 'bob', userSig: 'sig' }))).toMatchObject({ code: 0 });
    expect(im.getLoginUser().data).toBe('bob');
    expect(world.server.log).toEqual(['? login', 'alice logout', '? login']);
    expect([...world.server.logins.values()].map(({ user }) => user)).toEqual(['bob']);
  });

  test.each(['', 'a b', 'ä', 'x'.repeat(33), 'a\n'])('as %j is refused with 7003', async (userID) => {
    const { im } = await initialized(world);
    expect(await im.login({ userID, userSig: 'sig' })).toMatchObject({ code: 7003 });
    expect(world.server.log).toEqual([]);
  });

  test.each([70009, 70013, 70014, 70020])(
    'that the server refuses with %i says so and is not repeated',
    async (code) => {
      world.server.refuseLogin = code;
      const { im, news } = await initialized(world, { userSigProvider: () => 'another' });
      const login = im.login({ userID: 'alice', userSig: 'sig' });
      await world.pass(60_000);
      expect(await login).toMatchObject({ code });
      expect(im.getLoginStatus().data).toBe(LoginStatus.logout);
      expect(logins()).toHaveLength(1);
      expect(news()).toEqual(['onConnecting()']);
    },
  );

  test('to a server that cannot be reached fails after a while, and says so once', async () => {
    const { im, news, platform } = await initialized(world);
    platform.openSocket = (_, events) => {
      world.later(() => events.closed());
      return { send: () => {}, close: () => {} };
    };
    const login = im.login({ userID: 'alice', userSig: 'sig' });
    await world.pass(20_000);
    expect(await login).toMatchObject({ code: 9508 });
    expect(news()).toEqual(['onConnecting()', expect.stringMatching(/^onConnectFailed\(9508, /)]);
  });
});

describe('a logout', () => {
  test('is done when the server knows, and a login meanwhile is refused with 7502', async () => {
    const { im } = await signedIn(world, 'alice');
    const logout = im.logout();
    expect(await im.login({ userID: 'bob', userSig: 'sig' })).toMatchObject({ code: 7502 });
    expect(await im.logout()).toMatchObject({ code: 6015 });
    expect(await soon(world, logout)).toEqual({ code: 0, desc: 'ok' });
    expect(world.server.logins.size).toBe(0);
    expect(im.getLoginUser().data).toBe('');
    expect(await im.getSignalingManager().accept({ inviteID: 'i' })).toMatchObject({ code: 6014 });
  });

  test('is done with the answer, or when the socket closes without one', async () => {
    for (const silent of [false, true]) {
      const { im } = await signedIn(world, 'alice');
      if (silent) world.server.deaf = 'alice';
      world.server.others['logout'] = () => {
        if (silent) world.server.cut('alice');
        return {};
      };
      expect(await soon(world, im.logout())).toMatchObject({ code: 0 });
      expect(world.server.logins.size).toBe(0);
    }
  });

  test('from a server that does not answer is done all the same', async () => {
    const { im } = await signedIn(world, 'alice');
    world.server.deaf = 'alice';
    world.server.others['logout'] = () => ({});
    const logout = im.logout();
    await world.pass(3_000);
    expect(await logout).toMatchObject({ code: 0 });
    expect(world.server.logins.size).toBe(0);
  });

  test('without a login is refused with 6014', async () => {
    const { im } = await initialized(world);
    expect(await im.logout()).toMatchObject({ code: 6014 });
  });

  test.each(['logout', 'unInitSDK'] as const)('by %s interrupts a login, which answers 7009', async (leave) => {
    const { im } = await initialized(world);
    const login = im.login({ userID: 'alice', userSig: 'sig' });
    expect(await soon(world, im[leave]())).toMatchObject({ code: 0 });
    expect(await login).toMatchObject({ code: 7009 });
    expect(world.server.logins.size).toBe(0);
  });

  test('while one user takes another’s place calls that off too', async () => {
    const { im } = await signedIn(world, 'alice');
    const login = im.login({ userID: 'bob', userSig: 'sig' });
    const logout = im.logout();
    expect(await soon(world, login)).toMatchObject({ code: 7009 });
    expect(await logout).toMatchObject({ code: 0 });
    expect(world.server.logins.size).toBe(0);
  });
});

describe('an expired ticket', () => {
  test.each([6206, 70001])('(%i) at login is replaced once by the provider’s', async (code) => {
    const asked: string[] = [];
    world.server.refuseLogin = code;
    const userSigProvider = (userID: string): Promise<string> => {
      asked.push(userID);
      world.server.refuseLogin = undefined;
      return Promise.resolve('fresh');
    };
    const { im, news } = await initialized(world, { userSigProvider });
    expect(await soon(world, im.login({ userID: 'alice', userSig: 'old' }))).toMatchObject({ code: 0 });
    expect(asked).toEqual(['alice']);
    expect(news()).toEqual(['onConnecting()', 'onConnectSuccess()']);
  });

  test('at a server that calls every ticket expired is shown it twice at most', async () => {
    world.server.refuseLogin = 70001;
    const { im, news } = await initialized(world, { userSigProvider: () => 'never good enough' });
    const login = im.login({ userID: 'alice', userSig: 'old' });
    await world.pass(3_600_000);
    expect(await login).toMatchObject({ code: 70001 });
    expect(logins()).toHaveLength(2);
    expect(news()).toEqual(['onConnecting()', 'onUserSigExpired()']);
  });

  test.each([
    ['fails', () => Promise.reject(new Error('No network.'))],
    [
      'throws',
      () => {
        throw new Error('A bug.');
      },
    ],
    ['gives rubbish', () => 7 as unknown as string],
  ])('surfaces when the provider %s', async (_, userSigProvider) => {
    world.server.refuseLogin = 70001;
    const { im, news } = await initialized(world, { userSigProvider });
    const login = im.login({ userID: 'alice', userSig: 'old' });
    await world.pass(3_600_000);
    expect(await login).toMatchObject({ code: 70001 });
    expect(logins()).toHaveLength(1);
    expect(news()).toEqual(['onConnecting()', 'onUserSigExpired()']);
  });

  test('while online surfaces without a provider, and a login with another goes on', async () => {
    const { im, news } = await signedIn(world, 'alice');
    world.server.say('alice', 'userSigExpired', {});
    await world.pass(60_000);
    expect(news()).toEqual(['onUserSigExpired()']);
    expect(im.getLoginStatus().data).toBe(LoginStatus.logout);
    expect(await soon(world, im.login({ userID: 'alice', userSig: 'fresh' }))).toMatchObject({ code: 0 });
    expect(news()).toEqual(['onConnecting()', 'onConnectSuccess()']);
  });

  test('while online is replaced by the provider’s without a word but of the connection', async () => {
    const { im, news } = await signedIn(world, 'alice', { userSigProvider: () => 'fresh' });
    world.server.say('alice', 'userSigExpired', {});
    await world.settle();
    expect(news()).toEqual(['onConnecting()', 'onConnectSuccess()']);
    expect(im.getLoginStatus().data).toBe(LoginStatus.logined);
  });
});

describe('being kicked', () => {
  test('is told, and everything is refused with 6014 until the next login', async () => {
    const { im, news } = await signedIn(world, 'alice');
    world.server.say('alice', 'kickedOffline', { reason: 'multipleDevice' });
    await world.pass(60_000);
    expect(news()).toEqual(['onKickedOffline()']);
    expect(im.getLoginStatus().data).toBe(LoginStatus.logout);
    const signaling = im.getSignalingManager();
    expect(await signaling.invite({ invitee: 'bob', data: '' })).toMatchObject({ code: 6014 });
    expect(await signaling.accept({ inviteID: 'not an id' })).toMatchObject({ code: 6014 });
    expect(await im.getUserStatus({ userIDList: ['bob'] })).toMatchObject({ code: 6014 });
    expect(await im.logout()).toMatchObject({ code: 6014 });
    expect(await soon(world, im.login({ userID: 'alice', userSig: 'sig' }))).toMatchObject({ code: 0 });
  });

  test('in the middle of a login is its answer: 6208', async () => {
    const { im, platform } = await initialized(world);
    platform.openSocket = (_, events) => {
      world.later(() => events.opened());
      return { send: () => world.later(() => events.closed(4003)), close: () => {} };
    };
    expect(await soon(world, im.login({ userID: 'alice', userSig: 'sig' }))).toMatchObject({ code: 6208 });
  });
});

describe('the connection', () => {
  test('is told each time it is lost and back', async () => {
    const { im, news, platform } = await signedIn(world, 'alice');
    const open = platform.openSocket.bind(platform);
    platform.openSocket = (_, events) => {
      world.later(() => events.closed());
      return { send: () => {}, close: () => {} };
    };
    world.server.cut('alice');
    await world.pass(30_000);
    expect(news()).toEqual(['onConnecting()', expect.stringMatching(/^onConnectFailed\(9508, /)]);
    expect(im.getLoginStatus().data).toBe(LoginStatus.logined);
    platform.openSocket = open;
    await world.pass(15_000);
    expect(news()).toEqual(['onConnectSuccess()']);
    world.server.cut('alice');
    await world.pass(1_000);
    expect(news()).toEqual(['onConnecting()', 'onConnectSuccess()']);
  });
});

const roomOnly = (platform: ReturnType<World['platform']>): ReturnType<typeof acquireSession> =>
  acquireSession({
    server: 'http://duet.test',
    sdkAppId: 1,
    userId: 'bob',
    platform,
    userSigProvider: () => Promise.resolve('sig'),
    renewable: false,
  });

describe('a session that somebody else opened first', () => {
  test('is joined: one login, and what rings is told', async () => {
    const { im, news, platform } = await initialized(world);
    roomOnly(platform);
    await world.settle();
    const alice = await signedIn(world, 'alice');
    const { data } = await soon(world, alice.im.getSignalingManager().invite({ invitee: 'bob', data: 'd' }));
    expect(await soon(world, im.login({ userID: 'bob', userSig: 'sig' }))).toMatchObject({ code: 0 });
    expect(news()).toEqual(['onConnectSuccess()', `onReceiveNewInvitation(${data}, alice, , ["bob"], d)`]);
    expect(logins()).toHaveLength(2);
  });

  test.each([
    [
      'a login that failed',
      async ({ im }: Side) => {
        world.server.refuseLogin = 70009;
        expect(await soon(world, im.login({ userID: 'bob', userSig: 'forged' }))).toMatchObject({ code: 70009 });
        world.server.refuseLogin = undefined;
      },
    ],
    [
      'a kick',
      async ({ im }: Side) => {
        expect(await soon(world, im.login({ userID: 'bob', userSig: 'sig' }))).toMatchObject({ code: 0 });
        world.server.say('bob', 'kickedOffline', { reason: 'multipleDevice' });
        await world.settle();
      },
    ],
  ])('does not log in who is out after %s', async (_, becomeOut) => {
    const side = await initialized(world);
    await becomeOut(side);
    side.news();
    const { session } = roomOnly(side.platform);
    await world.settle();
    expect(session.online).toBe(true);
    expect(side.im.getLoginStatus().data).toBe(LoginStatus.logout);
    expect(side.news()).toEqual([]);
  });

  test('outlives a logout, and is silent to who logged out', async () => {
    const { im, news, platform } = await initialized(world);
    const { session } = roomOnly(platform);
    await soon(world, im.login({ userID: 'bob', userSig: 'sig' }));
    expect(await im.logout()).toMatchObject({ code: 0 });
    news();
    const alice = await signedIn(world, 'alice');
    await soon(world, alice.im.getSignalingManager().invite({ invitee: 'bob', data: 'd' }));
    expect(session.online).toBe(true);
    expect(news()).toEqual([]);
    expect(im.getLoginStatus().data).toBe(LoginStatus.logout);
  });
});

test('a listener that throws is the page’s own trouble, and the next one is told', async () => {
  const log: string[] = [];
  const reported: unknown[] = [];
  const { im } = await initialized(world);
  const original = globalThis.reportError;
  globalThis.reportError = (error) => void reported.push(error);
  im.addIMSDKListener({
    onConnectSuccess: () => {
      throw new Error('A bug of the page.');
    },
  });
  im.addIMSDKListener(recorder(log));
  await soon(world, im.login({ userID: 'alice', userSig: 'sig' }));
  globalThis.reportError = original;
  expect(reported).toHaveLength(1);
  expect(log).toEqual(['onConnecting()', 'onConnectSuccess()']);
});
