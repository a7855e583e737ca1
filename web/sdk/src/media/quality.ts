// SPDX-License-Identifier: Apache-2.0
import type { Events } from '../wire/frames.js';
import type { LinkStats } from './stats.js';

/** 0 unknown, 1 excellent, 2 good, 3 poor, 4 bad, 5 very bad, 6 down. */
export type Quality = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The upper bounds of loss in percent and round trip in ms for the levels 1 to 5; beyond is 6. */
const bounds: readonly { loss: number; rtt: number }[] = [
  { loss: 2, rtt: 150 },
  { loss: 5, rtt: 250 },
  { loss: 10, rtt: 400 },
  { loss: 20, rtt: 700 },
  { loss: 50, rtt: 2000 },
];

export function grade(loss: number, rtt: number): Quality {
  const level = bounds.findIndex((bound) => loss <= bound.loss && rtt <= bound.rtt);
  return (level < 0 ? 6 : level + 1) as Quality;
}

export interface NetworkQuality {
  readonly local: Quality;
  readonly rtt: number;
  readonly upLoss: number;
  readonly remote: readonly { readonly userId: string; readonly quality: Quality; readonly downLoss: number }[];
}

const level = (quality: number): Quality => Math.max(0, Math.min(6, Math.round(quality))) as Quality;

/**
 * The network's quality now: the server's word where it has one, since it sees both legs; what the browser measured
 * otherwise. While the connection is down so is the quality, whatever was said last.
 */
export function judge(
  said: Events['networkQuality'] | undefined,
  measured: LinkStats,
  users: readonly string[],
  connected: boolean,
): NetworkQuality {
  if (!connected) {
    return { local: 6, rtt: 0, upLoss: 0, remote: users.map((userId) => ({ userId, quality: 6, downLoss: 0 })) };
  }
  const rtt = said?.local.rtt || measured.rtt;
  const upLoss = said?.local.upLoss ?? measured.upLoss;
  return {
    local: level(said?.local.quality ?? 0) || grade(upLoss, rtt),
    rtt,
    upLoss,
    remote: users.map((userId) => {
      const theirs = said?.remote.find((each) => each.userId === userId);
      const downLoss = theirs?.downLoss ?? measured.downLoss;
      return { userId, quality: level(theirs?.quality ?? 0) || grade(downLoss, rtt), downLoss };
    }),
  };
}
