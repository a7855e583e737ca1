// SPDX-License-Identifier: Apache-2.0

declare module '@jitsi/rnnoise-wasm/dist/rnnoise-sync.js' {
  /** RNNoise 0.2, made at once from the WebAssembly inside of the script. */
  interface Rnnoise {
    readonly HEAPF32: Float32Array;
    _malloc(bytes: number): number;
    /** The address of a new state, 0 when there is no memory; `model` 0 is the built-in one. */
    _rnnoise_create(model: number): number;
    /** Works on one frame of 10 ms, and answers how surely it is a voice. */
    _rnnoise_process_frame(state: number, output: number, input: number): number;
  }

  export default function createRnnoise(): Rnnoise;
}
