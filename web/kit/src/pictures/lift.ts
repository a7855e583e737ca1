// SPDX-License-Identifier: Apache-2.0
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { liftVideo, openWindow, pipKind, type Pip } from '../browser/pip.js';
import { pipStyle } from './pip-view.js';

/** What a screen gives to be lifted over all windows. */
export interface Liftable {
  readonly draw: (into: Document) => void;
  /** Whether there is a picture of the other side, and the element that shows it. */
  readonly pictured: () => boolean;
  readonly video: () => HTMLVideoElement | undefined;
}

/** Lifts a screen over all windows and lets it down again, at the latest when it is gone itself. */
export class Lift implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #what: Liftable;
  #pip: Pip | undefined;

  constructor(host: ReactiveControllerHost, what: Liftable) {
    this.#host = host;
    this.#what = what;
  }

  /** Whether it is lifted; undefined where the browser cannot. */
  get lifted(): boolean | undefined {
    const kind = pipKind();
    const can = kind === 'document' || (kind === 'video' && this.#what.pictured());
    return can || this.#pip !== undefined ? this.#pip !== undefined : undefined;
  }

  async toggle(): Promise<void> {
    if (this.#pip !== undefined) return this.#pip.close();
    if (this.lifted === undefined) return;
    this.#pip = await this.#open();
    this.#host.requestUpdate();
  }

  #open(): Promise<Pip | undefined> {
    const closed = () => {
      this.#pip = undefined;
      this.#host.requestUpdate();
    };
    if (pipKind() === 'document') return openWindow(pipStyle, this.#what.draw, closed);
    const video = this.#what.video();
    return video === undefined ? Promise.resolve(undefined) : liftVideo(video, closed);
  }

  hostUpdated() {
    this.#pip?.draw();
  }

  hostDisconnected() {
    this.#pip?.close();
  }
}
