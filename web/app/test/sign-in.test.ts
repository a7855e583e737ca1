// SPDX-License-Identifier: Apache-2.0
import { FakeClient } from '@duet/call-kit/preview';
import { afterEach, expect, test, vi } from 'vitest';
import type { Door } from '../src/session/door.js';
import { devDoor, mount, productionDoor } from './mount.js';

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

test('a name is enough to sign in in development mode', async () => {
  const page = await mount();
  await page.type('sign-in-name', 'alice');
  await page.press('sign-in');
  expect(page.accounts.map((account) => account.userId)).toEqual(['alice']);
  expect(page.text('me')).toBe('alice');
});

test('the user in the address is signed in at once in development mode', async () => {
  const page = await mount({ user: 'alice' });
  expect(page.text('me')).toBe('alice');
  expect(page.find('sign-in')).toBeUndefined();
});

test('the user in the address is only filled in when the server is not in development mode', async () => {
  const page = await mount({ user: 'alice', door: productionDoor });
  expect((page.get('sign-in-name') as HTMLInputElement).value).toBe('alice');
  expect(page.accounts).toEqual([]);
});

test('outside development mode the page asks for app, user and ticket, and says where tickets come from', async () => {
  const page = await mount({ door: productionDoor });
  expect(page.words()).toContain('your own application’s server');
  await page.type('sign-in-app', '1400000001');
  await page.type('sign-in-name', 'alice');
  await page.type('sign-in-ticket', ' eJx-ticket ');
  await page.press('sign-in');
  const [account] = page.accounts;
  expect(account).toMatchObject({ sdkAppId: 1400000001, userId: 'alice' });
  expect(await account?.userSigProvider()).toBe('eJx-ticket');
});

test.each([
  ['', 'Type a name first.'],
  ['alice smith', 'A name is made of letters, digits, hyphens and underscores.'],
  ['a'.repeat(33), 'A name has at most 32 characters.'],
])('the name %j is refused with a reason', async (name, reason) => {
  const page = await mount();
  await page.type('sign-in-name', name);
  await page.press('sign-in');
  expect(page.words()).toContain(reason);
  expect(page.accounts).toEqual([]);
});

test('a server that cannot be reached is said so, and knocked at again until it answers', async () => {
  vi.useFakeTimers();
  let up = false;
  const door: Door = { ...devDoor, info: () => (up ? devDoor.info() : Promise.reject(new Error('refused'))) };
  const page = await mount({ user: 'alice', door });
  expect(page.text('problem')).toContain('The server cannot be reached.');
  up = true;
  await vi.advanceTimersByTimeAsync(3000);
  await page.settled();
  expect(page.text('me')).toBe('alice');
});

test('a sign-in the server refuses shows the server’s own sentence', async () => {
  const client = new FakeClient();
  client.loginResult = { code: 70001, desc: 'The ticket has expired. Fetch a new one.' };
  const page = await mount({ user: 'alice', client });
  expect(page.text('problem')).toContain('The ticket has expired. Fetch a new one. (code 70001)');
  expect(client.loggedOut).toBe(true);
  expect(page.find('sign-in')).toBeDefined();
});

test('being kicked leads back to the sign-in page, which says why and remembers the name', async () => {
  const page = await mount({ user: 'alice' });
  page.client.kick('signed in elsewhere');
  await page.settled();
  expect(page.text('problem')).toContain('You were signed out here.');
  expect((page.get('sign-in-name') as HTMLInputElement).value).toBe('alice');
});

test('signing out leaves the server', async () => {
  const page = await mount({ user: 'alice' });
  await page.press('sign-out');
  expect(page.client.loggedOut).toBe(true);
  expect(page.find('sign-in')).toBeDefined();
});
