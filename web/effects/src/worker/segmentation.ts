// SPDX-License-Identifier: Apache-2.0
import { lookLikePage } from './page.js';
import type { Frame } from './messages.js';

/** What is used of the segmentation library's API. */
interface SelfieSegmentation {
  setOptions(options: { modelSelection: number; useCpuInference: boolean }): void;
  onResults(listener: (results: { image: ImageBitmap; segmentationMask: ImageBitmap }) => void): void;
  initialize(): Promise<void>;
  send(inputs: { image: OffscreenCanvas }): Promise<void>;
  close(): Promise<void>;
}

declare function importScripts(...urls: string[]): void;
declare const SelfieSegmentation: new (config: { locateFile: (file: string) => string }) => SelfieSegmentation;

/** What the two models take in: one for pictures that are wider than high, one for the others. */
const models = {
  landscape: { modelSelection: 1, width: 256, height: 144 },
  portrait: { modelSelection: 0, width: 256, height: 256 },
} as const;

/** Tells people from what is behind them. */
export class Segmentation {
  private readonly canvas = new OffscreenCanvas(1, 1);
  private readonly context: OffscreenCanvasRenderingContext2D;
  private model: keyof typeof models | undefined;
  private found: ImageBitmap | undefined;

  private constructor(private readonly library: SelfieSegmentation) {
    const context = this.canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser gives no 2D canvas to a worker.');
    this.context = context;
    library.onResults(({ image, segmentationMask }) => {
      image.close();
      this.found?.close();
      this.found = segmentationMask;
    });
  }

  /** Loads the library and its models from `base`. */
  static async load(base: string): Promise<Segmentation> {
    if (typeof SelfieSegmentation === 'undefined') {
      lookLikePage();
      importScripts(`${base}selfie_segmentation.js`);
    }
    const segmentation = new Segmentation(new SelfieSegmentation({ locateFile: (file) => base + file }));
    segmentation.choose('landscape');
    await segmentation.library.initialize();
    return segmentation;
  }

  private choose(model: keyof typeof models): void {
    if (this.model === model) return;
    this.model = model;
    const { modelSelection, width, height } = models[model];
    Object.assign(this.canvas, { width, height });
    // On the CPU: the first mask comes in half a second instead of three, and no driver can get it wrong.
    this.library.setOptions({ modelSelection, useCpuInference: true });
  }

  /** How surely each pixel shows a person, in the alpha of a small picture that the caller must close. */
  async mask(frame: Frame, width: number, height: number): Promise<ImageBitmap> {
    this.choose(width >= height ? 'landscape' : 'portrait');
    this.context.drawImage(frame, 0, 0, this.canvas.width, this.canvas.height);
    await this.library.send({ image: this.canvas });
    const { found } = this;
    this.found = undefined;
    if (!found) throw new Error('The segmentation answered nothing.');
    return found;
  }

  close(): void {
    this.found?.close();
    void this.library.close();
  }
}
