// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { deviceLabel, nowhere, socketUrl } from '../src/session/address.js';

describe('the address of a server', () => {
  test.each([
    ['https://calls.example.org', 'wss://calls.example.org/v1/ws'],
    ['http://localhost:8080/app?x=1', 'ws://localhost:8080/v1/ws'],
    ['wss://calls.example.org', 'wss://calls.example.org/v1/ws'],
    ['nonsense', nowhere],
    ['ftp://calls.example.org', nowhere],
    ['http://', nowhere],
    ['', nowhere],
  ])('%s is %s', (server, url) => {
    expect(socketUrl(server)).toBe(url);
  });

  test('is the page’s own when none is given', () => {
    expect(socketUrl(undefined)).toBe(`${location.origin.replace('http', 'ws')}/v1/ws`);
  });
});

/** A page of its own, with what the tab's storage holds. */
const page = async (): Promise<string> => {
  vi.resetModules();
  const { tabDeviceId } = await import('../src/session/address.js');
  return tabDeviceId();
};

describe('the device of a tab', () => {
  beforeEach(() => sessionStorage.clear());

  test('is the same after a reload', async () => {
    const id = await page();
    window.dispatchEvent(new Event('pagehide'));
    expect(await page()).toBe(id);
  });

  test('is another in a tab that was duplicated', async () => {
    const id = await page();
    expect(await page()).not.toBe(id);
  });

  test('stays the same within a page', async () => {
    vi.resetModules();
    const { tabDeviceId } = await import('../src/session/address.js');
    expect(tabDeviceId()).toBe(tabDeviceId());
  });

  test('is there without storage too', async () => {
    vi.stubGlobal('sessionStorage', undefined);
    expect(await page()).toMatch(/^[\w-]{36}$/);
    vi.unstubAllGlobals();
  });
});

test('a name of a device is cut between characters', () => {
  expect(deviceLabel('x'.repeat(63) + '😀')).toBe(`${'x'.repeat(63)}\uFFFD`);
});
