// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import { Scenario, type Script } from './scenario.js';

/** The same files that the Java SDK plays; contract/README.md says what they mean. */
const scripts = Object.entries(
  import.meta.glob<Script>('../../../contract/scenarios/*.json', { eager: true, import: 'default' }),
).map(([path, script]) => ({ name: path.slice(path.lastIndexOf('/') + 1, -'.json'.length), script }));

const parts = Object.fromEntries(
  Object.entries(
    import.meta.glob<Script>('../../../contract/scenarios/parts/*.json', { eager: true, import: 'default' }),
  ).map(([path, { steps }]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), steps]),
);

describe('a scenario that both SDKs play', () => {
  test('is one of many', () => {
    expect(scripts.length).toBeGreaterThan(50);
  });

  test.each(scripts)('$name', async ({ script }) => {
    await new Scenario(script, parts).play();
  });
});
