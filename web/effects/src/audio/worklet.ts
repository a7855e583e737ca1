// SPDX-License-Identifier: Apache-2.0
import createRnnoise from '@jitsi/rnnoise-wasm/dist/rnnoise-sync.js';
import { frameLength, Frames } from './frames.js';

/** What the browser gives to code on its audio thread. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => object): void;

/** RNNoise wants samples in the range of 16-bit sound. */
const loudest = 32_768;

/** Lets voices through. Runs on the audio thread, where nothing can be waited for: the model comes with this script. */
class NoiseWorklet extends AudioWorkletProcessor {
  private readonly frames = new Frames(denoiser());
  private over = false;

  constructor() {
    super();
    this.port.addEventListener('message', () => (this.over = true));
    this.port.start();
  }

  process([input]: Float32Array[][], [output]: Float32Array[][]): boolean {
    if (input?.[0] && output?.[0]) this.frames.pass(input[0], output[0]);
    return !this.over;
  }
}

function denoiser(): (frame: Float32Array) => void {
  const rnnoise = createRnnoise();
  const state = rnnoise._rnnoise_create(0);
  const buffer = rnnoise._malloc(4 * frameLength);
  if (state === 0 || buffer === 0) throw new Error('RNNoise got no memory.');
  return (frame) => {
    const samples = rnnoise.HEAPF32.subarray(buffer / 4, buffer / 4 + frameLength);
    for (let i = 0; i < frameLength; i++) samples[i] = (frame[i] ?? 0) * loudest;
    rnnoise._rnnoise_process_frame(state, buffer, buffer);
    for (let i = 0; i < frameLength; i++) frame[i] = (samples[i] ?? 0) / loudest;
  };
}

registerProcessor('duet-noise', NoiseWorklet);
