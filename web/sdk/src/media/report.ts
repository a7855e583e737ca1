// SPDX-License-Identifier: Apache-2.0
import type { Sent } from './peer.js';

/** What is read of a browser's statistics, by the names of their standard; browsers leave things out. */
export interface Entry {
  readonly id: string;
  readonly type: string;
  /** Milliseconds. */
  readonly timestamp: number;
  readonly kind?: string;
  readonly mid?: string;
  readonly rid?: string;
  readonly active?: boolean;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly codecId?: string;
  readonly clockRate?: number;
  readonly address?: string;
  readonly remoteCandidateId?: string;
  readonly localId?: string;
  readonly availableOutgoingBitrate?: number;
  readonly currentRoundTripTime?: number;
  readonly roundTripTime?: number;
  readonly fractionLost?: number;
  readonly jitter?: number;
  readonly audioLevel?: number;
  readonly bytesSent?: number;
  readonly bytesReceived?: number;
  readonly responsesReceived?: number;
  readonly packetsSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly framesEncoded?: number;
  readonly framesDecoded?: number;
  readonly framesPerSecond?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly concealedSamples?: number;
  readonly silentConcealedSamples?: number;
  readonly totalSamplesReceived?: number;
  readonly totalFreezesDuration?: number;
  readonly jitterBufferDelay?: number;
  readonly jitterBufferEmittedCount?: number;
}

export type Mids = Readonly<Record<Sent, string | undefined>>;

/** A browser's statistics of one media connection at one moment. */
export class Report {
  private readonly entries = new Map<string, Entry>();

  constructor(
    report: RTCStatsReport,
    private readonly mids: Mids,
  ) {
    report.forEach((entry: Entry, id: string) => this.entries.set(id, entry));
  }

  byId(id: string | undefined): Entry | undefined {
    return id === undefined ? undefined : this.entries.get(id);
  }

  ofType(type: string): Entry[] {
    return [...this.entries.values()].filter((each) => each.type === type);
  }

  /** The path that is in use. */
  get pair(): Entry | undefined {
    return this.ofType('candidate-pair').find(({ nominated, state }) => nominated && state === 'succeeded');
  }

  inbound(what: Sent): Entry | undefined {
    return this.ofType('inbound-rtp').find((each) => this.belongs(each, what));
  }

  /** Of the camera one for each of its two pictures. */
  outbound(what: Sent): Entry[] {
    return this.ofType('outbound-rtp').filter((each) => this.belongs(each, what));
  }

  private belongs({ mid, kind }: Entry, what: Sent): boolean {
    // Without a mid a video cannot be told from another; the first is the camera.
    return mid === undefined ? (kind === 'audio') === (what === 'audio') && what !== 'screen' : mid === this.mids[what];
  }
}
