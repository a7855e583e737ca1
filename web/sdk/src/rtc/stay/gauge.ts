// SPDX-License-Identifier: Apache-2.0
import type { PeerLink } from '../../media/peer.js';
import { judge, type NetworkQuality } from '../../media/quality.js';
import type { Report } from '../../media/report.js';
import type { LinkStats } from '../../media/stats.js';
import type { Session } from '../../session/session.js';
import type { Events } from '../../wire/frames.js';

/** What was measured since the time before. */
export interface Figures {
  readonly link: LinkStats;
  readonly report: Report;
  readonly quality: NetworkQuality;
}

const interval_ms = 2_000;
/** A word of the server about the network is worth something this long. */
const fresh_ms = 5_000;

/** What is measured, and how to look at it. */
export interface Gauged {
  readonly link: PeerLink | undefined;
  readonly connected: boolean;
  readonly users: readonly string[];
  /** Whether something of this user should be coming. */
  awaits(userId: string): boolean;
}

/** Measures a media connection every 2 s while it is started. */
export class Gauge {
  private said: { at: number; quality: Events['networkQuality'] } | undefined;
  private running = false;
  /** Of whom nothing came since the time before, although it should have. */
  private silent: readonly string[] = [];
  private timer: () => void = () => {};

  constructor(
    private readonly session: Session,
    private readonly gauged: Gauged,
    private readonly tell: (figures: Figures) => void,
  ) {}

  hear(quality: Events['networkQuality']): void {
    this.said = { at: this.session.now(), quality };
  }

  start(): void {
    this.stop();
    this.running = true;
    this.silent = [];
    this.await();
  }

  stop(): void {
    this.running = false;
    this.timer();
  }

  private await(): void {
    const { clock } = this.session;
    this.timer();
    this.timer = clock.wake(clock.now() + interval_ms, () => void this.measure());
  }

  private async measure(): Promise<void> {
    const stats = await this.gauged.link?.stats().catch(() => undefined);
    if (!this.running) return;
    if (stats) this.tell({ ...stats, quality: this.judge(stats.link) });
    this.await();
  }

  private judge(link: LinkStats): NetworkQuality {
    const { users, connected } = this.gauged;
    const fresh = this.said && this.session.now() - this.said.at < fresh_ms;
    return judge(fresh ? this.said?.quality : undefined, link, users, connected, this.stillSilent(link));
  }

  /** A flow that is only beginning may have missed one interval; who missed two is silent. */
  private stillSilent({ received, begun }: LinkStats): readonly string[] {
    const before = this.silent;
    const quiet = received === 0 && begun;
    this.silent = quiet ? this.gauged.users.filter((user) => this.gauged.awaits(user)) : [];
    return this.silent.filter((user) => before.includes(user));
  }
}
