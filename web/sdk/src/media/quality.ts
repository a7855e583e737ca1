// SPDX-License-Identifier: Apache-2.0
import type { Events } from '../wire/frames.js';
import type { LinkStats } from './stats.js';

/** 0 unknown, 1 excellent, 2 good, 3 poor, 4 bad, 5 very bad, 6 down. */
export type Quality = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/**
 * The most loss in percent, round trip in ms and jitter in ms for the levels 1 to 5; beyond is 6. The same that the
 * server grades by, see docs/protocol.md.
 */
const bounds: readonly (readonly [loss: number, rtt: number, jitter: number])[] = [
  [1, 100, 30],
  [3, 200, 50],
  [8, 400, 100],
  [15, 800, 200],
  [30, 1500, 400],
];

export function grade(loss: number, rtt: number, jitter = 0): Quality {
  const level = bounds.findIndex((most) => loss <= most[0] && rtt <= most[1] && jitter <= most[2]);
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
 * otherwise. While the connection is down so is the quality, whatever was said last, and so is that of who is `silent`.
 */
export function judge(
  said: Events['networkQuality'] | undefined,
  measured: LinkStats,
  users: readonly string[],
  connected: boolean,
  silent: readonly string[] = [],
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
      if (silent.includes(userId)) return { userId, quality: 6, downLoss };
      return { userId, quality: level(theirs?.quality ?? 0) || grade(downLoss, rtt), downLoss };
    }),
  };
}
