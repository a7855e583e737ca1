// SPDX-License-Identifier: Apache-2.0

/** What is to be seen. The picture behind a person travels once, and is kept. */
export interface Wish {
  readonly smoothing: number;
  readonly whitening: number;
  readonly background: 'none' | 'blur' | 'picture';
  /** Of a blur, 0 to 1. */
  readonly strength: number;
  /** Frames per second below which the plain camera is sent; 0 never. */
  readonly minFps: number;
}

export type Trouble = 'unsupported' | 'tooSlow';

/** As the SDK's notice of an effect; only the numbers are not known here. */
export type Notice =
  { readonly kind: 'fellBack'; readonly code: Trouble; readonly desc: string } | { readonly kind: 'resumed' };

/** A frame on its way through the worker. */
export type Frame = VideoFrame | ImageBitmap;

/** From the page to the worker. */
export type Order =
  | { readonly kind: 'begin'; readonly base: string }
  | { readonly kind: 'wish'; readonly wish: Wish; readonly picture?: ImageBitmap }
  /** The camera's frames and where they go, where the browser has streams of them. */
  | {
      readonly kind: 'stream';
      readonly id: number;
      readonly readable: ReadableStream;
      readonly writable: WritableStream;
    }
  /** One frame, which comes back as a `frame`; `overhead` is what the page itself spent on the one before, in ms. */
  | { readonly kind: 'frame'; readonly id: number; readonly frame: ImageBitmap; readonly overhead: number }
  /** Lets go of the stream. */
  | { readonly kind: 'unhitch' }
  | { readonly kind: 'end' };

/** From the worker to the page. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'notice'; readonly notice: Notice }
  | { readonly kind: 'frame'; readonly id: number; readonly frame: ImageBitmap; readonly took: number }
  /** The stream has come to its end. */
  | { readonly kind: 'over'; readonly id: number }
  | { readonly kind: 'ended' };
