// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { delay, frameLength, Frames } from '../src/audio/frames.js';

const block = 128;

/** What comes out when samples numbered from 1 go in. */
function run(frames: Frames, blocks: number): number[] {
  const out: number[] = [];
  for (let n = 0; n < blocks; n++) {
    const output = new Float32Array(block);
    frames.pass(
      Float32Array.from({ length: block }, (_, i) => n * block + i + 1),
      output,
    );
    out.push(...output);
  }
  return out;
}

describe('sound in frames', () => {
  it('comes out whole, in order, and later by the delay', () => {
    const out = run(new Frames(() => {}), 100);
    expect(out.slice(0, delay).every((each) => each === 0)).toBe(true);
    expect(out.slice(delay)).toEqual(Array.from({ length: 100 * block - delay }, (_, i) => i + 1));
  });

  it('is worked on once, a frame at a time, before it comes out', () => {
    const firsts: number[] = [];
    const frames = new Frames((frame) => {
      expect(frame).toHaveLength(frameLength);
      firsts.push(frame[0] ?? 0);
      frame.forEach((each, i) => (frame[i] = -each));
    });
    const out = run(frames, 60);
    expect(firsts).toEqual(Array.from({ length: 16 }, (_, i) => i * frameLength + 1));
    expect(out.slice(delay).every((each) => each < 0)).toBe(true);
  });
});
