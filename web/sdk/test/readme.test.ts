// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import readme from '../README.md?raw';
import example from './readme-example.ts?raw';

test('the example of the README is the one that the compiler checks', () => {
  const checked = example.slice(example.indexOf('import {'));
  expect(readme).toContain(`\`\`\`ts\n${checked}\`\`\``);
});
