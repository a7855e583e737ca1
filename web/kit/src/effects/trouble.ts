// SPDX-License-Identifier: Apache-2.0
import type { Words } from '../words/words.js';
import type { Effects } from './effects.js';

/** What does not work although it was chosen, as a sentence. */
export function troubleOf({ effects: words }: Words, { trouble }: Effects): string | undefined {
  if (trouble.video !== undefined) return words[trouble.video];
  return trouble.audio === undefined ? undefined : words.voiceFailed;
}
