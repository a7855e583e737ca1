// SPDX-License-Identifier: Apache-2.0
import { awake, fallBack, observe, paceAt, type Pace, type Sample } from '../pace.js';
import type { Frame, Notice, Trouble, Wish } from './messages.js';
import { Painter } from './painter.js';
import { Segmentation } from './segmentation.js';

/** What makes a frame into a picture; the real one loads models and a graphics context. */
export interface Tools {
  paint(frame: Frame, wish: Wish): Promise<Frame>;
  setScene(picture: ImageBitmap): void;
  close(): void;
}

/**
 * Where frames become pictures. Nothing is loaded before a frame needs it, and while nothing is wished for, or the effect
 * has fallen back, frames pass as they are.
 */
export class Studio {
  private tools: Tools | undefined;
  private scene: ImageBitmap | undefined;
  private wish: Wish = { smoothing: 0, whitening: 0, background: 'none', strength: 0, minFps: 0 };
  private pace: Pace;

  constructor(
    private readonly open: () => Promise<Tools>,
    private readonly tell: (notice: Notice) => void,
    private readonly clock: () => number = () => performance.now(),
  ) {
    this.pace = paceAt(clock());
  }

  /** Who is content with fewer frames sees the effect at once, also after it has fallen back. */
  setWish(wish: Wish, scene?: ImageBitmap): void {
    if (wish.minFps < this.wish.minFps) this.turn(paceAt(this.clock()));
    this.wish = wish;
    if (!scene) return;
    this.scene?.close();
    this.scene = scene;
    this.tools?.setScene(scene);
  }

  /** Loads what the wish needs, and makes a first picture, which takes far longer than those after it. */
  async warmUp(blank: Frame): Promise<void> {
    if (!isIdle(this.wish)) (await this.paint(blank)).close();
    blank.close();
    this.pace = paceAt(this.clock());
  }

  /**
   * Sends what `frame` becomes, exactly one picture, and uses the frame up. `overhead` is the time in ms that is spent on a
   * frame outside of the studio.
   */
  async develop(frame: Frame, send: (picture: Frame) => void | Promise<void>, overhead = 0): Promise<void> {
    this.pace = awake(this.pace, this.clock());
    const passes = isIdle(this.wish) || this.pace.phase === 'off';
    const trying = this.pace.phase === 'trying';
    if (!passes && trying) await send(await copy(frame));
    const picture = passes ? undefined : await this.measured(frame, overhead);
    if (passes || !trying) await send(picture ?? frame);
    else picture?.close();
    if (picture || trying) frame.close();
  }

  private async measured(frame: Frame, overhead: number): Promise<Frame | undefined> {
    const began = this.clock();
    const loading = this.tools === undefined;
    try {
      const picture = await this.paint(frame);
      const at = this.clock();
      if (loading) this.pace = { ...this.pace, since: at };
      else this.judge({ at, done: 1, took: at - began + overhead });
      return picture;
    } catch (error) {
      this.tools?.close();
      this.tools = undefined;
      this.turn(fallBack(this.pace, this.clock()), {
        code: 'unsupported',
        desc: `The effect cannot run, and the plain camera is sent: ${reason(error)}`,
      });
      return undefined;
    }
  }

  private judge(sample: Sample): void {
    const { minFps } = this.wish;
    this.turn(observe(this.pace, sample, minFps), {
      code: 'tooSlow',
      desc: `The effect makes fewer than ${minFps} frames a second on this device: the plain camera is sent.`,
    });
  }

  private async paint(frame: Frame): Promise<Frame> {
    if (!this.tools) {
      this.tools = await this.open();
      if (this.scene) this.tools.setScene(this.scene);
    }
    return this.tools.paint(frame, this.wish);
  }

  /** Takes the new pace, and tells when what is seen changes by it. */
  private turn(next: Pace, why?: { readonly code: Trouble; readonly desc: string }): void {
    const [before, after] = [this.pace.phase === 'on', next.phase === 'on'];
    this.pace = next;
    if (before && !after && why) this.tell({ kind: 'fellBack', ...why });
    if (!before && after) this.tell({ kind: 'resumed' });
  }

  close(): void {
    this.tools?.close();
    this.scene?.close();
  }
}

const isIdle = ({ smoothing, whitening, background }: Wish): boolean =>
  smoothing === 0 && whitening === 0 && background === 'none';

const isVideoFrame = (frame: Frame): frame is VideoFrame =>
  typeof VideoFrame !== 'undefined' && frame instanceof VideoFrame;

const copy = (frame: Frame): Promise<Frame> =>
  isVideoFrame(frame) ? Promise.resolve(frame.clone()) : createImageBitmap(frame);

const reason = (error: unknown): string => (error instanceof Error ? error.message : 'the reason is unknown');

/** The segmentation and the painter, with their files from `base`. */
export async function openTools(base: string): Promise<Tools> {
  const painter = new Painter();
  const segmentation = await Segmentation.load(base);
  return {
    setScene: (picture) => painter.setScene(picture),
    paint: async (frame, wish) => {
      const { width, height } = sizeOf(frame);
      const mask = await segmentation.mask(frame, width, height);
      painter.paint(frame, { width, height }, mask, wish);
      mask.close();
      return isVideoFrame(frame)
        ? new VideoFrame(painter.canvas, { timestamp: frame.timestamp, alpha: 'discard' })
        : painter.canvas.transferToImageBitmap();
    },
    close: () => {
      painter.close();
      segmentation.close();
    },
  };
}

const sizeOf = (frame: Frame): { width: number; height: number } =>
  isVideoFrame(frame)
    ? { width: frame.displayWidth, height: frame.displayHeight }
    : { width: frame.width, height: frame.height };
