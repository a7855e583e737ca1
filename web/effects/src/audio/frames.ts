// SPDX-License-Identifier: Apache-2.0

/** Of the model: 10 ms at 48 kHz. */
export const frameLength = 480;
/** Of the blocks in which browsers hand out sound. */
const blockLength = 128;
/**
 * By how many samples sound comes out later than it goes in. Of the blocks at most 448 samples, all but the greatest common
 * divisor of both lengths, wait for their frame to be full.
 */
export const delay = 448;
/** Holds a frame and the delay, and is a multiple of both lengths. */
const ringLength = 1920;

/** Sound that comes in blocks, is worked on in frames, and goes out in blocks. */
export class Frames {
  private readonly ring = new Float32Array(ringLength);
  private written = 0;
  private worked = 0;

  constructor(private readonly work: (frame: Float32Array) => void) {}

  /** Takes `input` in, and fills `output` with what came in `delay` samples earlier. */
  pass(input: Float32Array, output: Float32Array): void {
    this.ring.set(input, this.written % ringLength);
    this.written += blockLength;
    while (this.written - this.worked >= frameLength) {
      const start = this.worked % ringLength;
      this.work(this.ring.subarray(start, start + frameLength));
      this.worked += frameLength;
    }
    for (let i = 0; i < blockLength; i++) {
      const at = this.written - blockLength - delay + i;
      output[i] = at < 0 ? 0 : (this.ring[at % ringLength] ?? 0);
    }
  }
}
