// SPDX-License-Identifier: Apache-2.0

/** The quietest that counts as sound: digital silence is far below, a breath about here. */
const floor_dB = -60;

/** 0 to 100 from a level of 0 to 1, on the scale of decibels on which people hear. */
export function loudness(level: number): number {
  const decibels = 20 * Math.log10(Math.max(level, Number.MIN_VALUE));
  return Math.round(Math.min(1, Math.max(0, 1 - decibels / floor_dB)) * 100);
}

export function rootMeanSquare(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}

/** What a room sounds like when nobody speaks; rises slowly and falls at once. */
export interface NoiseFloor {
  readonly level: number;
}

export const quiet: NoiseFloor = { level: 0.003 };

/** A voice stands this far above the noise. */
const above = 3;
/** Below this nothing is a voice, however quiet the room. */
const faintest = 0.008;
const rise = 0.05;

/** Whether a level is a voice, and the noise known from now on. */
export function hearVoice(level: number, { level: noise }: NoiseFloor): [boolean, NoiseFloor] {
  const speaks = level > faintest && level > noise * above;
  return [speaks, { level: level < noise ? level : noise + (level - noise) * (speaks ? rise / 5 : rise) }];
}

/** What people's voices and instruments reach. */
const [lowest_Hz, highest_Hz] = [60, 4_000];
/** A tone repeats itself at least this well. */
const clarity = 0.8;

/** The pitch in Hz by autocorrelation, 0 when there is none. */
export function pitchOf(samples: Float32Array, rate: number): number {
  const correlation = (lag: number): number => {
    let [product, energy] = [0, 0];
    for (let i = 0; i + lag < samples.length; i += 1) {
      const [a, b] = [samples[i] ?? 0, samples[i + lag] ?? 0];
      product += a * b;
      energy += (a * a + b * b) / 2;
    }
    return energy === 0 ? 0 : product / energy;
  };
  const longest = Math.min(Math.floor(rate / lowest_Hz), Math.floor(samples.length / 2));
  let [before, rising] = [1, false];
  for (let lag = Math.max(1, Math.floor(rate / highest_Hz)); lag <= longest; lag += 1) {
    const value = correlation(lag);
    // The first hill that is high enough.
    if (rising && value < before && before > clarity) return Math.round(rate / (lag - 1));
    rising = value > before;
    before = value;
  }
  return 0;
}
