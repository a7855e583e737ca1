// SPDX-License-Identifier: Apache-2.0
import { stillPicture, type StillPicture } from './still.js';

export type StillImage = HTMLImageElement | HTMLCanvasElement | ImageBitmap;

/** What is sent in place of a muted camera: nothing, or a picture that stands still. */
export class Curtain {
  private still: StillPicture | undefined;
  private image: StillImage | undefined;
  private fps = 5;
  private isDrawn = false;

  get drawn(): boolean {
    return this.isDrawn;
  }

  get picture(): MediaStreamTrack | undefined {
    return this.still?.track;
  }

  show(image: StillImage | undefined, fps: number): void {
    this.image = image;
    this.fps = fps;
    this.renew();
  }

  draw(drawn: boolean): void {
    if (this.isDrawn === drawn) return;
    this.isDrawn = drawn;
    this.renew();
  }

  private renew(): void {
    this.still?.stop();
    this.still = this.isDrawn && this.image ? stillPicture(this.image, this.fps) : undefined;
  }
}
