// SPDX-License-Identifier: Apache-2.0
import type { Effects } from './effects/effects.js';
import type { Person } from './names.js';
import { incomingRing, outgoingRing, play, waitingRing } from './sound/ring.js';
import { playFile } from './sound/file.js';
import { en } from './words/en.js';
import type { Words } from './words/words.js';

/** Begins a sound, and returns the function that ends it. */
export type Sound = () => () => void;

/** What all screens are drawn with: one language, who the users are, what rings. */
export interface Setting {
  readonly words: Words;
  readonly person: (userId: string) => Person;
  readonly rings: { readonly incoming: Sound; readonly outgoing: Sound; readonly waiting: Sound };
  /** Whether the system may show a notice of a call while the tab is hidden. */
  readonly notices: boolean;
  /** What is done to the own picture and voice; undefined where nothing may be. */
  readonly effects: Effects | undefined;
}

const silence: Sound = () => () => {};

/** The sounds for a wish: nothing for `none`, the built-in ones for an empty one, else the file at this address. */
export function ringsFor(wish: string): Setting['rings'] {
  if (wish === 'none') return { incoming: silence, outgoing: silence, waiting: silence };
  return {
    incoming: wish === '' ? () => play(incomingRing) : () => playFile(wish),
    outgoing: () => play(outgoingRing),
    waiting: () => play(waitingRing),
  };
}

/** Where nothing else is said: English, and everybody is called what their user id is. */
export const plainSetting: Setting = {
  words: en,
  person: (userId) => ({ name: userId }),
  rings: ringsFor(''),
  notices: true,
  effects: undefined,
};
