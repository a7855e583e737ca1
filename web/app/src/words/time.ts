// SPDX-License-Identifier: Apache-2.0

/** A running time as a clock shows it: `0:07`, `12:34`, `1:02:03`. */
export function clock(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** A length of time as a person says it: `7 seconds`, `12 minutes 34 seconds`, `1 hour 2 minutes`. */
export function spoken(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  if (hours > 0) return joined(count(hours, 'hour'), count(minutes, 'minute'));
  return joined(count(minutes, 'minute'), count(seconds, 'second')) || '0 seconds';
}

function parts(ms: number) {
  const all = Math.max(0, Math.floor(ms / 1000));
  return { hours: Math.floor(all / 3600), minutes: Math.floor(all / 60) % 60, seconds: all % 60 };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function count(n: number, unit: string): string {
  return n === 0 ? '' : `${n} ${unit}${n === 1 ? '' : 's'}`;
}

function joined(...words: string[]): string {
  return words.filter(Boolean).join(' ');
}
