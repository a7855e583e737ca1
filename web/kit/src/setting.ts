// SPDX-License-Identifier: Apache-2.0
import type { Person } from './names.js';
import { en } from './words/en.js';
import type { Words } from './words/words.js';

/** What all screens are drawn with: one language, and who the users are. */
export interface Setting {
  readonly words: Words;
  readonly person: (userId: string) => Person;
}

/** Where nothing else is said: English, and everybody is called what their user id is. */
export const plainSetting: Setting = { words: en, person: (userId) => ({ name: userId }) };
