// SPDX-License-Identifier: Apache-2.0
// oxlint-disable-next-line typescript/triple-slash-reference -- Other packages compile this file, too, and see the declaration only so.
/// <reference path="./inline-worker.d.ts" />
import type { PeerLink, Sent } from '../../media/peer.js';
import type { Secret } from './envelope.js';
import type { FromWorker, Stream, ToWorker } from './post.js';
// oxlint-disable-next-line import/default -- Vite makes it.
import InlineWorker from './worker.ts?worker&inline';

interface WorkshopEvents {
  readonly message: (bytes: Uint8Array) => void;
  readonly unread: (what: Sent, frames: number) => void;
}

const all: readonly Sent[] = ['audio', 'camera', 'screen'];

/** Where frames are worked on between codec and network: one worker for all connections. */
export class Workshop {
  private readonly worker = new InlineWorker();
  private readonly ready: Promise<void>;

  private constructor(events: WorkshopEvents) {
    this.ready = new Promise((resolve, reject) => {
      this.worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'ready') resolve();
        if (data.type === 'message') events.message(data.bytes);
        if (data.type === 'unread') events.unread(data.what, data.frames);
      });
      this.worker.addEventListener('error', () =>
        reject(new Error('the page’s Content-Security-Policy has to allow worker-src blob:')),
      );
    });
  }

  /** Rejects when the page may not start a worker. A stream that was given to one that does not run would stand still. */
  static async open(events: WorkshopEvents): Promise<Workshop> {
    const workshop = new Workshop(events);
    await workshop.ready;
    return workshop;
  }

  /** Has all that goes and comes encrypted. Before the offer: only VP8 and opus can be. */
  encrypt(link: PeerLink, secret: Secret): void {
    link.prefer(['audio/opus'], ['video/VP8', 'video/rtx']);
    for (const what of all) {
      this.takes(link, { side: 'send', what, secret });
      this.takes(link, { side: 'receive', what, secret });
    }
  }

  /** Lets messages ride on the camera, both ways. */
  carry(link: PeerLink): void {
    this.takes(link, { side: 'send', what: 'camera' });
    this.takes(link, { side: 'receive', what: 'camera' });
  }

  /** Lets a message ride on the next frames of the camera. */
  say(bytes: Uint8Array, times: number): void {
    const message: ToWorker = { bytes, times };
    this.worker.postMessage(message, []);
  }

  private takes(link: PeerLink, stream: Stream): void {
    link.end(stream.what, stream.side).transform = new RTCRtpScriptTransform(this.worker, stream);
  }

  close(): void {
    this.worker.terminate();
  }
}
