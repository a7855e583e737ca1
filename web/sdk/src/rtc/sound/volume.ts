// SPDX-License-Identifier: Apache-2.0
import type { PeerLink } from '../../media/peer.js';
import type { Platform } from '../../session/platform.js';
import type { RtcAudioVolumeEvaluateParams, RtcVolumeInfo } from '../types.js';
import { Meter } from './meter.js';
import { hearVoice, loudness, pitchOf, quiet } from './voice.js';

/** What there is to hear, whenever it is asked for. */
export interface Heard {
  /** The own voice as it is sent; undefined when the microphone is off or muted. */
  own(): MediaStreamTrack | undefined;
  /** The others whose voices arrive. */
  users(): readonly string[];
  link(): PeerLink | undefined;
}

const shortest_ms = 100;

/** Tells at an interval how loud everybody is, in silence too. */
export class VolumeEvaluation {
  private params: RtcAudioVolumeEvaluateParams = {};
  private running = false;
  private timer: () => void = () => {};
  private meter: Meter | undefined;
  private noise = quiet;

  constructor(
    private readonly clock: Platform,
    private readonly heard: Heard,
    private readonly tell: (volumes: RtcVolumeInfo[], total: number) => void,
  ) {}

  start(params: RtcAudioVolumeEvaluateParams): void {
    this.stop();
    if ((params.interval ?? 300) <= 0) return;
    this.params = params;
    this.running = true;
    this.noise = quiet;
    this.await();
  }

  stop(): void {
    this.running = false;
    this.timer();
    this.listen(undefined);
  }

  private await(): void {
    const interval = Math.max(shortest_ms, this.params.interval ?? 300);
    this.timer();
    this.timer = this.clock.wake(this.clock.now() + interval, () => void this.measure());
  }

  private async measure(): Promise<void> {
    const own = this.heard.own();
    const users = this.heard.users();
    this.listen(own);
    const levels = await this.levels();
    if (!this.running) return;
    const total = users.length === 0 ? 0 : loudness(levels.arriving);
    const others = users.map((userId) => ({ ...unmeasured, userId, volume: total }));
    this.tell([...(own ? [this.ownVoice(levels.own)] : []), ...others], total);
    this.await();
  }

  /** As the browser measured them in the media connection, 0 to 1. */
  private async levels(): Promise<{ own: number; arriving: number }> {
    const report = await this.heard
      .link()
      ?.report()
      .catch(() => undefined);
    const own = report?.ofType('media-source').find(({ kind }) => kind === 'audio');
    return { own: own?.audioLevel ?? 0, arriving: report?.inbound('audio')?.audioLevel ?? 0 };
  }

  private listen(track: MediaStreamTrack | undefined): void {
    if (this.meter?.track === track) return;
    this.meter?.close();
    this.meter = track && Meter.open(track);
  }

  private ownVoice(sent: number): RtcVolumeInfo {
    const { enableVadDetection, enablePitchCalculation, enableSpectrumCalculation } = this.params;
    const { meter } = this;
    const read = meter?.read();
    const level = read ?? sent;
    const [speaks, noise] = hearVoice(level, this.noise);
    this.noise = noise;
    const spectrumData = enableSpectrumCalculation && read !== undefined ? (meter?.spectrum() ?? []) : [];
    return {
      userId: '',
      volume: loudness(level),
      vad: enableVadDetection && speaks ? 1 : 0,
      pitch: enablePitchCalculation && meter && read !== undefined ? pitchOf(meter.samples, meter.rate) : 0,
      spectrumData,
      spectrumDataLength: spectrumData.length,
    };
  }
}

const unmeasured = { vad: 0, pitch: 0, spectrumData: [], spectrumDataLength: 0 };
