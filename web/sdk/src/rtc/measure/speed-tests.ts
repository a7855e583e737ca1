// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import type { Desk } from '../desk.js';
import { checkEntry } from '../params.js';
import type { RtcSpeedTestParams, RtcSpeedTestResult } from '../types.js';
import { acquireFor } from '../visit.js';
import type { SpeedTest, SpeedTestTools } from './speed-test.js';

export const failed = (errMsg: string): RtcSpeedTestResult => ({
  success: false,
  errMsg,
  ip: '',
  quality: 0,
  upLostRate: 0,
  downLostRate: 0,
  rtt: 0,
  upJitter: 0,
  downJitter: 0,
  availableUpBandwidth: -1,
  availableDownBandwidth: -1,
});

const [least_kbps, most_kbps] = [10, 5_000];

/** Whether a speed test can be asked for this; 0 leaves the measurement out. */
const isBandwidth = (value: unknown): boolean =>
  value === undefined || value === 0 || (typeof value === 'number' && value >= least_kbps && value <= most_kbps);

/** Speed tests, one at a time, and none beside a room. */
export class SpeedTests {
  /** The one that runs: without a test while that is being loaded. */
  private current: { test?: SpeedTest } | undefined;

  constructor(
    private readonly desk: Desk,
    private readonly tools: Pick<SpeedTestTools, 'createPeer' | 'signal'>,
  ) {}

  /** 0, or a negative number when it cannot begin. */
  start(params: unknown): number {
    const entry = checkEntry(typeof params === 'object' && params !== null && { ...params, roomId: 1 });
    if (!entry.data) return entry.code;
    const wanted = params as RtcSpeedTestParams;
    if (!isBandwidth(wanted.expectedUpBandwidth) || !isBandwidth(wanted.expectedDownBandwidth)) {
      return Code.invalidParameter;
    }
    if (this.current || this.desk.room()) return Code.refused;
    const { clock } = this.desk;
    const { data } = entry;
    void this.run({ clock, acquire: () => acquireFor(data, clock), ...this.tools }, wanted);
    return Code.ok;
  }

  private async run(tools: SpeedTestTools, params: RtcSpeedTestParams): Promise<void> {
    const mine: { test?: SpeedTest } = (this.current = {});
    const result = await this.resultOf(mine, tools, params);
    if (this.current === mine) this.current = undefined;
    if (result) this.desk.tell('onSpeedTestResult', result);
  }

  private async resultOf(
    mine: { test?: SpeedTest },
    tools: SpeedTestTools,
    params: RtcSpeedTestParams,
  ): Promise<RtcSpeedTestResult | undefined> {
    try {
      const { SpeedTest: Test } = await import('./speed-test.js');
      if (this.current !== mine) return undefined;
      mine.test = new Test(tools, params);
    } catch (error) {
      return failed(`The speed test could not be loaded: ${String(error)}.`);
    }
    return mine.test.run();
  }

  /** No result is told. */
  stop(): void {
    this.current?.test?.stop();
    this.current = undefined;
  }
}
