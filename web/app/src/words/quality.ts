// SPDX-License-Identifier: Apache-2.0
import type { CallQuality, Quality } from '@duet/sdk';

/** How good the line is: the number of bars of four, the words beside them, and whether it is worth a colour. */
export interface Signal {
  readonly level: Quality;
  readonly bars: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
  readonly mood: 'calm' | 'warn' | 'bad';
}

const scale: Record<Quality, Omit<Signal, 'level'>> = {
  0: { bars: 0, words: 'Checking the line', mood: 'calm' },
  1: { bars: 4, words: 'Excellent', mood: 'calm' },
  2: { bars: 4, words: 'Good', mood: 'calm' },
  3: { bars: 3, words: 'Fair', mood: 'calm' },
  4: { bars: 2, words: 'Weak', mood: 'warn' },
  5: { bars: 1, words: 'Very weak', mood: 'bad' },
  6: { bars: 0, words: 'No connection', mood: 'bad' },
};

/** The worse of both directions, since that is what the two of them notice. */
export function signal(quality: CallQuality): Signal {
  const level = Math.max(quality.local, quality.remote) as Quality;
  return { level, ...scale[level] };
}

/** The figures behind the signal, for those who hover over it. */
export function figures(quality: CallQuality): string {
  const { rtt, upLoss, downLoss } = quality;
  return `Round trip ${Math.round(rtt)} ms, loss ${Math.round(upLoss)} % up and ${Math.round(downLoss)} % down`;
}
