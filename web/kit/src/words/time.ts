// SPDX-License-Identifier: Apache-2.0
import type { Words } from './words.js';

/** A running time as a clock shows it: `0:07`, `12:34`, `1:02:03`. */
export function clock(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** A length of time as a person says it: `7 seconds`, `12 minutes 34 seconds`, `1 hour 2 minutes`. */
export function spoken({ time }: Words, ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  const said =
    hours > 0
      ? [time.hours(hours), some(minutes, time.minutes)]
      : [some(minutes, time.minutes), some(seconds, time.seconds)];
  return said.filter(Boolean).join(' ') || time.seconds(0);
}

const some = (n: number, unit: (count: number) => string): string => (n > 0 ? unit(n) : '');

function parts(ms: number) {
  const all = Math.max(0, Math.floor(ms / 1000));
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
