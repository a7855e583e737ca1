// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';

/** What cameras of phones have beyond the standard's first part; each may be missing. */
interface Capabilities {
  readonly zoom?: { readonly min: number; readonly max: number };
  readonly torch?: boolean;
  readonly focusMode?: readonly string[];
  readonly pointsOfInterest?: unknown;
}

type Track = MediaStreamTrack | undefined;

const capabilities = (track: Track): Capabilities => (track?.getCapabilities?.() ?? {}) as Capabilities;

/** Codes of the guide: 0 or a negative number. Only an open camera can be asked. */
async function apply(track: Track, possible: boolean, setting: object): Promise<number> {
  if (!track || !possible) return Code.notSupported;
  try {
    await track.applyConstraints({ advanced: [setting] });
    return Code.ok;
  } catch {
    return Code.cameraSetParamFail;
  }
}

const [nearest, farthest] = [1, 5];

/** 1 when it cannot zoom. */
export function zoomMax(track: Track): number {
  const { zoom } = capabilities(track);
  return zoom && zoom.min > 0 ? Math.max(1, zoom.max / zoom.min) : 1;
}

/** 1 is as it is, 5 as near as is asked for; never nearer than the camera can. */
export function setZoom(track: Track, ratio: unknown): Promise<number> {
  if (typeof ratio !== 'number' || !(ratio >= nearest && ratio <= farthest)) {
    return Promise.resolve(Code.invalidParameter);
  }
  const { zoom } = capabilities(track);
  return apply(track, zoom !== undefined, { zoom: Math.min(zoom?.max ?? 1, (zoom?.min ?? 1) * ratio) });
}

export const setTorch = (track: Track, on: boolean): Promise<number> =>
  apply(track, capabilities(track).torch === true, { torch: on });

export function setAutoFocus(track: Track, on: boolean): Promise<number> {
  const focusMode = on ? 'continuous' : 'manual';
  return apply(track, capabilities(track).focusMode?.includes(focusMode) === true, { focusMode });
}

export const isAutoFocus = (track: Track): boolean =>
  (track?.getSettings?.() as { focusMode?: string } | undefined)?.focusMode === 'continuous';

/** A point of the picture, in pixels. */
export function setFocus(track: Track, x: unknown, y: unknown): Promise<number> {
  if (typeof x !== 'number' || typeof y !== 'number' || !(x >= 0 && y >= 0)) {
    return Promise.resolve(Code.invalidParameter);
  }
  const { width = 0, height = 0 } = track?.getSettings?.() ?? {};
  const { pointsOfInterest, focusMode } = capabilities(track);
  const point = { x: Math.min(1, x / (width || 1)), y: Math.min(1, y / (height || 1)) };
  const once = focusMode?.includes('single-shot') ? { focusMode: 'single-shot' } : {};
  return apply(track, pointsOfInterest !== undefined, { pointsOfInterest: [point], ...once });
}
