// SPDX-License-Identifier: Apache-2.0
import { endTrack } from '../end-track.js';
import type { Darkroom } from './darkroom.js';
import type { Line } from './line.js';

declare const MediaStreamTrackProcessor: new (init: { track: MediaStreamTrack }) => { readable: ReadableStream };
declare const MediaStreamTrackGenerator: new (init: {
  kind: 'video';
}) => MediaStreamTrack & { writable: WritableStream };

export const hasFrameStreams = (): boolean =>
  'MediaStreamTrackProcessor' in globalThis && 'MediaStreamTrackGenerator' in globalThis;

let streams = 0;

/** Frames go from the camera to the worker and on to the sender without the page's thread, which may be busy or hidden. */
export function streamLine(camera: MediaStreamTrack, darkroom: Darkroom): Line {
  const { readable } = new MediaStreamTrackProcessor({ track: camera });
  const track = new MediaStreamTrackGenerator({ kind: 'video' });
  const { writable } = track;
  const id = ++streams;
  const end = (): void => endTrack(track);
  // The first when the camera is pulled out, the second when its owner stops it, too.
  camera.addEventListener('ended', end);
  darkroom.onOver = (over) => {
    if (over === id) end();
  };
  darkroom.order({ kind: 'stream', id, readable, writable }, readable, writable);
  return {
    track,
    close: () => {
      camera.removeEventListener('ended', end);
      track.stop();
      darkroom.order({ kind: 'unhitch' });
    },
  };
}
