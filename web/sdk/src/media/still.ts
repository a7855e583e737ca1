// SPDX-License-Identifier: Apache-2.0

/** A picture that stands still, as a track: what is sent in place of a camera or a screen that has paused. */
export interface StillPicture {
  readonly track: MediaStreamTrack;
  stop(): void;
}

type Drawable = HTMLImageElement | HTMLCanvasElement | HTMLVideoElement | ImageBitmap;

const sizeOf = (picture: Drawable): [number, number] =>
  'videoWidth' in picture
    ? [picture.videoWidth, picture.videoHeight]
    : 'naturalWidth' in picture
      ? [picture.naturalWidth, picture.naturalHeight]
      : [picture.width, picture.height];

/** Nothing larger is sent: a relay forwards what fits a call. */
const widest = 1280;

/** Undefined when there is nothing to draw, or the browser cannot make a track of it. */
export function stillPicture(picture: Drawable, fps: number): StillPicture | undefined {
  const canvas = document.createElement('canvas');
  const [width, height] = sizeOf(picture);
  const scale = Math.min(1, widest / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  try {
    const context = canvas.getContext('2d');
    if (!context || width === 0) return undefined;
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const [track] = canvas.captureStream(fps).getVideoTracks();
    return track && { track, stop: beat(context, track, fps) };
  } catch {
    return undefined;
  }
}

/** A canvas is captured when it is drawn on: so it is, one pixel of itself. */
function beat(context: CanvasRenderingContext2D, track: MediaStreamTrack, fps: number): () => void {
  const draw = (): void => context.drawImage(context.canvas, 0, 0, 1, 1, 0, 0, 1, 1);
  const timer = setInterval(draw, 1000 / fps);
  return () => {
    clearInterval(timer);
    track.stop();
  };
}

/** A frame comes by then, or the track has none. */
const patience_ms = 2_000;

/** A video that holds a frame of a track as it is now; undefined when none comes. */
export async function lastFrame(track: MediaStreamTrack): Promise<HTMLVideoElement | undefined> {
  const video = document.createElement('video');
  video.muted = true;
  video.srcObject = new MediaStream([track]);
  const late = new Promise<'late'>((resolve) => {
    setTimeout(resolve, patience_ms, 'late');
  });
  try {
    if ((await Promise.race([video.play(), late])) !== 'late') return video;
  } catch {
    // Told by the absence of a frame.
  }
  video.srcObject = null;
  return undefined;
}
