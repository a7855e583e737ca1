// SPDX-License-Identifier: Apache-2.0
import type { MediaFlags } from '../wire/frames.js';
import type { Received } from './peer.js';

/**
 * What arrives from the other side. The streams stay the same objects for the whole call; a picture's track is in its
 * stream only while the other side sends one, so a last frame never stays frozen on the screen.
 */
export class RemoteMedia {
  readonly stream = new MediaStream();
  readonly screen = new MediaStream();
  private received: Received | undefined;

  receive(received: Received): void {
    for (const stream of [this.stream, this.screen]) {
      for (const track of stream.getTracks()) stream.removeTrack(track);
    }
    this.received = received;
    this.stream.addTrack(received.audio);
  }

  show({ video, screen }: MediaFlags): void {
    if (!this.received) return;
    place(this.stream, this.received.camera, video);
    place(this.screen, this.received.screen, screen);
  }
}

function place(stream: MediaStream, track: MediaStreamTrack, there: boolean): void {
  if (there === stream.getTracks().includes(track)) return;
  if (there) stream.addTrack(track);
  else stream.removeTrack(track);
}
