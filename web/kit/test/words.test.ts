// SPDX-License-Identifier: Apache-2.0
import type { EndReason, EndSide } from '@duet/sdk';
import { describe, expect, test } from 'vitest';
import { fills } from '../src/pictures/picture.js';
import { initials, tintOf } from '../src/names.js';
import { loudness } from '../src/sound/level.js';
import { deviceAdvice } from '../src/words/devices.js';
import { ending } from '../src/words/ended.js';
import { en } from '../src/words/en.js';
import { signal } from '../src/words/quality.js';
import { clock, spoken } from '../src/words/time.js';

describe('why a call ended', () => {
  const told: [EndReason, EndSide, 'outgoing' | 'incoming', string][] = [
    ['hangup', 'local', 'outgoing', 'You hung up.'],
    ['hangup', 'remote', 'incoming', 'bob hung up.'],
    ['reject', 'remote', 'outgoing', 'bob declined the call.'],
    ['reject', 'local', 'incoming', 'You declined the call.'],
    ['noResponse', 'server', 'outgoing', 'bob did not answer.'],
    ['noResponse', 'server', 'incoming', 'You missed a call from bob.'],
    ['offline', 'server', 'outgoing', 'bob is not online.'],
    ['lineBusy', 'remote', 'outgoing', 'bob is in another call.'],
    ['lineBusy', 'local', 'incoming', 'bob called while you were in another call.'],
    ['canceled', 'local', 'outgoing', 'You cancelled the call.'],
    ['canceled', 'remote', 'incoming', 'bob cancelled the call before you answered.'],
    ['otherDeviceAccepted', 'local', 'incoming', 'You answered on another device.'],
    ['otherDeviceReject', 'local', 'incoming', 'You declined on another device.'],
    ['endByServer', 'server', 'outgoing', 'The server ended the call.'],
    ['unknown', 'server', 'outgoing', 'The call ended unexpectedly.'],
    ['deviceError', 'local', 'outgoing', 'Your microphone could not be used.'],
    ['connectionLost', 'remote', 'outgoing', 'The connection to bob was lost.'],
    ['connectionLost', 'local', 'outgoing', 'The connection was lost.'],
  ];

  test.each(told)('%s by the %s side of an %s call', (reason, side, direction, sentence) => {
    expect(ending(en, { reason, side, direction, name: 'bob', code: 0, message: '' }).sentence).toBe(sentence);
  });

  test.each(['endByServer', 'deviceError', 'unknown'] as const)('%s adds what the SDK says', (reason) => {
    const { advice } = ending(en, {
      reason,
      side: 'server',
      direction: 'outgoing',
      name: 'bob',
      code: 9,
      message: 'Do this.',
    });
    expect(advice).toBe('Do this.');
  });
});

describe('a microphone that could not be used', () => {
  const fine = { secure: true, camera: 'granted', microphone: 'granted', microphones: 1 } as const;

  test.each([
    [{ secure: false }, 'https'],
    [{ microphone: 'denied' }, 'may not use the microphone.'],
    [{ camera: 'denied', microphone: 'denied' }, 'may not use the camera and microphone.'],
    [{ microphones: 0 }, 'No microphone was found.'],
  ] as const)('with %j says what to do', (facts, words) => {
    expect(deviceAdvice(en, { ...fine, ...facts })).toContain(words);
  });

  test('is left to the SDK to explain when the facts do not', () => {
    expect(deviceAdvice(en, { ...fine, camera: 'denied' })).toBeUndefined();
  });
});

describe('time', () => {
  test.each([
    [-5, '0:00'],
    [7_400, '0:07'],
    [754_000, '12:34'],
    [3_600_000, '1:00:00'],
    [3_723_000, '1:02:03'],
  ])('%d ms is %s on the clock', (ms, shown) => expect(clock(ms)).toBe(shown));

  test.each([
    [0, '0 seconds'],
    [1_000, '1 second'],
    [60_000, '1 minute'],
    [754_000, '12 minutes 34 seconds'],
    [3_660_000, '1 hour 1 minute'],
  ])('%d ms is said as %s', (ms, said) => expect(spoken(en, ms)).toBe(said));
});

describe('the line', () => {
  test.each([
    [0, 0, 0, 0],
    [1, 2, 2, 4],
    [4, 1, 4, 2],
    [1, 6, 6, 0],
  ] as const)('with %d up and %d down is %d, with %d bars', (local, remote, level, bars) => {
    expect(signal({ local, remote, rtt: 0, upLoss: 0, downLoss: 0 })).toMatchObject({ level, bars });
  });
});

describe('names', () => {
  test.each([
    ['alice', 'A'],
    ['mary_ann-lee', 'MA'],
    ['42', '4'],
    ['_', '_'],
  ])('%s has the initials %s', (name, letters) => expect(initials(name)).toBe(letters));

  test('a user always has the same colour', () => expect(tintOf('alice', 6)).toBe(tintOf('alice', 6)));
});

describe('a picture', () => {
  const phone = { width: 390, height: 844 };
  test('of nearly the shape of its frame fills it', () =>
    expect(fills({ width: 1280, height: 720 }, { width: 1280, height: 800 })).toBe(true));
  test('that would lose the people in it is shown whole', () =>
    expect(fills({ width: 1280, height: 720 }, phone)).toBe(false));
  test('that has not arrived yet fills its frame', () => expect(fills({ width: 0, height: 0 }, phone)).toBe(true));
});

test('silence has no loudness and full scale has all of it', () => {
  expect(loudness(new Float32Array(64))).toBe(0);
  expect(loudness(new Float32Array(64).fill(1))).toBe(1);
});
