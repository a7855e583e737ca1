// SPDX-License-Identifier: Apache-2.0
// What a page around the calls may use to look like them.
import './parts/avatar.js';
import './parts/connection.js';

export { icon, type IconName } from './parts/icon.js';
export { breakable } from './parts/name.js';
export { page } from './style/page.js';
export { base, buttons, icons } from './style/shared.js';
export { languageOf, wordsFor } from './words/language.js';
export { lexicon, type Lexicon } from './words/lexicon.js';
export { clock } from './words/time.js';
export type { Words } from './words/words.js';
