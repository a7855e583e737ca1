// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import type { Result } from '../../result.js';
import type { Session } from '../../session/session.js';
import type { MediaFlags, ReceiveWish } from '../../wire/frames.js';
import { sameFlags, silence } from './company.js';

/** What a device wants of the others as long as it says nothing else. */
export const everything: ReceiveWish = { audio: true, video: 'big', screen: true };

/** Any other refusal of what is sent is repaired by entering again. */
const denials = new Set<number>([Code.videoDenied, Code.screenDenied, Code.screenTaken]);

/** What the server has been told of us: what we send and what we want. An entry sets it back; only changes are told. */
export class Standing {
  private flags = silence;
  private wish = everything;

  /** `refused`: what is sent may not reach the others. */
  constructor(
    private readonly session: Session,
    private readonly refused: (why: Result) => void,
  ) {}

  /** An entry tells what is sent from the start, and makes the server forget what was wanted. */
  begin(flags: MediaFlags): MediaFlags {
    this.flags = flags;
    this.wish = everything;
    return flags;
  }

  tell(flags: MediaFlags, wish: ReceiveWish): void {
    if (!sameFlags(flags, this.flags)) {
      this.flags = flags;
      void this.session.request('setMedia', flags).then(({ code, desc }) => {
        if (denials.has(code)) this.refused({ code, desc });
      });
    }
    if (!sameWish(wish, this.wish)) {
      this.wish = wish;
      void this.session.request('setReceive', wish);
    }
  }
}

const sameWish = (a: ReceiveWish, b: ReceiveWish): boolean =>
  a.audio === b.audio && a.video === b.video && a.screen === b.screen;
