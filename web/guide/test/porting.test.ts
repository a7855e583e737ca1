// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />
import * as effects from '@duet/effects';
import * as sdk from '@duet/sdk';
import { describe, expect, test } from 'vitest';
import porting from '../../../docs/porting.md?raw';
import { namesUsed } from './names.js';

const browserTests = import.meta.glob<string>('../../../e2e/src/test/java/**/*IT.java', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const webTests = import.meta.glob<string>('../../{sdk,effects,kit}/test/**/*.test.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const sections = import.meta.glob<string>('../src/!(page)/*.ts', { eager: true, query: '?raw', import: 'default' });

interface Row {
  readonly guide: string;
  readonly duet: string;
  readonly tests: readonly string[];
}

const spans = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? '');

const rows: Row[] = porting
  .split('\n')
  .filter((line) => line.startsWith('| `') || line.startsWith('| UserSig') || line.startsWith('| the '))
  .map((line) => {
    const cells = line.replace(/^\| | \|$/g, '').split(' | ');
    const [guide = '', duet = ''] = cells;
    return { guide, duet, tests: spans(cells.at(-1) ?? '') };
  });

/** Whether `Class#method` is in the browser tests, or `file: name` in the web's. */
function exists(name: string): boolean {
  const [file = '', title = ''] = name.split(': ');
  if (title !== '') return webTests[`../../${file}`]?.includes(`'${title}'`) ?? false;
  const [type = '', method = ''] = name.split('#');
  return Object.entries(browserTests).some(
    ([path, source]) => path.endsWith(`/${type}.java`) && new RegExp(`void ${method}\\(`).test(source),
  );
}

const exported: Record<string, object | undefined> = { ...sdk, ...effects };
const rtcCloud = await sdk.RtcCloud.sharedInstance();
/** What pages never make themselves. */
const handedOut: Record<string, object> = { RtcCloud: rtcCloud, DeviceManager: rtcCloud.getDeviceManager() };

/** Whether `Class.member` is something: of an instance, of the class, or of an enum. */
function isThere(name: string): boolean {
  const [type = '', member] = name.split('.');
  const value = exported[type] ?? handedOut[type];
  if (member === undefined || value === undefined) return value !== undefined;
  if (member in (handedOut[type] ?? {})) return true;
  return member in value || (typeof value === 'function' && member in value.prototype);
}

/** Types leave nothing behind, and the callbacks of listeners are fields: the compiler looks after both. */
const isOfTheCompiler = (name: string): boolean => /^(\w*Callback|\w+Info|on[A-Z]\w+)$|Listener\.on[A-Z]/.test(name);

test('there are tables to read', () => {
  expect(rows.length).toBeGreaterThan(80);
});

test.each(rows)('$guide names tests that exist', ({ tests }) => {
  expect(tests).not.toEqual([]);
  expect(tests.filter((name) => !exists(name))).toEqual([]);
});

const ours = rows.flatMap(({ duet }) => spans(duet)).filter((name) => /^[A-Za-z.]*[A-Z]\w*(\.\w+)?$/.test(name));

test('every Duet name in the tables is exported', () => {
  expect(ours.filter((name) => !isOfTheCompiler(name) && !isThere(name))).toEqual([]);
});

describe('every name that the ported snippets use has a row', () => {
  const words = new Set(ours.flatMap((name) => name.split('.')));
  test.each(Object.entries(sections))('%s', (_, source) => {
    expect(namesUsed(source).filter((name) => !words.has(name))).toEqual([]);
  });
});
