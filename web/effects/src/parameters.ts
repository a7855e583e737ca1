// SPDX-License-Identifier: Apache-2.0
import { invalid } from './result.js';
import type { Result } from '@duet/sdk';

/** What is done to the skin of faces, each from 0, nothing, to 1. */
export interface Beauty {
  readonly smoothing: number;
  readonly whitening: number;
}

/** An address, or a picture that the page has already. */
export type Picture = string | Blob | ImageBitmapSource;

/** What is seen behind a person. A blur's strength is from 0 to 1. */
export type Background =
  | { readonly kind: 'none' }
  | { readonly kind: 'blur'; readonly strength?: number }
  | { readonly kind: 'picture'; readonly picture: Picture };

/** What is visible at once when an effect is switched on without having been set. */
export const defaultBeauty: Beauty = { smoothing: 0.5, whitening: 0.3 };
export const defaultBlur = 0.6;
/** Below it a face moves in steps, and people would rather be seen as they are. */
export const defaultMinFps = 12;

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;

/** `now` with what `change` names; a refusal when a number is none from 0 to 1. */
export function changedBeauty(now: Beauty, change: Partial<Beauty>): Result<Beauty> {
  const next = { ...now, ...change };
  for (const name of ['smoothing', 'whitening'] as const) {
    if (!isShare(next[name])) return invalid(`${name} must be a number from 0 to 1.`);
  }
  return { code: 0, desc: 'ok', data: { smoothing: next.smoothing, whitening: next.whitening } };
}

export function checkBackground(background: Background): Result {
  const { kind } = background as { kind: unknown };
  if (background.kind === 'blur' && !isShare(background.strength ?? defaultBlur)) {
    return invalid('The strength of a blur must be a number from 0 to 1.');
  }
  if (background.kind === 'picture' && !background.picture) {
    return invalid('A background of the kind "picture" needs its picture: an address, a Blob, or an image.');
  }
  if (kind === 'none' || kind === 'blur' || kind === 'picture') return { code: 0, desc: 'ok' };
  return invalid('The kind of a background must be "none", "blur" or "picture".');
}

export function checkMinFps(fps: number): Result {
  if (typeof fps === 'number' && fps >= 0) return { code: 0, desc: 'ok' };
  return invalid('minFps must be a number of frames per second, or 0 for an effect that never falls back.');
}
