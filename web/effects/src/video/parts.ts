// SPDX-License-Identifier: Apache-2.0
import type { EffectNotice } from '@duet/sdk';
import { checkResources } from '../resources.js';
import type { Wish } from '../worker/messages.js';
import { canvasLine } from './canvas-line.js';
import { Darkroom } from './darkroom.js';
import type { Line } from './line.js';
import { hasFrameStreams, streamLine } from './stream-line.js';
import { lacking } from './support.js';

export { loadPicture } from './picture.js';
export { checkResources, lacking };
export type { Darkroom, Line };

/** Rejects with a sentence when this browser or the files at the resource path cannot do it. */
export async function openDarkroom(
  wish: Wish,
  picture: ImageBitmap | undefined,
  tell: (notice: EffectNotice) => void,
): Promise<Darkroom> {
  const why = lacking();
  if (why !== undefined) throw new Error(why);
  await checkResources();
  return Darkroom.open(wish, picture, tell);
}

export const openLine = async (camera: MediaStreamTrack, darkroom: Darkroom): Promise<Line> =>
  hasFrameStreams() ? streamLine(camera, darkroom) : canvasLine(camera, darkroom);
