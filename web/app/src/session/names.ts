// SPDX-License-Identifier: Apache-2.0

/** The longest user id the server takes. */
export const longestName = 32;

/** The sentence that tells what is wrong with a user id, or undefined when it is one. */
export function faultOfName(name: string): string | undefined {
  if (name === '') return 'Type a name first.';
  if (name.length > longestName) return `A name has at most ${longestName} characters.`;
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return 'A name is made of letters, digits, hyphens and underscores.';
  return undefined;
}

/** One or two letters that stand for a user on an avatar. */
export function initials(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const letters = words.length > 1 ? words.slice(0, 2).map((word) => word[0]) : [words[0]?.[0] ?? name[0] ?? '?'];
  return letters.join('').toUpperCase();
}

/** Which of the `tints` avatar colours a user has: always the same one. */
export function tintOf(name: string, tints: number): number {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hash % tints;
}
