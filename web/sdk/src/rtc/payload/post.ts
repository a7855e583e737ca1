// SPDX-License-Identifier: Apache-2.0
import type { Sent } from '../../media/peer.js';
import type { Secret } from './envelope.js';

/** What a stream of frames is, as its transform is told. */
export interface Stream {
  readonly side: 'send' | 'receive';
  readonly what: Sent;
  readonly secret?: Secret;
}

/** A message that is to ride on the next frames of the camera. */
export interface ToWorker {
  readonly bytes: Uint8Array;
  readonly times: number;
}

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'message'; readonly bytes: Uint8Array }
  /** Frames that could not be read, since the time before. */
  | { readonly type: 'unread'; readonly what: Sent; readonly frames: number };
