// SPDX-License-Identifier: Apache-2.0
import type { EndReason, EndSide } from '@duet/sdk';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeCall } from '../preview/fake-call.js';
import { en } from '../src/words/en.js';
import { ending } from '../src/words/ended.js';
import { languageOf, wordsFor } from '../src/words/language.js';
import { spoken } from '../src/words/time.js';
import { zhCn } from '../src/words/zh-cn.js';
import { mount } from './mount.js';

type Dictionary = { readonly [key: string]: unknown };

/** Every entry of a dictionary by its path, with sentences about somebody already about somebody. */
function entries(dictionary: Dictionary, path = ''): [string, string][] {
  return Object.entries(dictionary).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[path + key, value]];
    if (typeof value === 'function')
      return [[path + key, String((value as (...all: unknown[]) => unknown)('42', 7, 9))]];
    return entries(value as Dictionary, `${path}${key}.`);
  });
}

const all = { en: entries(en as unknown as Dictionary), 'zh-CN': entries(zhCn as unknown as Dictionary) };

describe('the dictionaries', () => {
  test('hold the same words in every language', () => {
    expect(all['zh-CN'].map(([path]) => path).toSorted()).toEqual(all.en.map(([path]) => path).toSorted());
  });

  test.each(Object.entries(all))('leave nothing empty or unsaid in %s', (_, words) => {
    expect(words.length).toBeGreaterThan(100);
    for (const [path, text] of words) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).not.toMatch(/undefined|null|\[object/);
    }
  });

  test('name whom a sentence is about', () => {
    const about = (words: Dictionary, path = ''): [string, unknown][] =>
      Object.entries(words).flatMap(([key, value]): [string, unknown][] =>
        typeof value === 'object' && value !== null
          ? about(value as Dictionary, `${path}${key}.`)
          : [[path + key, value]],
      );
    const functions = about(en as unknown as Dictionary).filter(([, value]) => typeof value === 'function');
    for (const [path] of functions) {
      for (const words of Object.values(all)) expect(words.find(([each]) => each === path)?.[1], path).toContain('42');
    }
  });

  test('differ in more than their tag', () => {
    const same = all.en.filter(([path, text]) => all['zh-CN'].some(([p, t]) => p === path && t === text));
    expect(same.map(([path]) => path)).toEqual([]);
  });
});

describe('the ten reasons a call ends', () => {
  const reasons: [EndReason, EndSide][] = [
    ['unknown', 'server'],
    ['hangup', 'remote'],
    ['reject', 'remote'],
    ['noResponse', 'server'],
    ['offline', 'server'],
    ['lineBusy', 'remote'],
    ['canceled', 'remote'],
    ['otherDeviceAccepted', 'local'],
    ['otherDeviceReject', 'local'],
    ['endByServer', 'server'],
  ];

  test.each([en, zhCn])('have ten different sentences in each language', (words) => {
    const direction = 'outgoing';
    const said = reasons.map(([reason, side]) =>
      ending(words, { reason, side, direction, name: 'bob', code: 0, message: '' }),
    );
    expect(new Set(said.map(({ sentence }) => sentence)).size).toBe(10);
  });
});

test('a length of time is said in each language', () => {
  expect(spoken(en, 3_660_000)).toBe('1 hour 1 minute');
  expect(spoken(zhCn, 754_000)).toBe('12 分 34 秒');
  expect(spoken(zhCn, 0)).toBe('0 秒');
});

describe('the language of the screens', () => {
  beforeEach(() => {
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('fr-FR');
  });

  afterEach(() => {
    document.body.replaceChildren();
    document.body.removeAttribute('lang');
    vi.restoreAllMocks();
  });

  test.each([
    ['zh', zhCn],
    ['zh-CN', zhCn],
    ['zh-Hans-SG', zhCn],
    ['en-GB', en],
    ['fr', en],
    ['zhx', en],
  ])('for %s is the nearest there is', async (tag, words) => expect(await wordsFor(tag)).toBe(words));

  const ringing = { direction: 'incoming', state: { kind: 'ringing', delivered: true } } as const;

  test('is the one the element names', async () => {
    const page = await mount({ lang: 'zh-CN' });
    page.client.ring(new FakeCall(ringing));
    await page.settled();
    expect(page.words()).toContain(zhCn.ring.incomingVideo);
    expect(page.element.shadowRoot?.querySelector('dialog')?.lang).toBe('zh-CN');
    page.element.lang = 'en';
    await page.settled();
    expect(page.words()).toContain(en.ring.incomingVideo);
  });

  test('is the page’s when the element names none', async () => {
    document.body.lang = 'zh-CN';
    const page = await mount();
    page.client.ring(new FakeCall(ringing));
    await page.settled();
    expect(page.words()).toContain(zhCn.ring.accept);
  });

  test('is the browser’s when the page names none', async () => {
    expect(languageOf(document.body)).toBe('fr-FR');
  });
});
