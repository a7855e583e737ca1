// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { awake, fallBack, observe, paceAt, retryAfter_ms, speed, window_ms, type Pace } from '../src/pace.js';

/** Frames that take `took` ms each, one after the other, from `now` on for `ms`. */
function work(pace: Pace, took: number, now: number, ms: number, minimum = 12): Pace {
  let at = now;
  let next = pace;
  while (at + took <= now + ms) {
    at += took;
    next = observe(next, { at, done: 1, took }, minimum);
  }
  return next;
}

describe('the pace of an effect', () => {
  it('is its work per second of work, whatever it waited in between', () => {
    const slowCamera = [0, 200, 400].map((at) => ({ at, done: 1, took: 20 }));
    expect(speed(slowCamera)).toBe(50);
    expect(speed([])).toBe(Infinity);
  });

  it('falls back once a whole window was too slow', () => {
    const slow = 100;
    expect(work(paceAt(0), slow, 0, window_ms - slow).phase).toBe('on');
    expect(work(paceAt(0), slow, 0, window_ms).phase).toBe('off');
  });

  it('falls back too when a window holds only a few frames', () => {
    expect(work(paceAt(0), 1000, 0, 4000).phase).toBe('off');
  });

  it('stays on when a hiccup is followed by fast frames', () => {
    const hiccup = observe(paceAt(0), { at: 500, done: 1, took: 500 }, 12);
    expect(work(hiccup, 20, 500, 10_000).phase).toBe('on');
  });

  it('stays on with a slow camera in front of a fast effect', () => {
    let pace = paceAt(0);
    for (let at = 200; at < 20_000; at += 200) pace = observe(pace, { at, done: 1, took: 15 }, 12);
    expect(pace.phase).toBe('on');
  });

  it('never falls back below a minimum of 0', () => {
    expect(work(paceAt(0), 2000, 0, 60_000, 0).phase).toBe('on');
  });

  it('takes no samples in while it is off', () => {
    const off = fallBack(paceAt(0), 1000);
    expect(observe(off, { at: 2000, done: 1, took: 1 }, 12)).toBe(off);
  });

  it('tries again after half a minute, not before', () => {
    const off = fallBack(paceAt(0), 1000);
    expect(awake(off, 1000 + retryAfter_ms - 1).phase).toBe('off');
    expect(awake(off, 1000 + retryAfter_ms).phase).toBe('trying');
  });

  it('waits twice as long after each try in vain, up to five minutes', () => {
    let pace = fallBack(paceAt(0), 0);
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      const { since } = pace;
      let now = since;
      while (awake(pace, now).phase === 'off') now += 1000;
      waits.push((now - since) / 1000);
      pace = work(awake(pace, now), 500, now, window_ms + 500);
      expect(pace.phase).toBe('off');
    }
    expect(waits).toEqual([30, 60, 120, 240, 300, 300]);
  });

  it('is seen again when a whole window was fast enough', () => {
    const trying = awake(fallBack(paceAt(0), 0), retryAfter_ms);
    expect(work(trying, 20, retryAfter_ms, window_ms - 20).phase).toBe('trying');
    expect(work(trying, 20, retryAfter_ms, window_ms).phase).toBe('on');
  });

  it('starts over with the shortest wait after it held out for a minute', () => {
    const failedTwice = fallBack(fallBack(paceAt(0), 0), 0);
    expect(failedTwice.failures).toBe(2);
    const again: Pace = { ...failedTwice, phase: 'on', since: 0 };
    expect(fallBack(again, 59_999).failures).toBe(3);
    expect(fallBack(again, 60_000).failures).toBe(1);
  });
});
