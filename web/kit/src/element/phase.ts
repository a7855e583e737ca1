// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';

/** Which screen a call is on. */
export type CallScreenName = 'outgoing' | 'incoming' | 'in-call' | 'ended';

/** The screen for a call as it stands. */
export function screenOf(call: Call): CallScreenName {
  switch (call.state.kind) {
    case 'inviting':
    case 'ringing':
      return call.direction;
    case 'connecting':
    case 'talking':
      return 'in-call';
    case 'ended':
      return 'ended';
  }
}
