// SPDX-License-Identifier: Apache-2.0
import { EffectWarning, type EffectNotice } from '@duet/sdk';
import { resource } from '../resources.js';
import type { Notice, Order, Report, Wish } from '../worker/messages.js';

/** Models and shaders are ready within seconds even on slow devices; later something is wrong. */
const patience_ms = 20_000;
/** A worker that is in the middle of a frame gets this long to let go of the camera. */
const goodbye_ms = 2000;

type FrameReport = Extract<Report, { kind: 'frame' }>;

/** The worker in which frames become pictures, as the page sees it. */
export class Darkroom {
  onFrame: ((report: FrameReport) => void) | undefined;
  /** A stream has come to its end, because its camera has. */
  onOver: ((id: number) => void) | undefined;
  private readonly worker: Worker;
  private ready: ((why?: string) => void) | undefined;

  private constructor(private readonly tell: (notice: EffectNotice) => void) {
    this.worker = openWorker(resource('worker.js'));
    this.worker.addEventListener('message', ({ data }: MessageEvent<Report>) => this.hear(data));
    this.worker.addEventListener('error', () => this.ready?.('its worker could not be loaded.'));
  }

  /** A worker that has loaded what the wish needs. Rejects with the reason when it could not. */
  static async open(wish: Wish, picture: ImageBitmap | undefined, tell: (notice: EffectNotice) => void) {
    const darkroom = new Darkroom(tell);
    darkroom.setWish(wish, picture);
    const why = await darkroom.begin();
    if (why === undefined) return darkroom;
    darkroom.close();
    throw new Error(`The effect cannot start: ${why}`);
  }

  private begin(): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.ready?.('its files did not come in time.'), patience_ms);
      this.ready = (why) => {
        clearTimeout(timer);
        this.ready = undefined;
        resolve(why);
      };
      this.order({ kind: 'begin', base: resource('') });
    });
  }

  private hear(report: Report): void {
    switch (report.kind) {
      case 'ready':
        return this.ready?.();
      case 'failed':
        return this.ready?.(report.why);
      case 'notice':
        return this.tell(numbered(report.notice));
      case 'frame':
        return this.onFrame?.(report);
      case 'over':
        return this.onOver?.(report.id);
      case 'ended':
        return this.worker.terminate();
    }
  }

  order(order: Order, ...transfer: Transferable[]): void {
    this.worker.postMessage(order, transfer);
  }

  /** The picture is copied, and stays the caller's. */
  setWish(wish: Wish, picture?: ImageBitmap): void {
    this.order({ kind: 'wish', wish, ...(picture && { picture }) });
  }

  close(): void {
    this.ready?.('it was stopped.');
    this.order({ kind: 'end' });
    setTimeout(() => this.worker.terminate(), goodbye_ms);
  }
}

const numbered = (notice: Notice): EffectNotice =>
  notice.kind === 'resumed' ? notice : { ...notice, code: EffectWarning[notice.code] };

/** A worker belongs to the page's own origin; for a script from elsewhere one that only loads it does. */
function openWorker(address: string): Worker {
  if (new URL(address).origin === location.origin) return new Worker(address);
  const loader = URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(address)})`]));
  const worker = new Worker(loader);
  URL.revokeObjectURL(loader);
  return worker;
}
