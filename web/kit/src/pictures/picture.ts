// SPDX-License-Identifier: Apache-2.0
import { noChange } from 'lit';
import { directive, Directive, type ElementPart } from 'lit/directive.js';

/** Plays a stream in the media element it stands in. `refused` is called when the browser wants a touch of the page first. */
class Playing extends Directive {
  #stream: MediaStream | undefined;

  render(_stream: MediaStream | undefined, _refused?: () => void) {
    return noChange;
  }

  override update(part: ElementPart, [stream, refused]: [MediaStream | undefined, (() => void)?]) {
    if (stream === this.#stream) return noChange;
    this.#stream = stream;
    const element = part.element as HTMLMediaElement;
    element.srcObject = stream ?? null;
    if (stream !== undefined)
      element.play().catch((error: unknown) => {
        // Anything else (a stream replaced before it began to play) heals by itself.
        if (error instanceof DOMException && error.name === 'NotAllowedError') refused?.();
      });
    return noChange;
  }
}

export const playing = directive(Playing);

/**
 * Whether a picture may fill its frame with its edges cut off: only while at least 60 % of it stays to be seen.
 * A landscape picture on an upright phone would lose the people in it, so it is shown whole.
 */
export function fills(picture: { width: number; height: number }, frame: { width: number; height: number }): boolean {
  if (picture.width === 0 || picture.height === 0 || frame.width === 0 || frame.height === 0) return true;
  const ratio = picture.width / picture.height / (frame.width / frame.height);
  return Math.min(ratio, 1 / ratio) >= 0.6;
}

/** Sends the sound of the media element it stands in to a loudspeaker; browsers without a choice play on. */
class Sounding extends Directive {
  #device: string | undefined;

  render(_device: string | undefined) {
    return noChange;
  }

  override update(part: ElementPart, [device]: [string | undefined]) {
    if (device === this.#device) return noChange;
    this.#device = device;
    const element = part.element as HTMLMediaElement;
    // A loudspeaker that is gone: the browser plays on the usual one.
    element.setSinkId?.(device ?? '').catch(() => {});
    return noChange;
  }
}

export const sounding = directive(Sounding);
