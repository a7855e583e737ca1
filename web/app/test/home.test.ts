// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test, vi } from 'vitest';
import { mount, type Page } from './mount.js';

afterEach(() => document.body.replaceChildren());

test.each([
  ['call-video', 'video'],
  ['call-voice', 'audio'],
])('%s calls the name that was typed', async (button, media) => {
  const page = await mount({ user: 'alice' });
  await page.type('callee', ' bob ');
  await page.press(button);
  expect(page.client.currentCall).toMatchObject({ peer: 'bob', media });
  expect(page.find('cancel')).toBeDefined();
});

test.each([
  ['', 'Type a name first.'],
  ['alice', 'That is you.'],
  ['b o b', 'A name is made of letters'],
])('calling %j is refused with a reason', async (name, reason) => {
  const page = await mount({ user: 'alice' });
  await page.type('callee', name);
  await page.press('call-video');
  expect(page.words()).toContain(reason);
  expect(page.client.currentCall).toBeUndefined();
});

test('nobody can be called while the server is away, and the connection says so', async () => {
  const page = await mount({ user: 'alice' });
  page.client.connect('reconnecting');
  await page.settled();
  expect(page.get('connection').dataset['state']).toBe('reconnecting');
  expect(page.text('connection')).toBe('Reconnecting…');
  expect((page.get('call-video') as HTMLButtonElement).disabled).toBe(true);
  page.client.connect('online');
  await page.settled();
  expect(page.get('connection').dataset['state']).toBe('online');
  expect((page.get('call-video') as HTMLButtonElement).disabled).toBe(false);
});

test('in development mode a link opens another tab as somebody else', async () => {
  const page = await mount({ user: 'bob' });
  expect(page.get('other-tab').getAttribute('href')).toBe('/?user=alice');
});

test('the calls of this session are listed, newest first, and pressing one calls again', async () => {
  const page = await mount({ user: 'alice' });
  await callAndHangUp(page, 'bob');
  await callAndHangUp(page, 'carol');
  const words = page.words();
  expect(words.indexOf('carol')).toBeLessThan(words.indexOf('bob'));
  await page.press('recent-0');
  expect(page.client.currentCall).toMatchObject({ peer: 'carol', media: 'video' });
});

test('a call over the page tells of the connection alone, and the page again once it is small', async () => {
  const page = await mount({ user: 'alice' });
  const pills = () => page.all('connection').length;
  expect(pills()).toBe(1);
  await page.type('callee', 'bob');
  await page.press('call-video');
  expect([pills(), document.title]).toEqual([1, 'bob · Duet']);
  await page.press('mini');
  expect(pills()).toBe(1);
  expect((page.get('callee') as HTMLInputElement).value).toBe('bob');
  await page.press('cancel');
  expect([pills(), document.title]).toEqual([1, 'Duet']);
});

test('whoever has not decided yet is offered to be told of calls while the tab is hidden', async () => {
  const asked = vi.fn(() => {
    FakeNotification.permission = 'granted';
    return Promise.resolve('granted');
  });
  const FakeNotification = { permission: 'default', requestPermission: asked };
  vi.stubGlobal('Notification', FakeNotification);
  const page = await mount({ user: 'alice' });
  await page.press('allow-notices');
  await page.settled();
  expect(asked).toHaveBeenCalledOnce();
  expect(page.find('allow-notices')).toBeUndefined();
  vi.unstubAllGlobals();
});

async function callAndHangUp(page: Page, peer: string) {
  await page.type('callee', peer);
  await page.press('call-video');
  await page.press('cancel');
  await page.press('close-ended');
}
