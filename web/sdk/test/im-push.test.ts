// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ChatPush, chatPush, PushListener, showCallNotification } from '../src/index.js';
import { recorder, signedIn, soon, type Side } from './im.js';
import { World } from './world.js';

let world: World;
let alice: Side;
let push: ChatPush;
let workers: FakeWorkers;
let log: string[];
const home = location.href;

/** A page's service workers. */
class FakeWorkers extends EventTarget {
  readonly shown: { title: string; options: NotificationOptions; closed: boolean; close(): void }[] = [];
  started = false;
  subscription: { unsubscribe: () => Promise<boolean> } | null = null;
  registered = true;

  startMessages(): void {
    this.started = true;
  }

  getRegistration(): Promise<unknown> {
    const { shown } = this;
    return Promise.resolve(
      this.registered
        ? {
            pushManager: { getSubscription: () => Promise.resolve(this.subscription) },
            showNotification: (title: string, options: NotificationOptions) => {
              const one = { title, options, closed: false, close: () => void (one.closed = true) };
              shown.push(one);
              return Promise.resolve();
            },
            getNotifications: ({ tag }: { tag: string }) =>
              Promise.resolve(shown.filter(({ options }) => options.tag === tag)),
          }
        : undefined,
    );
  }

  post(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

class FakeNotification extends EventTarget {
  static permission = 'granted';
  static readonly shown: FakeNotification[] = [];
  closed = false;

  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    super();
    FakeNotification.shown.push(this);
  }

  close(): void {
    this.closed = true;
  }
}

beforeEach(async () => {
  world = new World();
  alice = await signedIn(world, 'alice');
  workers = new FakeWorkers();
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as Navigator, { serviceWorker: workers }));
  vi.stubGlobal('Notification', FakeNotification);
  FakeNotification.permission = 'granted';
  FakeNotification.shown.splice(0);
  push = new ChatPush(alice.im);
  log = [];
});
afterEach(() => {
  push.removePushListener();
  vi.unstubAllGlobals();
  history.replaceState(null, '', home);
});

describe('a click on a notification', () => {
  test('reaches every listener through the page’s service worker', () => {
    push.addPushListener({ listener: recorder(log) });
    push.addPushListener(new PushListener({ onNotificationClicked: (ext) => log.push(`second ${ext}`) }));
    expect(workers.started).toBe(true);
    workers.post({ type: 'duet.notificationClicked', ext: '{"a":1}' });
    expect(log).toEqual(['onNotificationClicked({"a":1})', 'second {"a":1}']);
  });

  test('that opened the page is told at once, and not again after a reload', () => {
    history.replaceState(null, '', `/app?x=1&duetExt=${encodeURIComponent('{"room":"ä&b"}')}#top`);
    push.addPushListener({ listener: recorder(log) });
    expect(log).toEqual(['onNotificationClicked({"room":"ä&b"})']);
    expect(location.pathname + location.search + location.hash).toBe('/app?x=1#top');
    new ChatPush(alice.im).addPushListener({ listener: recorder(log) });
    expect(log).toHaveLength(1);
  });

  test('waits for somebody who wants to know of it', () => {
    push.addPushListener(new PushListener({ onRecvPushMessage: () => log.push('push') }));
    workers.post({ type: 'duet.notificationClicked', ext: 'e' });
    push.addPushListener({ listener: recorder(log) });
    push.addPushListener(new PushListener({ onNotificationClicked: (ext) => log.push(`late ${ext}`) }));
    expect(log).toEqual(['onNotificationClicked(e)']);
  });

  test('is not told to a listener that was taken off', () => {
    const listener = recorder(log);
    push.addPushListener({ listener });
    push.removePushListener({ listener });
    workers.post({ type: 'duet.notificationClicked', ext: 'e' });
    expect(log).toEqual([]);
  });
});

test('a push that comes while the page is open is told, and one that is taken back', () => {
  push.addPushListener({ listener: recorder(log) });
  workers.post({ type: 'duet.pushReceived', messageID: 'm', title: 'alice', desc: 'calls', ext: 'e' });
  workers.post({ type: 'duet.pushRevoked', messageID: 'm' });
  expect(log).toEqual([
    'onRecvPushMessage({"messageID":"m","title":"alice","desc":"calls","ext":"e"})',
    'onRevokePushMessage(m)',
  ]);
});

test('what a service worker posts about other things is none of ours', () => {
  push.addPushListener({ listener: recorder(log) });
  for (const data of [
    undefined,
    null,
    7,
    'duet.notificationClicked',
    [],
    {},
    { type: 'other' },
    { type: 7, ext: 'e' },
  ]) {
    workers.post(data);
  }
  expect(log).toEqual([]);
});

test('a page without service workers has listeners all the same', () => {
  vi.stubGlobal('navigator', {});
  expect(new ChatPush(alice.im).addPushListener({ listener: recorder(log) })).toMatchObject({ code: 0 });
});

