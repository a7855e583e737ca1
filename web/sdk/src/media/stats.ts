// SPDX-License-Identifier: Apache-2.0

/** What the browser knows about a connection. Losses in percent since the figures before, `rtt` in ms. */
export interface LinkStats {
  readonly rtt: number;
  readonly upLoss: number;
  readonly downLoss: number;
  /** Packets since the figures before. */
  readonly received: number;
  /** Running totals, the base of the next figures. */
  readonly packetsLost: number;
  readonly packetsReceived: number;
}

interface Entry {
  readonly type: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly currentRoundTripTime?: number;
  readonly fractionLost?: number;
  readonly packetsLost?: number;
  readonly packetsReceived?: number;
}

export function readStats(report: { forEach(each: (entry: Entry) => void): void }, before?: LinkStats): LinkStats {
  const entries: Entry[] = [];
  report.forEach((entry) => entries.push(entry));
  const pair = entries.find((each) => each.type === 'candidate-pair' && each.nominated && each.state === 'succeeded');
  const inbound = entries.filter(({ type }) => type === 'inbound-rtp');
  const packetsLost = sum(inbound.map((each) => each.packetsLost ?? 0));
  const packetsReceived = sum(inbound.map((each) => each.packetsReceived ?? 0));
  const lost = Math.max(0, packetsLost - (before?.packetsLost ?? 0));
  const received = Math.max(0, packetsReceived - (before?.packetsReceived ?? 0));
  const up = entries.filter(({ type }) => type === 'remote-inbound-rtp').map((each) => each.fractionLost ?? 0);
  return {
    rtt: Math.round((pair?.currentRoundTripTime ?? 0) * 1000),
    upLoss: percent(Math.max(0, ...up)),
    received,
    downLoss: lost + received === 0 ? 0 : percent(lost / (lost + received)),
    packetsLost,
    packetsReceived,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

const percent = (share: number): number => Math.round(share * 1000) / 10;
