// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { ending } from './ended.js';
import type { Words } from './words.js';

/** What a screen reader says when a call with `name` gets to its present state; the empty text says nothing. */
export function announcement(words: Words, call: Call, name: string): string {
  const { state, direction } = call;
  switch (state.kind) {
    case 'ringing':
      if (direction === 'outgoing') return '';
      return call.media === 'video' ? words.spoken.incomingVideo(name) : words.spoken.incomingVoice(name);
    case 'talking':
      if (call.held === 'none') return words.spoken.connected(name);
      return call.held === 'local' ? words.hold.youHold(name) : words.hold.theyHold(name);
    case 'ended': {
      const { sentence, advice } = ending(words, { ...state, direction, name });
      return advice === undefined ? sentence : `${sentence} ${advice}`;
    }
    case 'inviting':
    case 'connecting':
      return '';
  }
}
