// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test, vi } from 'vitest';
import { FakeCall } from '../preview/fake-call.js';
import { FakeClient } from '../preview/fake-client.js';
import { Seen } from '../preview/seen.js';
import { DuetCall } from '../src/element/duet-call.js';
import { en } from '../src/words/en.js';
import { lexicon } from '../src/words/lexicon.js';
import { zhCn } from '../src/words/zh-cn.js';
import { mount } from './mount.js';

afterEach(() => document.body.replaceChildren());

const ringing = { direction: 'incoming', state: { kind: 'ringing', delivered: true } } as const;

test('nothing is shown in another language while the words of the first are on their way', async () => {
  // No other test of this file asks for Chinese before, so its words are not there yet.
  const client = new FakeClient();
  const element = Object.assign(new DuetCall(), { client, lang: 'zh-CN' });
  const covers = vi.fn();
  element.addEventListener('duet-call-covers', covers);
  document.body.replaceChildren(element);
  client.ring(new FakeCall(ringing));
  await element.updateComplete;
  expect(element.shadowRoot?.querySelector('dialog')).toBeNull();
  expect(covers).not.toHaveBeenCalled();
  await vi.waitFor(() => expect(new Seen(element).words()).toContain(zhCn.ring.incomingVideo));
  expect(covers).toHaveBeenCalledOnce();
});

test('a call goes on in the language it has until the words of another have arrived', async () => {
  const page = await mount({ lang: 'en' });
  page.client.ring(new FakeCall(ringing));
  await page.settled();
  page.element.lang = 'zh-CN';
  await page.settled();
  await vi.waitFor(() => expect(page.words()).toContain(zhCn.ring.accept));
  expect(page.words()).not.toContain(en.ring.accept);
});

test('English stands in for words that cannot be loaded, and they are not asked for again', async () => {
  const load = vi.fn(() => Promise.reject(new Error('the network is gone')));
  const words = lexicon('english', load);
  expect(await words('zh-CN')).toBe('english');
  expect(words('zh')).toBe('english');
  expect(load).toHaveBeenCalledOnce();
});

test('words that are there are given at once', async () => {
  const words = lexicon('english', () => Promise.resolve('chinese'));
  expect(words('fr')).toBe('english');
  await words('zh-CN');
  expect(words('zh-HK')).toBe('chinese');
});
