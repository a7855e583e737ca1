// SPDX-License-Identifier: Apache-2.0
import type { Frame, Order, Report } from './messages.js';
import { openTools, Studio } from './studio.js';

/** Turns the page's orders into work of the studio, one frame at a time. */
class Foreman {
  private base = '';
  private reader: ReadableStreamDefaultReader<VideoFrame> | undefined;
  /** The work begun last; the studio does one thing at a time. */
  private work: Promise<void> = Promise.resolve();
  private readonly studio = new Studio(
    () => openTools(this.base),
    (notice) => report({ kind: 'notice', notice }),
  );

  async obey(order: Order): Promise<void> {
    switch (order.kind) {
      case 'begin':
        this.base = order.base;
        return this.begin();
      case 'wish':
        return this.studio.setWish(order.wish, order.picture);
      case 'stream':
        await this.unhitch();
        return this.next(() => this.pump(order));
      case 'frame':
        return this.next(() => this.develop(order));
      case 'unhitch':
        return this.unhitch();
      case 'end':
        await this.unhitch();
        return this.next(() => this.end());
    }
  }

  private next(work: () => Promise<void>): Promise<void> {
    this.work = this.work.then(work);
    return this.work;
  }

  private async begin(): Promise<void> {
    try {
      await this.studio.warmUp(await createImageBitmap(new ImageData(64, 36)));
      report({ kind: 'ready' });
    } catch (error) {
      report({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  }

  private async pump({ id, readable, writable }: Extract<Order, { kind: 'stream' }>): Promise<void> {
    const reader: ReadableStreamDefaultReader<VideoFrame> = readable.getReader();
    const writer: WritableStreamDefaultWriter<Frame> = writable.getWriter();
    this.reader = reader;
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) {
        await this.studio.develop(next.value, (picture) => writer.write(picture));
      }
    } catch {
      // The track that is written to was stopped.
    }
    // Ends the track that is sent with the camera's, and lets go of the camera.
    await Promise.allSettled([writer.close(), reader.cancel()]);
    report({ kind: 'over', id });
  }

  private async develop({ id, frame, overhead }: Extract<Order, { kind: 'frame' }>): Promise<void> {
    const began = performance.now();
    const send = (picture: Frame): void => {
      const back = picture as ImageBitmap;
      postMessage({ kind: 'frame', id, frame: back, took: performance.now() - began } satisfies Report, [back]);
    };
    await this.studio.develop(frame, send, overhead);
  }

  private async unhitch(): Promise<void> {
    await this.reader?.cancel().catch(() => {});
    this.reader = undefined;
  }

  private async end(): Promise<void> {
    this.studio.close();
    report({ kind: 'ended' });
    globalThis.close();
  }
}

const report = (what: Report): void => postMessage(what);

const foreman = new Foreman();
addEventListener('message', ({ data }: MessageEvent<Order>) => void foreman.obey(data));
