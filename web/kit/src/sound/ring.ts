// SPDX-License-Identifier: Apache-2.0
import { audioContext } from './audio.js';

/** A tone within a ring: when it starts and how long it lasts, in seconds, its pitch in hertz and its loudness. */
interface Note {
  readonly at: number;
  readonly lasts: number;
  readonly pitch: number;
  readonly loud: number;
}

/** A sound that repeats every `period` seconds. */
export interface Ring {
  readonly period: number;
  readonly notes: readonly Note[];
}

/** What the called side hears: a falling fourth, twice, then a long rest. */
export const incomingRing: Ring = {
  period: 3.2,
  notes: [0, 0.9].flatMap((at) => [
    { at, lasts: 0.55, pitch: 783.99, loud: 0.16 },
    { at: at + 0.24, lasts: 0.75, pitch: 587.33, loud: 0.16 },
  ]),
};

/** What the caller hears once the other side rings: one soft low tone. */
export const outgoingRing: Ring = {
  period: 4,
  notes: [{ at: 0, lasts: 1.1, pitch: 440, loud: 0.05 }],
};

/** What somebody hears who is called during a call: two soft taps, then a long rest, so that the voice stays audible. */
export const waitingRing: Ring = {
  period: 5,
  notes: [0, 0.28].map((at) => ({ at, lasts: 0.2, pitch: 659.26, loud: 0.05 })),
};

/** Plays a ring over and over. The returned function silences it at once. */
export function play(ring: Ring): () => void {
  const context = audioContext();
  if (context === undefined) return () => {};
  const out = context.createGain();
  out.connect(context.destination);
  let timer: ReturnType<typeof setInterval> | undefined;
  let stopped = false;

  const strike = () => ring.notes.forEach((note) => sound(context, out, note));
  const begin = () => {
    if (stopped || timer !== undefined || context.state !== 'running') return;
    strike();
    timer = setInterval(strike, ring.period * 1000);
  };
  // Before the first touch of the page the browser keeps the context suspended: ring as soon as it lets us.
  context.addEventListener('statechange', begin);
  context.resume().then(begin, () => {});
  begin();

  return () => {
    stopped = true;
    clearInterval(timer);
    context.removeEventListener('statechange', begin);
    out.disconnect();
  };
}

function sound(context: AudioContext, out: AudioNode, note: Note): void {
  const starts = context.currentTime + note.at;
  const ends = starts + note.lasts;
  const tone = context.createOscillator();
  const shape = context.createGain();
  tone.frequency.value = note.pitch;
  // A short rise and a long fade, so that nothing clicks.
  shape.gain.setValueAtTime(0.0001, starts);
  shape.gain.exponentialRampToValueAtTime(note.loud, starts + 0.03);
  shape.gain.exponentialRampToValueAtTime(0.0001, ends);
  tone.connect(shape).connect(out);
  tone.start(starts);
  tone.stop(ends);
}
