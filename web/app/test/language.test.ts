// SPDX-License-Identifier: Apache-2.0
import { FakeClient } from '@duet/call-kit/preview';
import { afterEach, expect, test, vi } from 'vitest';
import { en } from '../src/words/en.js';
import { zhCn } from '../src/words/zh-cn.js';
import { mount, type Page } from './mount.js';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.removeAttribute('lang');
  localStorage.clear();
  history.replaceState(null, '', '/');
  vi.restoreAllMocks();
});

/** Until the page is drawn in a language. */
const spoken = (page: Page, language: string) =>
  vi.waitFor(() => expect([document.documentElement.lang, page.words().trim() !== '']).toEqual([language, true]));

type Dictionary = { readonly [key: string]: unknown };

function entries(dictionary: Dictionary, path = ''): [string, string][] {
  return Object.entries(dictionary).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[path + key, value]];
    if (typeof value !== 'function') return entries(value as Dictionary, `${path}${key}.`);
    const said = (value as (...all: unknown[]) => unknown)('42', 'why');
    return typeof said === 'string' ? [[path + key, said]] : entries(said as Dictionary, `${path}${key}.`);
  });
}

test('both languages have the same words, none empty, none alike', () => {
  const [english, chinese] = [en, zhCn].map((words) => new Map(entries(words as unknown as Dictionary)));
  expect([...(chinese?.keys() ?? [])]).toEqual([...(english?.keys() ?? [])]);
  expect(english?.size).toBeGreaterThan(30);
  for (const [path, text] of english ?? []) {
    expect(text.trim(), path).not.toBe('');
    expect(chinese?.get(path)?.trim(), path).not.toBe(text);
  }
});

test('the page speaks the browser’s language', async () => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('zh-CN');
  const page = await mount();
  await spoken(page, 'zh-CN');
  expect(page.words()).toContain(zhCn.signIn.development);
  expect(page.words()).not.toContain(en.signIn.development);
});

test('the address overrules the browser', async () => {
  history.replaceState(null, '', '/?lang=zh-CN');
  const page = await mount({ user: 'alice' });
  await spoken(page, 'zh-CN');
  await vi.waitFor(() => expect(page.words()).toContain(zhCn.home.whom));
  expect(page.text('connection')).toBe('在线');
});

test('a button changes the language of the page and its calls, and the browser keeps the choice', async () => {
  const page = await mount({ user: 'alice' });
  await spoken(page, 'en');
  await page.press('language');
  await spoken(page, 'zh-CN');
  await page.settled();
  expect(page.words()).toContain(zhCn.home.whom);
  expect(page.text('language')).toBe('English');
  await page.type('callee', 'bob');
  await page.press('call-video');
  await vi.waitFor(() => expect(page.words()).toContain('正在呼叫…'));
  const again = await mount();
  await spoken(again, 'zh-CN');
});

test('a choice replaces the language in the address', async () => {
  history.replaceState(null, '', '/?lang=zh-CN');
  const page = await mount();
  await spoken(page, 'zh-CN');
  await page.press('language');
  await spoken(page, 'en');
  expect(new URL(location.href).searchParams.get('lang')).toBe('en');
});

test('what is wrong is said in the language that is chosen afterwards', async () => {
  const page = await mount();
  await spoken(page, 'en');
  await page.press('sign-in');
  expect(page.words()).toContain(en.names.empty);
  await page.press('language');
  await vi.waitFor(() => expect(page.words()).toContain(zhCn.names.empty));
  expect(page.words()).not.toContain(en.names.empty);
});

test('a refused ticket is explained in Chinese, and an unknown number with the server’s sentence', async () => {
  history.replaceState(null, '', '/?lang=zh-CN');
  const client = new FakeClient();
  client.loginResult = { code: 70001, desc: 'The ticket has expired.' };
  const page = await mount({ user: 'alice', client });
  await vi.waitFor(() => expect(page.text('problem')).toContain('登录凭证已过期'));
  expect(zhCn.problems.refused(99, 'Do this.').advice).toBe('错误代码 99：Do this.');
});
