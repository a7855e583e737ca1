// SPDX-License-Identifier: Apache-2.0
import { renderStyle, type Rendering, type Size } from './render.js';

export interface PictureEvents {
  /** The first frame since the picture was shown or began to come. */
  readonly firstFrame: (size: Size) => void;
  readonly resized: (size: Size) => void;
}

const styled = ['objectFit', 'transform'] as const;

/** A picture in an element of the page: in the element itself when that is a video, else in one of its own inside. */
export class Picture {
  private readonly video: HTMLVideoElement;
  private readonly before: Partial<Record<(typeof styled)[number], string>> = {};
  private readonly stream = new MediaStream();
  private readonly sizes: ResizeObserver | undefined;
  private rendering: Rendering = { turns: 0, fill: true, mirrored: false };
  private size: Size = { width: 0, height: 0 };
  private frozen = false;
  /** Counted up so that a first frame is waited for once. */
  private waits = 0;

  constructor(
    readonly element: HTMLElement,
    private readonly events: PictureEvents,
  ) {
    this.video = element instanceof HTMLVideoElement ? element : inside(element);
    for (const each of styled) this.before[each] = this.video.style[each];
    // Sound has a way of its own: a picture that sings would be heard twice, and the own one as an echo.
    Object.assign(this.video, { muted: true, autoplay: true, playsInline: true });
    this.video.srcObject = this.stream;
    this.video.addEventListener('resize', this.onResize);
    this.sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => this.style());
    this.sizes?.observe(this.video);
  }

  /** The element that shows it. */
  get screen(): HTMLVideoElement {
    return this.video;
  }

  get drawnAs(): Rendering {
    return this.rendering;
  }

  show(track: MediaStreamTrack | undefined): void {
    const [shown] = this.stream.getVideoTracks();
    if (shown === track) return;
    if (shown) this.stream.removeTrack(shown);
    if (!track) return;
    this.stream.addTrack(track);
    // A picture that goes on with another track has begun before.
    if (!shown) this.awaitFrame();
    if (!this.frozen) this.play();
  }

  /** Keeps the frame that is there. */
  freeze(frozen: boolean): void {
    if (this.frozen === frozen) return;
    this.frozen = frozen;
    if (frozen) this.video.pause();
    else this.play();
  }

  render(rendering: Rendering): void {
    this.rendering = rendering;
    this.style();
  }

  private play(): void {
    // A picture without sound plays without being asked for; what is taken out while it starts rejects, harmlessly.
    void (this.video.play() as Promise<void> | undefined)?.catch(() => {});
  }

  private style(): void {
    const box = { width: this.video.clientWidth, height: this.video.clientHeight };
    Object.assign(this.video.style, renderStyle(this.rendering, box, this.size));
  }

  private readonly onResize = (): void => {
    const size = { width: this.video.videoWidth, height: this.video.videoHeight };
    if (size.width === 0 || (size.width === this.size.width && size.height === this.size.height)) return;
    this.size = size;
    this.style();
    this.events.resized(size);
  };

  private awaitFrame(): void {
    const wait = ++this.waits;
    const first = (): void => {
      if (wait !== this.waits) return;
      this.events.firstFrame({ width: this.video.videoWidth, height: this.video.videoHeight });
    };
    // Absent in browsers of before 2024, whatever the type says.
    if ('requestVideoFrameCallback' in this.video) {
      this.video.requestVideoFrameCallback(first);
    } else {
      (this.video as HTMLVideoElement).addEventListener('loadeddata', first, { once: true });
    }
  }

  release(): void {
    this.waits += 1;
    this.sizes?.disconnect();
    this.video.removeEventListener('resize', this.onResize);
    // Only what is still ours: the page may have given the element something else to show.
    if (this.video.srcObject === this.stream) this.video.srcObject = null;
    if (this.video !== this.element) this.video.remove();
    else Object.assign(this.video.style, this.before);
  }
}

function inside(element: HTMLElement): HTMLVideoElement {
  const video = document.createElement('video');
  Object.assign(video.style, { display: 'block', width: '100%', height: '100%' });
  element.style.overflow = 'hidden';
  element.append(video);
  return video;
}
