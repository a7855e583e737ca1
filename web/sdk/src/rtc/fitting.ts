// SPDX-License-Identifier: Apache-2.0
import { RtcVideoStreamType } from './types.js';

// What parameters of the guide's API have to be.

const loudest = 150;
export const isVolume = (volume: unknown): boolean => typeof volume === 'number' && volume >= 0 && volume <= loudest;
export const isOneOf = (values: object, value: unknown): boolean => Object.values(values).includes(value);
export const isStream = (value: unknown): boolean => isOneOf(RtcVideoStreamType, value);
export const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null;
export const isFlag = (value: unknown): boolean => typeof value === 'boolean';
export const isText = (value: unknown): boolean => typeof value === 'string';

/** The streams that can exist alone. */
export const isPlace = (streamType: unknown): boolean =>
  streamType === RtcVideoStreamType.big || streamType === RtcVideoStreamType.sub;

export const isDrawable = (image: unknown): boolean =>
  image instanceof HTMLImageElement ||
  image instanceof HTMLCanvasElement ||
  (typeof ImageBitmap !== 'undefined' && image instanceof ImageBitmap);
