// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import { PeerLink, type PeerFactory } from '../../media/peer.js';
import { grade } from '../../media/quality.js';
import { sum } from '../../media/stats.js';
import type { Platform } from '../../session/platform.js';
import type { Session } from '../../session/session.js';
import type { SharedSession } from '../../session/shared.js';
import { entryCode } from '../params.js';
import type { RtcSpeedTestParams, RtcSpeedTestResult } from '../types.js';
import type { Entry, Report } from '../../media/report.js';
import { failed } from './speed-tests.js';
import { testSignal, type TestSignal } from './test-signal.js';

/** A connection is up long before that, or will not be. */
const connecting_ms = 5_000;
/** Long enough for the estimate of the bandwidth to settle. */
const measuring_ms = 5_000;
const look_ms = 250;
/** When nobody asks for the bandwidth, a call's is enough to see loss and delay. */
const usual_kbps = 800;

export interface SpeedTestTools {
  readonly clock: Platform;
  readonly acquire: () => SharedSession;
  readonly createPeer?: PeerFactory;
  readonly signal?: () => TestSignal;
}

/** Sends a synthetic picture and voice to the server's mirror, and says how they came back. */
export class SpeedTest {
  private stopped = false;
  private wakes: (() => void)[] = [];

  constructor(
    private readonly tools: SpeedTestTools,
    private readonly params: RtcSpeedTestParams,
  ) {}

  /** Undefined when it was stopped. */
  async run(): Promise<RtcSpeedTestResult | undefined> {
    const shared = this.tools.acquire();
    try {
      const { code, desc } = await shared.signedIn;
      if (this.stopped) return undefined;
      if (code !== Code.ok) return failed(`${desc} (${entryCode(code)})`);
      return await this.reflect(shared.session);
    } catch (error) {
      return failed(`The speed test could not be run: ${String(error)}.`);
    } finally {
      void shared.release();
    }
  }

  /** Ends it; no result is told. */
  stop(): void {
    this.stopped = true;
    for (const wake of this.wakes.splice(0)) wake();
  }

  private get isStopped(): boolean {
    return this.stopped;
  }

  private async reflect(session: Session): Promise<RtcSpeedTestResult | undefined> {
    const { expectedUpBandwidth: up = 0, expectedDownBandwidth: down = 0 } = this.params;
    const signal = (this.tools.signal ?? testSignal)();
    const echo = new PeerLink(session.iceServers, this.tools.createPeer);
    echo.send('audio', signal.audio);
    echo.send('camera', signal.camera);
    echo.shape('camera', { maxBitrate: (Math.max(up, down) || usual_kbps) * 1000 });
    try {
      const { data, code, desc } = await session.request('startSpeedTest', { sdp: await echo.offer() });
      if (this.isStopped) return undefined;
      if (!data) return failed(`${desc} (${code})`);
      await echo.answer(data.sdp);
      if (!(await this.comesUp(echo))) return this.isStopped ? undefined : failed('No media reached the server.');
      return await this.measure(echo);
    } finally {
      signal.stop();
      echo.close();
      void session.request('stopSpeedTest', {});
    }
  }

  private async comesUp(echo: PeerLink): Promise<boolean> {
    for (let passed = 0; passed < connecting_ms && !this.stopped; passed += look_ms) {
      if (echo.connected) return true;
      await this.pass(look_ms);
    }
    return false;
  }

  private async measure(echo: PeerLink): Promise<RtcSpeedTestResult | undefined> {
    const first = await echo.report();
    let [before, fastest] = [first, 0];
    for (let passed = 0; passed < measuring_ms && !this.stopped; passed += measuring_ms / 5) {
      await this.pass(measuring_ms / 5);
      const now = await echo.report();
      fastest = Math.max(fastest, kbpsBetween(before, now));
      before = now;
    }
    if (this.stopped) return undefined;
    return judgeSpeed(first, before, fastest, this.params);
  }

  private pass(ms: number): Promise<void> {
    const { clock } = this.tools;
    return new Promise((resolve) => {
      const cancel = clock.wake(clock.now() + ms, resolve);
      this.wakes = [() => (cancel(), resolve())];
    });
  }
}

const bytesIn = (report: Report): number => sum(report.ofType('inbound-rtp'), (each) => each.bytesReceived);

function kbpsBetween(before: Report, now: Report): number {
  const [then] = before.ofType('inbound-rtp');
  const [later] = now.ofType('inbound-rtp');
  const passed = (later?.timestamp ?? 0) - (then?.timestamp ?? 0);
  return passed > 0 && then ? ((bytesIn(now) - bytesIn(before)) * 8) / passed : 0;
}

/** What two reports say of the path between them. `fastest` is the most that came back within a second, in kbps. */
export function judgeSpeed(
  first: Report,
  last: Report,
  fastest: number,
  { expectedUpBandwidth = 0, expectedDownBandwidth = 0 }: RtcSpeedTestParams,
): RtcSpeedTestResult {
  const between = (type: string, of: (entry: Entry) => number | undefined): number =>
    Math.max(0, sum(last.ofType(type), of) - sum(first.ofType(type), of));
  const sent = between('outbound-rtp', (each) => each.packetsSent);
  const received = between('inbound-rtp', (each) => each.packetsReceived);
  const [lostUp, lostDown] = ['remote-inbound-rtp', 'inbound-rtp'].map((type) =>
    between(type, (each) => each.packetsLost),
  ) as [number, number];
  const upLostRate = share(lostUp, sent);
  const downLostRate = share(lostDown, received + lostDown);
  const { pair } = last;
  const rtt = Math.round((pair?.currentRoundTripTime ?? 0) * 1000);
  const jitter = (type: string): number =>
    Math.round(Math.max(0, ...last.ofType(type).map((each) => each.jitter ?? 0)) * 1000);
  const estimate = (pair?.availableOutgoingBitrate ?? 0) / 1000;
  const [upJitter, downJitter] = [jitter('remote-inbound-rtp'), jitter('inbound-rtp')];
  return {
    success: true,
    errMsg: '',
    ip: last.byId(pair?.remoteCandidateId)?.address ?? '',
    quality: grade(Math.max(upLostRate, downLostRate) * 100, rtt, Math.max(upJitter, downJitter)),
    upLostRate,
    downLostRate,
    rtt,
    upJitter,
    downJitter,
    availableUpBandwidth: bandwidth(expectedUpBandwidth, Math.max(estimate, fastest)),
    availableDownBandwidth: bandwidth(expectedDownBandwidth, fastest),
  };
}

/** No more than was asked for: more was not tried. */
const bandwidth = (expected: number, measured: number): number =>
  expected === 0 ? -1 : Math.round(Math.min(expected, measured));

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round(Math.min(1, part / whole) * 1000) / 1000;