describe('registering', () => {
  const subscription = { endpoint: 'https://push.example/1', keys: { p256dh: 'k', auth: 'a' } };

  test('hands the subscription to the server as its token', async () => {
    const seen: object[] = [];
    world.server.others['setPushToken'] = (_, params) => {
      seen.push(params);
      return {};
    };
    const live = { ...subscription, toJSON: () => subscription, unsubscribe: () => Promise.resolve(true) };
    const answer = push.registerPush({ subscription: live as never, onNotificationClicked: (ext) => log.push(ext) });
    expect(await soon(world, answer)).toEqual({ code: 0, desc: 'ok' });
    expect(seen).toEqual([{ vendor: 'webpush', token: JSON.stringify(subscription), businessId: '' }]);
    workers.post({ type: 'duet.notificationClicked', ext: 'e' });
    expect(log).toEqual(['e']);
  });

  test('without a subscription is not possible in a browser', async () => {
    expect(await push.registerPush()).toEqual({ code: 7013, desc: expect.stringContaining('Web Push') as string });
  });

  test.each([
    {},
    { endpoint: 7 },
    { endpoint: 'nowhere' },
    { endpoint: 'https://push.example', keys: 'x'.repeat(4_096) },
  ])('of %j is refused', async (wrong) => {
    expect(await push.registerPush({ subscription: wrong as never })).toMatchObject({ code: 6017 });
  });

  test('needs a login', async () => {
    await soon(world, alice.im.logout());
    expect(await push.registerPush({ subscription })).toMatchObject({ code: 6014 });
  });

  test('is undone by ending the subscription', async () => {
    const unsubscribe = vi.fn(() => Promise.resolve(true));
    await soon(world, push.registerPush({ subscription: { ...subscription, unsubscribe } as never }));
    expect(await push.unRegisterPush()).toMatchObject({ code: 0 });
    expect(unsubscribe).toHaveBeenCalledOnce();
  });

  test('of a page that was reloaded is undone too', async () => {
    workers.subscription = { unsubscribe: vi.fn(() => Promise.resolve(true)) };
    expect(await push.unRegisterPush()).toMatchObject({ code: 0 });
    expect(workers.subscription.unsubscribe).toHaveBeenCalledOnce();
    workers.registered = false;
    expect(await push.unRegisterPush()).toMatchObject({ code: 0 });
  });

  test('that the browser does not undo is a refusal', async () => {
    workers.subscription = { unsubscribe: () => Promise.reject(new Error('No.')) };
    expect(await push.unRegisterPush()).toMatchObject({ code: 70500 });
  });
});

test('where the page is may be said', async () => {
  expect(await push.setOfflinePushStatus({ status: 'background' })).toMatchObject({ code: 0 });
  expect(await push.setOfflinePushStatus({ status: 'asleep' } as never)).toMatchObject({ code: 6017 });
});

describe('a notification of a call', () => {
  const call = { title: 'alice', desc: 'Video call', ext: 'e', tag: 'i1' };

  test('is shown until it is closed, and its click reaches the listeners and the page', async () => {
    const focus = vi.spyOn(window, 'focus').mockImplementation(() => {});
    chatPush.addPushListener({ listener: recorder(log) });
    const { code, data } = await showCallNotification(call);
    expect(code).toBe(0);
    const [shown] = FakeNotification.shown;
    expect(shown).toMatchObject({
      title: 'alice',
      options: { body: 'Video call', tag: 'i1', requireInteraction: true },
    });
    shown?.dispatchEvent(new Event('click'));
    expect(log).toEqual(['onNotificationClicked(e)']);
    expect(focus).toHaveBeenCalledOnce();
    expect(shown?.closed).toBe(true);
    chatPush.removePushListener();
    data?.close();
  });

  test('is shown by the service worker where a page may not', async () => {
    vi.stubGlobal(
      'Notification',
      class {
        static permission = 'granted';
        constructor() {
          throw new TypeError('Illegal constructor.');
        }
      },
    );
    const { data } = await showCallNotification(call);
    expect(workers.shown[0]).toMatchObject({ title: 'alice', options: { tag: 'i1', data: { ext: 'e' } } });
    data?.close();
    await vi.waitFor(() => expect(workers.shown[0]?.closed).toBe(true));
    workers.registered = false;
    expect(await showCallNotification(call)).toMatchObject({ code: 7013 });
  });

  test('needs the person’s leave, and a browser that has notifications', async () => {
    FakeNotification.permission = 'default';
    expect(await showCallNotification(call)).toMatchObject({ code: 7013 });
    vi.stubGlobal('Notification', undefined);
    expect(await showCallNotification(call)).toMatchObject({ code: 7013 });
    expect(FakeNotification.shown).toEqual([]);
  });
});
