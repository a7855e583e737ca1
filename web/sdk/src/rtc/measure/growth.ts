// SPDX-License-Identifier: Apache-2.0
import type { Sent } from '../../media/peer.js';
import type { Entry, Report } from '../../media/report.js';

type Counter =
  | 'bytesSent'
  | 'bytesReceived'
  | 'packetsSent'
  | 'packetsReceived'
  | 'packetsLost'
  | 'framesEncoded'
  | 'framesDecoded'
  | 'totalFreezesDuration'
  | 'jitterBufferDelay'
  | 'jitterBufferEmittedCount';

/** How much a counter has grown since the report before; all of it when there was none. */
export function grown(entry: Entry | undefined, before: Report | undefined, counter: Counter): number {
  return Math.max(0, (entry?.[counter] ?? 0) - (before?.byId(entry?.id)?.[counter] ?? 0));
}

/** What of the other side came to a standstill, or goes on, between two reports. */
export function flows(now: Report, before: Report, what: Sent): boolean {
  const counter = what === 'audio' ? 'packetsReceived' : 'framesDecoded';
  return grown(now.inbound(what), before, counter) > 0;
}
