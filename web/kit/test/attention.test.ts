// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeCall } from '../preview/fake-call.js';
import { mount, type Page } from './mount.js';

/** What the system shows. */
class FakeNotification extends EventTarget {
  static permission = 'granted';
  static shown: FakeNotification[] = [];
  closed = false;

  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    super();
    FakeNotification.shown.push(this);
  }

  close() {
    this.closed = true;
  }
}

let visibility: DocumentVisibilityState;

const become = (state: DocumentVisibilityState) => {
  visibility = state;
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('Notification', FakeNotification);
  FakeNotification.permission = 'granted';
  FakeNotification.shown = [];
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  visibility = 'hidden';
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function called(fields: Parameters<typeof mount>[0] = {}): Promise<{ page: Page; call: FakeCall }> {
  const page = await mount(fields);
  const call = page.client.ring(
    new FakeCall({ direction: 'incoming', peer: 'bob', state: { kind: 'ringing', delivered: true } }),
  );
  await page.settled();
  return { page, call };
}

const notice = () => FakeNotification.shown.at(-1);

describe('a notice of the system', () => {
  test('is shown of a call while the tab is hidden, and answers it when clicked', async () => {
    const { call } = await called();
    expect(notice()).toMatchObject({ title: 'bob is calling', options: { body: 'Click to answer' } });
    notice()?.dispatchEvent(new Event('click'));
    await vi.advanceTimersByTimeAsync(0);
    expect(call.state.kind).toBe('talking');
    expect(notice()?.closed).toBe(true);
  });

  test('comes when the tab is hidden later, and goes when it is shown', async () => {
    visibility = 'visible';
    await called();
    expect(notice()).toBeUndefined();
    become('hidden');
    expect(notice()?.closed).toBe(false);
    become('visible');
    expect(notice()?.closed).toBe(true);
  });

  test('goes when the caller gives up', async () => {
    const { page, call } = await called();
    call.end('canceled', 'remote');
    await page.settled();
    expect(notice()?.closed).toBe(true);
    become('hidden');
    expect(FakeNotification.shown).toHaveLength(1);
  });

  test('carries the picture of the caller', async () => {
    await called({ person: (id) => ({ name: id.toUpperCase(), picture: '/bob.png' }) });
    expect(notice()).toMatchObject({ title: 'BOB is calling', options: { icon: '/bob.png' } });
  });

  test.each(['default', 'denied'])('is not shown while the permission is %s', async (permission) => {
    FakeNotification.permission = permission;
    await called();
    expect(notice()).toBeUndefined();
  });

  test('is not shown where the page does not want it', async () => {
    await called({ noNotices: true });
    expect(notice()).toBeUndefined();
  });
});

test('a phone is shaken until the call is answered', async () => {
  const shaken: unknown[] = [];
  vi.stubGlobal('navigator', Object.assign(navigator, { vibrate: (pattern: unknown) => shaken.push(pattern) }));
  const { page } = await called();
  expect(shaken).toHaveLength(1);
  vi.advanceTimersByTime(3200);
  expect(shaken).toHaveLength(2);
  await page.press('accept');
  expect(shaken.at(-1)).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(shaken).toHaveLength(3);
});

test('a ring tone of the page is played over and over until the call is answered', async () => {
  const played: { address: string; loop: boolean; playing: boolean }[] = [];
  class FakeAudio {
    loop = false;
    playing = false;

    constructor(readonly address: string) {
      played.push(this);
    }

    play() {
      this.playing = true;
      return Promise.resolve();
    }

    pause() {
      this.playing = false;
    }
  }
  vi.stubGlobal('Audio', FakeAudio);
  const { page } = await called({ ringTone: '/ring.ogg' });
  expect(played[0]).toMatchObject({ address: '/ring.ogg', loop: true, playing: true });
  await page.press('accept');
  expect(played[0]?.playing).toBe(false);
});
