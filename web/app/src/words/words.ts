// SPDX-License-Identifier: Apache-2.0
import type { Problem } from './problem.js';

/** Every word of the page around the calls, in one language. */
export interface Words {
  /** The language as a `lang` attribute names it. */
  readonly tag: string;

  /** What the button says that changes to the other language, in that language. */
  readonly otherLanguage: string;
  readonly otherTag: string;

  readonly signIn: {
    readonly whatName: string;
    readonly title: string;
    readonly development: string;
    readonly tickets: string;
    readonly app: string;
    readonly name: string;
    readonly user: string;
    readonly ticket: string;
    readonly signIn: string;
    readonly signingIn: string;
    readonly otherSide: string;
    readonly wrongApp: string;
    readonly noTicket: string;
  };

  readonly home: {
    readonly youAre: string;
    readonly signOut: string;
    readonly whom: string;
    readonly callee: string;
    readonly video: string;
    readonly voice: string;
    readonly nobodyYet: string;
    readonly openAs: (name: string) => string;
    readonly yourself: string;
    readonly notices: string;
  };

  readonly recent: {
    readonly title: string;
    readonly callAgain: string;
    readonly video: string;
    readonly voice: string;
    readonly missed: string;
  };

  readonly names: {
    readonly empty: string;
    readonly tooLong: (most: number) => string;
    readonly letters: string;
  };

  readonly problems: {
    readonly unreachable: Problem;
    readonly kicked: Problem;
    /** A sign-in the server refused, with the server's own sentence. */
    readonly refused: (code: number, desc: string) => Problem;
  };
}
