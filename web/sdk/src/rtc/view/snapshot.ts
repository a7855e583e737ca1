// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import { lastFrame } from '../../media/still.js';
import { broken, done, refused, type Result } from '../../result.js';
import type { Picture } from './picture.js';

const nothing = refused(Code.failed, 'There is no picture to take.');

/** A frame of a track as a PNG. */
export async function snapTrack(track: MediaStreamTrack | undefined): Promise<Result<Blob>> {
  const video = track && (await lastFrame(track));
  if (!video) return nothing;
  const taken = await draw(video.videoWidth, video.videoHeight, (context) => context.drawImage(video, 0, 0));
  video.srcObject = null;
  return taken;
}

/** What a view shows, cut, turned and mirrored as it is there. */
export async function snapView({ screen, drawnAs }: Picture): Promise<Result<Blob>> {
  const { clientWidth: width, clientHeight: height, videoWidth, videoHeight } = screen;
  if (videoWidth === 0) return nothing;
  return draw(width, height, (context) => {
    context.translate(width / 2, height / 2);
    context.rotate((drawnAs.turns * Math.PI) / 2);
    const [w, h] = drawnAs.turns % 2 === 0 ? [width, height] : [height, width];
    const pick = drawnAs.fill ? Math.max : Math.min;
    const scale = pick(w / videoWidth, h / videoHeight);
    context.scale(drawnAs.mirrored ? -scale : scale, scale);
    context.drawImage(screen, -videoWidth / 2, -videoHeight / 2);
  });
}

async function draw(
  width: number,
  height: number,
  paint: (context: CanvasRenderingContext2D) => void,
): Promise<Result<Blob>> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  try {
    const context = canvas.getContext('2d');
    if (!context) return nothing;
    paint(context);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    return blob ? done(blob) : nothing;
  } catch (error) {
    return broken(Code.failed, 'Taking the picture', error);
  }
}
