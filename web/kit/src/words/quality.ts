// SPDX-License-Identifier: Apache-2.0
import type { CallQuality, Quality } from '@duet/sdk';
import type { Words } from './words.js';

/** How good the line is: the number of bars of four, the words beside them, and whether it is worth a colour. */
export interface Signal {
  readonly level: Quality;
  readonly bars: 0 | 1 | 2 | 3 | 4;
  readonly mood: 'calm' | 'warn' | 'bad';
}

const scale: Record<Quality, Omit<Signal, 'level'>> = {
  0: { bars: 0, mood: 'calm' },
  1: { bars: 4, mood: 'calm' },
  2: { bars: 4, mood: 'calm' },
  3: { bars: 3, mood: 'calm' },
  4: { bars: 2, mood: 'warn' },
  5: { bars: 1, mood: 'bad' },
  6: { bars: 0, mood: 'bad' },
};

/** The worse of both directions, since that is what the two of them notice. */
export function signal(quality: CallQuality): Signal {
  const level = Math.max(quality.local, quality.remote) as Quality;
  return { level, ...scale[level] };
}

/** The figures behind the signal, for those who hover over it. */
export function figures({ line }: Words, { rtt, upLoss, downLoss }: CallQuality): string {
  return line.figures(Math.round(rtt), Math.round(upLoss), Math.round(downLoss));
}
