// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { connecting, recover, recoveryWakeAt, type RecoveryEvent } from '../src/rtc/stay/recovery.js';

const giveUp = 30_000;

/** A media connection under manual time; `log` says what was done when. */
class Line {
  state = connecting(0);
  now = 0;
  log: string[] = [];

  on(event: RecoveryEvent): this {
    const [next, effects] = recover(this.state, event, this.now, giveUp);
    this.state = next;
    this.log.push(...effects.map((effect) => `${this.now / 1000} ${effect}`));
    return this;
  }

  /** Restarts are answered at once, and do not help. */
  pass(ms: number): this {
    const until = this.now + ms;
    for (;;) {
      const at = recoveryWakeAt(this.state, giveUp);
      if (at === undefined || at > until) break;
      this.now = Math.max(this.now, at);
      const before = this.log.length;
      this.on('wake');
      if (this.log.slice(before).some((line) => line.endsWith('restart'))) this.on('restartEnded');
    }
    this.now = until;
    return this;
  }
}

describe('a media connection', () => {
  test('that comes up in time needs nothing', () => {
    expect(new Line().pass(500).on('connected').pass(60_000).log).toEqual([]);
  });

  test('that flickers for less than a second is left alone', () => {
    expect(new Line().on('connected').on('disconnected').pass(900).on('connected').pass(60_000).log).toEqual([]);
  });

  test('that breaks is restarted with growing pauses, told as the guide times it, and given up', () => {
    expect(new Line().on('connected').on('disconnected').pass(60_000).log).toEqual([
      '1 restart',
      '1.5 restart',
      '2.5 restart',
      '4.5 restart',
      '8 connectionLost',
      '8.5 restart',
      '11 tryToReconnect',
      '16.5 restart',
      '24.5 restart',
      '30 giveUp',
    ]);
  });

  test('that fails is restarted at once', () => {
    expect(new Line().on('connected').on('failed').pass(0).log).toEqual(['0 restart']);
  });

  test('that comes back says so only when its loss was told', () => {
    expect(new Line().on('connected').on('disconnected').pass(9_000).on('connected').log.at(-1)).toBe('9 recovered');
    expect(new Line().on('connected').on('disconnected').pass(5_000).on('connected').log).not.toContain('5 recovered');
  });

  test('is restarted when the network is another one', () => {
    expect(new Line().on('connected').on('networkChanged').log).toEqual(['0 restart']);
  });

  test('that is given up stays so', () => {
    const line = new Line().on('connected').on('disconnected').pass(60_000);
    const { length } = line.log;
    expect(line.on('connected').on('failed').pass(60_000).log).toHaveLength(length);
  });
});
