// SPDX-License-Identifier: Apache-2.0
import type { Words } from '../words/words.js';

/** The longest user id the server takes. */
export const longestName = 32;

/** What is wrong with something that was typed, to be said in whatever language the page then speaks. */
export type Fault = (words: Words) => string;

/** What is wrong with a user id, or undefined when it is one. */
export function faultOfName(name: string): Fault | undefined {
  if (name === '') return ({ names }) => names.empty;
  if (name.length > longestName) return ({ names }) => names.tooLong(longestName);
  if (!/^[A-Za-z0-9_-]+$/.test(name)) return ({ names }) => names.letters;
  return undefined;
}
