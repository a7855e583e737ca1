// SPDX-License-Identifier: Apache-2.0
import type { Call, CallMedia } from '@duet/sdk';

/** A call of this session that is over. */
export interface RecentCall {
  readonly peer: string;
  readonly media: CallMedia;
  readonly direction: Call['direction'];
  readonly talkedMs: number;
  readonly endedAt: Date;
}

/** How many recent calls the home screen remembers: as many as fit on a phone without scrolling far. */
const remembered = 6;

/** The list with an ended call put at its head. */
export function withCall(recent: readonly RecentCall[], call: Call, now: Date): readonly RecentCall[] {
  if (call.state.kind !== 'ended') return recent;
  const { peer, media, direction } = call;
  return [{ peer, media, direction, talkedMs: call.state.talkedMs, endedAt: now }, ...recent].slice(0, remembered);
}
