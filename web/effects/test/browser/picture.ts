// SPDX-License-Identifier: Apache-2.0

/** Left, top, width and height in the camera's picture. */
export type Area = readonly [number, number, number, number];

/** Places in the picture that camera.mjs draws. */
export const areas = {
  bars: [4, 8, 230, 20],
  skinColouredThing: [45, 75, 80, 60],
  leftCheek: [280, 160, 26, 24],
  rightCheek: [334, 160, 26, 24],
  eyes: [283, 134, 74, 12],
  shirt: [260, 300, 120, 50],
  hair: [300, 48, 40, 16],
} as const satisfies Record<string, Area>;

export interface Look {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly luma: number;
  /** How much the luma varies: its standard deviation. */
  readonly contrast: number;
  /** The largest step of the luma from one column to the next. */
  readonly edge: number;
}

/** What a track shows now, as a picture to measure. */
export class Snapshot {
  private constructor(private readonly context: CanvasRenderingContext2D) {}

  /** The track's picture once it has shown `skip` frames more. */
  static async of(track: MediaStreamTrack, skip = 3): Promise<Snapshot> {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = new MediaStream([track]);
    document.body.append(video);
    await video.play();
    for (let i = 0; i < skip; i++) await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2D canvas');
    context.drawImage(video, 0, 0);
    video.srcObject = null;
    video.remove();
    return new Snapshot(context);
  }

  get size(): string {
    return `${this.context.canvas.width}x${this.context.canvas.height}`;
  }

  /** For eyes, when a check fails. */
  get image(): string {
    return this.context.canvas.toDataURL();
  }

  look(area: Area): Look {
    const { data } = this.context.getImageData(...area);
    const pixels = Array.from({ length: data.length / 4 }, (_, i) => Array.from(data.subarray(4 * i, 4 * i + 3)));
    const lumas = pixels.map(([r = 0, g = 0, b = 0]) => 0.299 * r + 0.587 * g + 0.114 * b);
    const luma = mean(lumas);
    const columns = Array.from({ length: area[2] }, (_, x) => mean(lumas.filter((_each, i) => i % area[2] === x)));
    return {
      red: mean(pixels.map(([r = 0]) => r)),
      green: mean(pixels.map(([, g = 0]) => g)),
      blue: mean(pixels.map(([, , b = 0]) => b)),
      luma,
      edge: Math.max(...columns.slice(1).map((each, i) => Math.abs(each - (columns[i] ?? each)))),
      contrast: Math.sqrt(mean(lumas.map((each) => (each - luma) ** 2))),
    };
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;
