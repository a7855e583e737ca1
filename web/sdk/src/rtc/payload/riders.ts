// SPDX-License-Identifier: Apache-2.0

interface Rider {
  readonly bytes: Uint8Array;
  readonly times: number;
  readonly since: number;
  /** How often it has ridden on each of the camera's pictures. */
  readonly rides: Map<unknown, number>;
}

/** No frame comes soon when none came within this: the camera is off. */
const patience_ms = 5_000;
/** The camera's two pictures are encoded together, well within this. */
const together_ms = 500;

/** Messages that wait for frames. Each rides as often as it is to on each picture, of which a receiver gets one. */
export class Riders {
  private waiting: Rider[] = [];

  add(bytes: Uint8Array, times: number, now: number): void {
    this.waiting.push({ bytes, times, since: now, rides: new Map() });
  }

  /** Those that ride on the next frame of this picture. */
  board(picture: unknown, now: number): Uint8Array[] {
    this.waiting = this.waiting.filter((each) => !isOver(each, now));
    const due = this.waiting.filter(({ rides, times }) => (rides.get(picture) ?? 0) < times);
    for (const { rides } of due) rides.set(picture, (rides.get(picture) ?? 0) + 1);
    return due.map(({ bytes }) => bytes);
  }
}

function isOver({ rides, times, since }: Rider, now: number): boolean {
  const age = now - since;
  const done = rides.size > 0 && [...rides.values()].every((rode) => rode >= times);
  return (done && age > together_ms) || (rides.size === 0 && age > patience_ms);
}
