// SPDX-License-Identifier: Apache-2.0
import type { Entry, Report } from './report.js';

/** What the browser knows about a connection: losses in percent since the report before, `rtt` in ms. */
export interface LinkStats {
  readonly rtt: number;
  readonly upLoss: number;
  readonly downLoss: number;
  /** Packets since the figures before. */
  readonly received: number;
  /** Whether any packet has come yet. */
  readonly begun: boolean;
}

export function readStats(now: Report, before?: Report): LinkStats {
  const lost = grew(now, before, 'packetsLost');
  const received = grew(now, before, 'packetsReceived');
  const up = now.ofType('remote-inbound-rtp').map((each) => each.fractionLost ?? 0);
  return {
    rtt: Math.round((now.pair?.currentRoundTripTime ?? 0) * 1000),
    upLoss: percent(Math.max(0, ...up)),
    received,
    begun: now.ofType('inbound-rtp').some((each) => (each.packetsReceived ?? 0) > 0),
    downLoss: lost + received === 0 ? 0 : percent(lost / (lost + received)),
  };
}

/** Of all that comes in. */
function grew(now: Report, before: Report | undefined, counter: 'packetsLost' | 'packetsReceived'): number {
  const total = (report: Report | undefined): number =>
    sum(report?.ofType('inbound-rtp') ?? [], (each) => each[counter]);
  return Math.max(0, total(now) - total(before));
}

export const sum = (entries: readonly Entry[], of: (entry: Entry) => number | undefined): number =>
  entries.reduce((all, each) => all + (of(each) ?? 0), 0);

export const percent = (share: number): number => Math.round(share * 1000) / 10;
