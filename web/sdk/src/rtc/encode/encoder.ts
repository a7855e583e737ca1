// SPDX-License-Identifier: Apache-2.0
import type { Encoding, SmallPicture } from '../../media/peer.js';
import { RtcVideoQosPreference } from '../types.js';
import { resolutionOf, RtcVideoResolution, RtcVideoResolutionMode } from './resolutions.js';

/** How a picture is encoded. */
export class RtcVideoEncParam {
  videoResolution: RtcVideoResolution = RtcVideoResolution.res_1280_720;
  videoResolutionMode: RtcVideoResolutionMode = RtcVideoResolutionMode.portrait;
  videoFps = 10;
  /** kbps. */
  videoBitrate = 1600;
  /** Without meaning here: no browser has a floor. */
  minVideoBitrate = 0;
  /** Without meaning here: a browser adapts the resolution by itself. */
  enableAdjustRes = false;

  constructor(values: Partial<RtcVideoEncParam> = {}) {
    Object.assign(this, values);
  }
}

/** A size and a rate to encode in, upright or lying. */
export interface Shape {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly kbps: number;
}

const [slowest, fastest] = [1, 60];
const largest_kbps = 20_000;

const within = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && value >= from && value <= to;

/** Undefined when something in the parameters stands for nothing. What is left out takes what a call needs. */
export function shapeOf(param: unknown): Shape | undefined {
  if (typeof param !== 'object' || param === null) return undefined;
  const given = param as Record<string, unknown>;
  const { videoResolution, videoResolutionMode, videoFps = 15 } = given;
  const resolution = resolutionOf(videoResolution);
  if (!resolution || !within(videoFps, slowest, fastest)) return undefined;
  const { videoBitrate: kbps = resolution.kbps } = given;
  if (!within(kbps, 1, largest_kbps)) return undefined;
  const { width, height } = resolution;
  return videoResolutionMode === RtcVideoResolutionMode.landscape
    ? { width, height, fps: videoFps, kbps }
    : { width: height, height: width, fps: videoFps, kbps };
}

/** How much a captured picture is scaled down to be no larger than wanted, whichever way the device is held. */
export function scaleDown(captured: { width?: number; height?: number }, wanted: Shape): number {
  const { width = 0, height = 0 } = captured;
  const ratio = Math.max(
    Math.max(width, height) / Math.max(wanted.width, wanted.height),
    Math.min(width, height) / Math.min(wanted.width, wanted.height),
  );
  return Math.max(1, ratio);
}

const preferences = {
  [RtcVideoQosPreference.smooth]: 'maintain-framerate',
  [RtcVideoQosPreference.clear]: 'maintain-resolution',
} as const;

export function encodingOf(
  shape: Shape,
  captured: { width?: number; height?: number },
  preference: RtcVideoQosPreference | undefined,
): Encoding {
  return {
    maxBitrate: shape.kbps * 1000,
    maxFramerate: shape.fps,
    scaleResolutionDownBy: scaleDown(captured, shape),
    ...(preference && { degradationPreference: preferences[preference] }),
  };
}

/** The small picture; undefined when it would not be smaller than the big one. */
export function smallOf(
  shape: Shape,
  captured: { width?: number; height?: number },
  big: Shape,
): SmallPicture | undefined {
  if (shape.width * shape.height >= big.width * big.height) return undefined;
  return { active: true, ...encodingOf(shape, captured, undefined) };
}

/** kbps by audio quality. */
export const audioKbps = { 1: 16, 2: 50, 3: 128 } as const;
