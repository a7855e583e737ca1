// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import example from '../example/index.html?raw';
import readme from '../README.md?raw';
import { DuetCall } from '../src/index.js';

test('the example of the README is the page in example/, of at most thirty lines', () => {
  expect(readme).toContain(`\`\`\`html\n${example}\`\`\``);
  expect(example.trimEnd().split('\n').length).toBeLessThanOrEqual(30);
});

test('the README names every attribute of the element', () => {
  for (const attribute of DuetCall.observedAttributes) expect(readme).toContain(`\`${attribute}\``);
});
