// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, test, vi } from 'vitest';
import type { PeerLink } from '../src/media/peer.js';
import { Report, type Mids } from '../src/media/report.js';
import { readStats } from '../src/media/stats.js';
import { Gauge, type Figures } from '../src/rtc/stay/gauge.js';
import type { Session } from '../src/session/session.js';

const interval_ms = 2_000;

/** Packets that came in each interval, and what was told of bob after each. */
async function told(packets: readonly number[], awaited = true): Promise<number[]> {
  let sum = 0;
  const next = [...packets];
  let before: Report | undefined;
  const link = {
    stats: () => {
      sum += next.shift() ?? 0;
      const entry = { type: 'inbound-rtp', packetsReceived: sum };
      const report = new Report(new Map([['in', entry]]), {} as Mids);
      const figures = { link: readStats(report, before), report };
      before = report;
      return Promise.resolve(figures);
    },
  } as unknown as PeerLink;
  const qualities: number[] = [];
  const clock = {
    now: () => Date.now(),
    wake: (at: number, code: () => void) => {
      const timer = setTimeout(code, at - Date.now());
      return () => clearTimeout(timer);
    },
  };
  const session = { clock, now: clock.now } as unknown as Session;
  const gauged = { link, connected: true, users: ['bob'], awaits: () => awaited };
  const gauge = new Gauge(session, gauged, ({ quality }: Figures) => {
    qualities.push(quality.remote[0]?.quality ?? -1);
  });
  gauge.start();
  await vi.advanceTimersByTimeAsync(packets.length * interval_ms);
  gauge.stop();
  return qualities;
}

beforeEach(() => {
  vi.useFakeTimers();
});

test('who should be heard and was not for two intervals is down, until the next packet', async () => {
  expect(await told([100, 100, 0, 0, 0, 5])).toEqual([1, 1, 1, 6, 6, 1]);
});

test('before the first packet nobody is silent', async () => {
  expect(await told([0, 0, 0, 10])).toEqual([1, 1, 1, 1]);
});

test('who sends nothing that is wanted is not silent', async () => {
  expect(await told([100, 0, 0, 0], false)).toEqual([1, 1, 1, 1]);
});
