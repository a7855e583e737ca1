// SPDX-License-Identifier: Apache-2.0
import { rootMeanSquare } from './voice.js';

/** Frames looked at for a level and a pitch: 43 ms at 48 kHz, two periods of the deepest voice. */
const frames = 2_048;
/** 256 bands, as the guide has them. */
const spectrumWindow = 512;

/** Listens to a track. It costs an audio graph, so it runs only while somebody asks. */
export class Meter {
  private readonly context: AudioContext;
  private readonly level: AnalyserNode;
  private readonly bands: AnalyserNode;
  readonly samples = new Float32Array(frames);

  private constructor(readonly track: MediaStreamTrack) {
    this.context = new AudioContext();
    const source = this.context.createMediaStreamSource(new MediaStream([track]));
    this.level = new AnalyserNode(this.context, { fftSize: frames });
    this.bands = new AnalyserNode(this.context, { fftSize: spectrumWindow });
    source.connect(this.level);
    source.connect(this.bands);
    this.context.resume().catch(() => {});
  }

  /** Undefined where the browser has no audio graph. */
  static open(track: MediaStreamTrack): Meter | undefined {
    try {
      return new Meter(track);
    } catch {
      return undefined;
    }
  }

  get rate(): number {
    return this.context.sampleRate;
  }

  /** 0 to 1; undefined while the browser does not let the graph run. Fills `samples`. */
  read(): number | undefined {
    if (this.context.state !== 'running') return undefined;
    this.level.getFloatTimeDomainData(this.samples);
    return rootMeanSquare(this.samples);
  }

  /** In dBFS. */
  spectrum(): number[] {
    const data = new Float32Array(this.bands.frequencyBinCount);
    this.bands.getFloatFrequencyData(data);
    return Array.from(data, (band) => Math.min(0, Math.max(-300, band)));
  }

  close(): void {
    this.context.close().catch(() => {});
  }
}
