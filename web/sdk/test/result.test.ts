// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { done, refused } from '../src/result.js';

test('success has code 0 and carries its data', () => {
  expect(done(7)).toEqual({ code: 0, desc: 'ok', data: 7 });
});

test('a refusal is a value with the documented number', () => {
  expect(refused(8010, 'gone')).toEqual({ code: 8010, desc: 'gone' });
});
