// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { ending } from './ended.js';

/** What a screen reader says when a call gets to its present state; the empty text says nothing. */
export function announcement(call: Call): string {
  const { state, peer, direction } = call;
  const kind = call.media === 'video' ? 'video' : 'voice';
  switch (state.kind) {
    case 'ringing':
      return direction === 'incoming'
        ? `Incoming ${kind} call from ${peer}. Press Enter to accept, Escape to decline.`
        : '';
    case 'talking':
      return `Connected to ${peer}.`;
    case 'ended': {
      const { sentence, advice } = ending({ ...state, direction, peer });
      return advice === undefined ? sentence : `${sentence} ${advice}`;
    }
    case 'inviting':
    case 'connecting':
      return '';
  }
}
