// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { reported } from './browser.js';
import { atRest, look, look_ms, signsOfLife } from '../src/rtc/stay/pulse.js';

/** Says at which of the looks, counted from 0, the flow was called stopped. */
function stops(bytes: readonly number[]): number[] {
  let pulse = atRest(0);
  return bytes.flatMap((heard, n) => {
    const next = look(pulse, heard, n * look_ms);
    pulse = next.pulse;
    return next.stopped ? [n] : [];
  });
}

const flowing = [1, 2, 3, 4, 5, 6, 7];

test('a flow that ends is called stopped once, after three quarters of a second', () => {
  expect(stops([...flowing, 7, 7, 7, 7, 7, 7, 7])).toEqual([9]);
});

test('a flow that goes on, even with a shorter gap, is not', () => {
  expect(stops([...flowing, 7, 7, 8, 8, 8, 9])).toEqual([]);
});

test('reports that come now and then make no flow', () => {
  expect(stops([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3])).toEqual([]);
});

test('a flow that comes back is watched again', () => {
  expect(stops([...flowing, 7, 7, 7, 8, 9, 10, 11, 12, 13, 13, 13, 13])).toEqual([9, 18]);
});

test('only what came over pairs of addresses counts', () => {
  const report = [
    { type: 'candidate-pair', bytesReceived: 3 },
    { type: 'inbound-rtp', bytesReceived: 50 },
    { type: 'candidate-pair', bytesReceived: 4, responsesReceived: 2 },
    { type: 'candidate-pair' },
  ];
  expect(signsOfLife(reported(report))).toBe(9);
});
