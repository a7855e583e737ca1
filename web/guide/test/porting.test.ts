// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const paper = readFileSync(join(root, 'docs/porting.md'), 'utf8');

/** The text of all files below a folder that end so. */
function texts(folder: string, ending: string): Map<string, string> {
  const found = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return new Map(
    found
      .filter((name) => name.endsWith(ending) && !name.includes('node_modules'))
      .map((name) => [name.split('/').at(-1) ?? name, readFileSync(join(root, folder, name), 'utf8')]),
  );
}

const javaTests = texts('e2e/src/test/java', 'IT.java');
const webTests = new Map([...texts('web/sdk/test', '.test.ts'), ...texts('web/effects/test', '.test.ts')]);
const snippets = [...texts('web/guide/src', '.ts').values()].join('\n');

const rows = paper.split('\n').filter((line) => /^\| (?!Guide|---)/.test(line));

test('every row names a test that exists', () => {
  const missing = rows.filter((row) => !/`(\w+IT)#(\w+)`|`([\w-]+\.test\.ts): ([^`]+)`/.test(row));
  expect(missing).toEqual([]);
});

test('every browser test that is named is there', () => {
  const named = [...paper.matchAll(/`(\w+IT)#(\w+)`/g)];
  expect(named.length).toBeGreaterThan(50);
  const gone = named.filter(([, file, method]) => !javaTests.get(`${file}.java`)?.includes(`void ${method}(`));
  expect(gone.map(([text]) => text)).toEqual([]);
});

test('every web test that is named is there', () => {
  const named = [...paper.matchAll(/`([\w-]+\.test\.ts): ([^`]+)`/g)];
  const gone = named.filter(([, file = '', name = '']) => !webTests.get(file)?.includes(`'${name}'`));
  expect(gone.map(([text]) => text)).toEqual([]);
});

test('every name that a snippet uses has a row', () => {
  const imported = [...snippets.matchAll(/import (?:type )?\{([^}]*)\} from '@duet\//g)]
    .flatMap(([, names = '']) => names.split(','))
    .map((name) => name.replace('type ', '').trim().split(' ')[0] ?? '')
    .filter((name) => name !== '');
  const called = [
    ...snippets.matchAll(
      /\b(?:rtcCloud|RtcCloud|imManager|chatPush)\.(\w+)\(|Manager\(\)\.(\w+)\(|getApi\(\)\?\.(\w+)\(/g,
    ),
  ].map(([, a, b, c]) => a ?? b ?? c ?? '');
  const heard = [...snippets.matchAll(/\b(on[A-Z]\w+): /g)].map(([, name = '']) => name);
  const used = new Set([...imported, ...called, ...heard]);
  expect(used.size).toBeGreaterThan(60);
  expect([...used].filter((name) => !paper.includes(name))).toEqual([]);
});
