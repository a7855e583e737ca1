// SPDX-License-Identifier: Apache-2.0
import { audioContext } from './audio.js';

/** Reports how loud a stream is, 0 to 1, once per drawn frame. The returned function ends it. */
export function meter(stream: MediaStream, report: (level: number) => void): () => void {
  const context = audioContext();
  if (context === undefined || stream.getAudioTracks().length === 0) return () => {};
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let level = 0;
  let frame = requestAnimationFrame(function measure() {
    analyser.getFloatTimeDomainData(samples);
    level = eased(level, loudness(samples));
    report(level);
    frame = requestAnimationFrame(measure);
  });
  return () => {
    cancelAnimationFrame(frame);
    source.disconnect();
  };
}

/** Root mean square on a scale where ordinary speech reaches about the middle. */
export function loudness(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  return Math.min(1, Math.sqrt(power) * 4);
}

/** Rises fast and falls slowly, so that the picture breathes instead of flickering. */
function eased(from: number, to: number): number {
  return from + (to - from) * (to > from ? 0.4 : 0.08);
}
