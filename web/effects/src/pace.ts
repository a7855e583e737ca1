// SPDX-License-Identifier: Apache-2.0

/** A piece of work that an effect did: `done` frames, or seconds of sound, that took `took` ms. */
export interface Sample {
  /** When it was done, in ms of the clock that `now` is read from. */
  readonly at: number;
  readonly done: number;
  readonly took: number;
}

/**
 * `on`: the effect is seen. `off`: it was too slow or broke, and the plain track goes out. `trying`: the plain track still
 * goes out, and beside it the effect is measured, so that nobody sees it come and go on a device that cannot do it.
 */
export type Phase = 'on' | 'off' | 'trying';

/** How fast an effect is, and what follows from it. */
export interface Pace {
  readonly phase: Phase;
  readonly since: number;
  /** How often it fell back without having held out in between. */
  readonly failures: number;
  readonly samples: readonly Sample[];
}

/** Long enough that a hiccup does not count, short enough that nobody is looked at as a slide show for long. */
export const window_ms = 3000;
const fewestSamples = 3;
export const retryAfter_ms = 30_000;
const longestRetry_ms = 300_000;
/** An effect that was seen this long starts over with the shortest wait. */
const heldOut_ms = 60_000;

export const paceAt = (now: number): Pace => ({ phase: 'on', since: now, failures: 0, samples: [] });

/** Work done per second of work. The waits in between do not count: a camera may be slow, or its picture still. */
export function speed(samples: readonly Sample[]): number {
  const took = samples.reduce((sum, each) => sum + each.took, 0);
  const done = samples.reduce((sum, each) => sum + each.done, 0);
  return took === 0 ? Infinity : (1000 * done) / took;
}

/** Ends a wait that is over. */
export function awake(pace: Pace, now: number): Pace {
  const wait = Math.min(retryAfter_ms * 2 ** (pace.failures - 1), longestRetry_ms);
  if (pace.phase !== 'off' || now - pace.since < wait) return pace;
  return { ...pace, phase: 'trying', since: now, samples: [] };
}

/** Takes a sample in, and judges once there are enough of them. A minimum of 0 is never missed. */
export function observe(pace: Pace, sample: Sample, minimum: number): Pace {
  if (pace.phase === 'off') return pace;
  const samples = [...pace.samples, sample].filter(({ at }) => at > sample.at - window_ms);
  const enough = sample.at - pace.since >= window_ms && samples.length >= fewestSamples;
  if (!enough) return { ...pace, samples };
  if (speed(samples) < minimum) return fallBack(pace, sample.at);
  return pace.phase === 'trying' ? { ...pace, phase: 'on', since: sample.at, samples: [] } : { ...pace, samples };
}

/** The effect was too slow or broke. */
export function fallBack(pace: Pace, now: number): Pace {
  const heldOut = pace.phase === 'on' && now - pace.since >= heldOut_ms;
  return { phase: 'off', since: now, failures: heldOut ? 1 : pace.failures + 1, samples: [] };
}
