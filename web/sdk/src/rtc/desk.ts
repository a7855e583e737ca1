// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import type { LocalMedia, Opener } from '../media/local.js';
import type { DeviceRefusal } from '../media/devices.js';
import type { PeerFactory } from '../media/peer.js';
import type { Platform } from '../session/platform.js';
import type { Result } from '../result.js';
import type { Tell } from './audience.js';
import type { RtcCallbacks } from './listener.js';
import type { TestSignal } from './measure/test-signal.js';
import type { Report } from '../media/report.js';
import type { Room } from './stay/room.js';
import { findView } from './view/find.js';
import type { Views } from './view/views.js';

/** What the parts of a room client work with. */
export interface Desk {
  readonly clock: Platform;
  readonly media: LocalMedia;
  readonly views: Views;
  readonly tell: Tell;
  /** Whether anybody listens to that. */
  readonly hears: (callback: keyof RtcCallbacks) => boolean;
  /** The room there is now. */
  readonly room: () => Room | undefined;
}

/** What tests bring in place of a browser's. */
export interface RtcTools {
  readonly clock?: Platform;
  readonly media?: LocalMedia;
  readonly createPeer?: PeerFactory;
  /** Of devices that are tried. */
  readonly opener?: Opener;
  readonly testSignal?: () => TestSignal;
}

/** Tells a refusal, with its warning first where it has one. */
export function complain(
  tell: Tell,
  { code, desc, warning }: DeviceRefusal | (Result<unknown> & { warning?: number }),
): void {
  if (warning !== undefined) tell('onWarning', warning, desc);
  tell('onError', code, desc);
}

/** The element meant by a view; what is none is told. */
export function viewFor(tell: Tell, view: unknown): HTMLElement | undefined {
  const element = findView(view);
  if (!element) tell('onError', Code.invalidParameter, 'There is no such view on the page.');
  return element;
}

/** The statistics of the room there is now. */
export const report =
  ({ room }: Desk) =>
  async (): Promise<Report | undefined> =>
    room()
      ?.link?.report()
      .catch(() => undefined);
