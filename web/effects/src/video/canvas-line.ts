// SPDX-License-Identifier: Apache-2.0
import { endTrack } from '../end-track.js';
import type { Darkroom } from './darkroom.js';
import type { Line } from './line.js';

/** A hidden page is told of no new frames; then this is how often the camera is looked at. */
const hidden_ms = 1000;

/** Frames go over a video element to the worker, and come back to a canvas whose picture is captured. */
export async function canvasLine(camera: MediaStreamTrack, darkroom: Darkroom): Promise<Line> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([camera]);
  await video.play();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: video.videoWidth, height: video.videoHeight });
  const context = canvas.getContext('2d', { alpha: false });
  const [track] = canvas.captureStream().getVideoTracks();
  if (!context || !track) throw new Error('This browser cannot capture a canvas.');
  const rounds = new Rounds(video, context, darkroom, () => {
    // A camera that is stopped by its owner tells nobody.
    if (camera.readyState === 'ended') end();
  });
  const end = (): void => {
    rounds.end();
    endTrack(track);
  };
  camera.addEventListener('ended', end);
  return {
    track,
    close: () => {
      camera.removeEventListener('ended', end);
      rounds.end();
      track.stop();
    },
  };
}

/** One frame after the other: grabbed, developed, drawn. */
class Rounds {
  private id = 0;
  private began = 0;
  private overhead = 0;
  private over = false;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly context: CanvasRenderingContext2D,
    private readonly darkroom: Darkroom,
    private readonly look: () => void,
  ) {
    darkroom.onFrame = ({ id, frame, took }) => {
      if (id === this.id && !this.over) this.show(frame, took);
      frame.close();
    };
    void this.grab();
  }

  private async grab(): Promise<void> {
    this.began = performance.now();
    // Rejects when the video has no frame yet, or no more.
    const frame = await createImageBitmap(this.video).catch(() => undefined);
    if (this.over) return frame?.close();
    if (!frame) return this.waitForNext();
    this.id += 1;
    this.darkroom.order({ kind: 'frame', id: this.id, frame, overhead: this.overhead }, frame);
  }

  private show(frame: ImageBitmap, took: number): void {
    const { canvas } = this.context;
    if (canvas.width !== frame.width || canvas.height !== frame.height) {
      Object.assign(canvas, { width: frame.width, height: frame.height });
    }
    this.context.drawImage(frame, 0, 0);
    this.overhead = performance.now() - this.began - took;
    this.waitForNext();
  }

  /** Grabs once the camera has a new frame. */
  private waitForNext(): void {
    const token: { callback?: number } = {};
    const go = (): void => {
      clearTimeout(timer);
      if (token.callback !== undefined) this.video.cancelVideoFrameCallback(token.callback);
      this.look();
      if (!this.over) void this.grab();
    };
    const timer = setTimeout(go, hidden_ms);
    token.callback = this.video.requestVideoFrameCallback(go);
  }

  end(): void {
    this.over = true;
    this.video.srcObject = null;
  }
}
