// SPDX-License-Identifier: Apache-2.0
import type { Sent } from '../../media/peer.js';
import type { Platform } from '../../session/platform.js';
import type { Report } from '../../media/report.js';

/** A first frame that is waited for: one that is sent, or the voice of the other side. */
export type First = `sent ${Sent}` | 'heard audio';

/** Often enough that nobody waits for it, seldom enough that it costs nothing. */
const look_ms = 200;
/** What has not begun within this does not begin soon: the next reason to look will come. */
const longest_ms = 30_000;

const counted = (report: Report, first: First): number => {
  if (first === 'heard audio') return report.inbound('audio')?.packetsReceived ?? 0;
  return report.outbound(first.slice(5) as Sent).reduce((all, { packetsSent = 0 }) => all + packetsSent, 0);
};

/** Looks for first frames as long as one is waited for. */
export class Firsts {
  private readonly awaited = new Map<First, { readonly until: number; base: number | undefined }>();
  private cancel: () => void = () => {};
  private looking = false;

  constructor(
    private readonly clock: Platform,
    private readonly report: () => Promise<Report | undefined>,
    private readonly tell: (first: First) => void,
  ) {}

  /** From now on the next frame of this is the first. */
  await(first: First): void {
    this.awaited.set(first, { until: this.clock.now() + longest_ms, base: undefined });
    if (!this.looking) void this.look();
  }

  forget(first: First): void {
    this.awaited.delete(first);
  }

  stop(): void {
    this.awaited.clear();
    this.cancel();
    this.looking = false;
  }

  private async look(): Promise<void> {
    this.looking = true;
    const report = await this.report();
    for (const [first, wait] of this.awaited) {
      const count = report ? counted(report, first) : 0;
      // The count begins anew with a new connection.
      if (report) wait.base = Math.min(wait.base ?? count, count);
      const came = wait.base !== undefined && count > wait.base;
      if (came || this.clock.now() >= wait.until) this.awaited.delete(first);
      if (came) this.tell(first);
    }
    this.looking = this.awaited.size > 0;
    if (this.looking) this.cancel = this.clock.wake(this.clock.now() + look_ms, () => void this.look());
  }
}
