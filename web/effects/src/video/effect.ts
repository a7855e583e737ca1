// SPDX-License-Identifier: Apache-2.0
import type { EffectNotice, VideoEffect } from '@duet/sdk';
import type { Wish } from '../worker/messages.js';
import type { Darkroom, Line } from './parts.js';

type Tell = (notice: EffectNotice) => void;

/** Beauty and background on the camera's picture. All that does the work is loaded when it starts. */
export class PictureEffect implements VideoEffect {
  readonly kind = 'video';
  readonly name = 'duet-effects';
  private tell: Tell = () => {};
  private opening: Promise<Darkroom> | undefined;
  private line: Line | undefined;
  /** Counted up by whatever makes a start under way worthless. */
  private turn = 0;
  private picture: ImageBitmap | undefined;

  constructor(
    private wish: Wish,
    private readonly overhear: Tell,
  ) {}

  get running(): boolean {
    return this.opening !== undefined;
  }

  setWish(change: Partial<Wish>): void {
    this.wish = { ...this.wish, ...change };
    this.pass(this.wish);
  }

  /** The picture for the background `picture`; it now belongs to the effect. */
  setPicture(picture: ImageBitmap): void {
    this.picture?.close();
    this.picture = picture;
    this.pass(this.wish, picture);
  }

  private pass(wish: Wish, picture?: ImageBitmap): void {
    // A darkroom that could not be opened has rejected the start.
    this.opening?.then((darkroom) => darkroom.setWish(wish, picture)).catch(() => {});
  }

  async start(track: MediaStreamTrack, tell: Tell): Promise<MediaStreamTrack> {
    const turn = ++this.turn;
    this.tell = tell;
    this.hangUp();
    const { openLine } = await import('./parts.js');
    if (turn !== this.turn) throw overtaken();
    const line = await openLine(track, await this.darkroom());
    if (turn !== this.turn) {
      line.close();
      throw overtaken();
    }
    line.track.contentHint = track.contentHint;
    this.line = line;
    return line.track;
  }

  /** The one that is open or being opened; a new one otherwise. */
  private async darkroom(): Promise<Darkroom> {
    const { openDarkroom } = await import('./parts.js');
    this.opening ??= openDarkroom(this.wish, this.picture, (notice) => {
      this.tell(notice);
      this.overhear(notice);
    });
    const { opening } = this;
    try {
      return await opening;
    } catch (error) {
      if (this.opening === opening) this.opening = undefined;
      throw error;
    }
  }

  stop(): void {
    this.turn++;
    this.hangUp();
    this.opening?.then((darkroom) => darkroom.close()).catch(() => {});
    this.opening = undefined;
  }

  private hangUp(): void {
    this.line?.close();
    this.line = undefined;
  }
}

const overtaken = (): Error => new Error('The effect was stopped or started anew before it had begun.');
