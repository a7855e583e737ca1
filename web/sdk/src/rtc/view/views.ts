// SPDX-License-Identifier: Apache-2.0
import { Picture, type PictureEvents } from './picture.js';
import type { Rendering } from './render.js';

/** Which picture: one's own camera or screen, or another's. */
export interface Source {
  /** Empty for oneself. */
  readonly userId: string;
  readonly place: 'camera' | 'screen';
}

const keyOf = ({ userId, place }: Source): string => `${place} ${userId}`;

/** Where each picture is shown. An element shows one picture, and a picture is in one element, always the latest. */
export class Views {
  private readonly pictures = new Map<string, Picture>();
  private readonly renderings = new Map<string, Rendering>();
  /** What has begun to be seen, and how large it was last: moved to another view it has still begun. */
  private readonly begun = new Set<string>();
  private readonly sizes = new Map<string, string>();

  constructor(private readonly events: (source: Source) => PictureEvents) {}

  has(source: Source): boolean {
    return this.pictures.has(keyOf(source));
  }

  picture(source: Source): Picture | undefined {
    return this.pictures.get(keyOf(source));
  }

  /** Shows a picture in an element, from where another picture makes room. */
  put(source: Source, element: HTMLElement, rendering: Rendering): Picture {
    const key = keyOf(source);
    const there = this.pictures.get(key);
    if (there?.element === element) return there;
    for (const [other, { element: taken }] of this.pictures) {
      if (other === key || taken === element) this.drop(other);
    }
    const picture = new Picture(element, this.tellingOnce(source));
    this.pictures.set(key, picture);
    picture.render(this.renderings.get(key) ?? rendering);
    return picture;
  }

  private tellingOnce(source: Source): PictureEvents {
    const key = keyOf(source);
    const { firstFrame, resized } = this.events(source);
    return {
      firstFrame: (size) => {
        if (this.begun.has(key)) return;
        this.begun.add(key);
        firstFrame(size);
      },
      resized: (size) => {
        const now = `${size.width}x${size.height}`;
        if (this.sizes.get(key) === now) return;
        this.sizes.set(key, now);
        resized(size);
      },
    };
  }

  show(source: Source, track: MediaStreamTrack | undefined): void {
    if (!track) this.forget(keyOf(source));
    this.pictures.get(keyOf(source))?.show(track);
  }

  private forget(key: string): void {
    this.begun.delete(key);
    this.sizes.delete(key);
  }

  /** Holds for the picture wherever it is shown. */
  render(source: Source, rendering: Rendering): void {
    const key = keyOf(source);
    this.renderings.set(key, rendering);
    this.pictures.get(key)?.render(rendering);
  }

  take(source: Source): void {
    this.forget(keyOf(source));
    this.drop(keyOf(source));
  }

  /** Everybody's pictures but one's own. */
  takeRemote(): void {
    for (const key of this.pictures.keys()) {
      if (key.endsWith(' ')) continue;
      this.drop(key);
      this.forget(key);
    }
  }

  private drop(key: string): void {
    this.pictures.get(key)?.release();
    this.pictures.delete(key);
  }
}
