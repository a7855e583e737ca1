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
