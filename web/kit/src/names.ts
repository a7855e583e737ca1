// SPDX-License-Identifier: Apache-2.0

/** Somebody as the screens show them. */
export interface Person {
  readonly name: string;
  /** Address of a picture of them; initials on a colour without one. */
  readonly picture?: string;
}

/** One or two letters that stand for a name on an avatar. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = words.slice(0, 2).map(first).join('');
  return (letters || first(name) || '?').toUpperCase();
}

const first = (text: string): string => Array.from(text)[0] ?? '';

/** Which of the `tints` avatar colours a name has: always the same one. */
export function tintOf(name: string, tints: number): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hash % tints;
}
