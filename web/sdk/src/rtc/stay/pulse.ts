// SPDX-License-Identifier: Apache-2.0
import type { Report } from '../../media/report.js';
import { sum } from '../../media/stats.js';

/** How lately anything came in over a media connection. */
export interface Pulse {
  /** All that came so far. */
  readonly heard: number;
  /** When it last grew. */
  readonly at: number;
  /** Looks in a row that found more. */
  readonly streak: number;
}

/** How often to look. */
export const look_ms = 250;
/** A browser calls a connection broken after 5 s and more; in a call nobody waits that long. */
const silence_ms = 750;
/** So many looks make a flow whose end means something; reports alone come now and then. */
const flow = 6;

export const atRest = (now: number): Pulse => ({ heard: 0, at: now, streak: 0 });

/** One look; `stopped` is said once when what had been flowing came to nothing. */
export function look(pulse: Pulse, heard: number, now: number): { pulse: Pulse; stopped: boolean } {
  if (heard !== pulse.heard) return { pulse: { heard, at: now, streak: pulse.streak + 1 }, stopped: false };
  const stopped = pulse.streak >= flow && now - pulse.at >= silence_ms;
  return { pulse: now - pulse.at >= silence_ms ? { ...pulse, streak: 0 } : pulse, stopped };
}

/** What came in over any pair of addresses: the bytes of media, and the answers to the browser's own checks. */
export const signsOfLife = (report: Report): number =>
  sum(
    report.ofType('candidate-pair'),
    ({ bytesReceived = 0, responsesReceived = 0 }) => bytesReceived + responsesReceived,
  );
