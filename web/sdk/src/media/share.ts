// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';
import { captureScreen, type CapturedScreen, type ScreenWish } from './screen.js';
import { lastFrame, stillPicture, type StillPicture } from './still.js';

/** A paused screen goes on as its last frame, so that somebody who comes later sees it too. */
const pausedFps = 1;

/** The own screen as it is shared: at most one at a time. */
export class ScreenShare {
  private captured: CapturedScreen | undefined;
  private pending: Promise<Result> | undefined;
  private still: StillPicture | undefined;
  private isPaused = false;
  /** Counted up by `close`, so that a screen still being chosen is dropped when it arrives. */
  private closings = 0;

  /** Shared, but not sent. */
  muted = false;

  constructor(
    private readonly changed: () => void,
    private readonly lost: (why: Result) => void,
    private readonly opener: (wish: ScreenWish) => Promise<Result<CapturedScreen>> = captureScreen,
  ) {}

  get on(): boolean {
    return this.captured !== undefined;
  }

  get paused(): boolean {
    return this.isPaused;
  }

  /** As it is captured, paused or not. */
  get picture(): MediaStreamTrack | undefined {
    return this.captured?.picture;
  }

  get sound(): MediaStreamTrack | undefined {
    return this.isPaused ? undefined : this.captured?.sound;
  }

  /** Undefined also for a moment after a pause. */
  get outgoing(): MediaStreamTrack | undefined {
    if (this.muted) return undefined;
    return this.isPaused ? this.still?.track : this.captured?.picture;
  }

  open(wish: ScreenWish): Promise<Result> {
    if (this.captured) return Promise.resolve(done());
    this.pending ??= this.capture(wish).finally(() => {
      this.pending = undefined;
    });
    return this.pending;
  }

  private async capture(wish: ScreenWish): Promise<Result> {
    const before = this.closings;
    const { data, ...answer } = await this.opener(wish);
    if (!data) return answer;
    if (this.closings !== before) {
      for (const track of [data.picture, data.sound]) track?.stop();
      return done();
    }
    this.captured = data;
    // Tells the encoder to keep text sharp rather than motion smooth.
    data.picture.contentHint = 'detail';
    data.picture.addEventListener('ended', () => this.ended(data.picture));
    data.sound?.addEventListener('ended', () => this.silenced(data.picture));
    this.changed();
    return done();
  }

  private ended(picture: MediaStreamTrack): void {
    if (this.captured?.picture !== picture) return;
    this.close();
    this.lost(refused(Code.screenCaptureStopped, 'The browser or the person ended the screen capture.'));
  }

  private silenced(picture: MediaStreamTrack): void {
    if (this.captured?.picture !== picture) return;
    this.captured = { picture, sound: undefined };
    this.changed();
  }

  /** Whether anything changed. */
  pause(paused: boolean): boolean {
    if (!this.captured || this.isPaused === paused) return false;
    this.isPaused = paused;
    if (paused) void this.freeze(this.captured.picture);
    else this.thaw();
    this.changed();
    return true;
  }

  private async freeze(picture: MediaStreamTrack): Promise<void> {
    const frame = await lastFrame(picture);
    if (!frame) return;
    if (this.isPaused && this.captured?.picture === picture && !this.still) {
      this.still = stillPicture(frame, pausedFps);
      this.changed();
    }
    frame.srcObject = null;
  }

  private thaw(): void {
    this.still?.stop();
    this.still = undefined;
  }

  close(): void {
    this.closings += 1;
    const { captured } = this;
    if (!captured) return;
    this.captured = undefined;
    this.isPaused = false;
    this.muted = false;
    this.thaw();
    for (const track of [captured.picture, captured.sound]) track?.stop();
    this.changed();
  }
}
