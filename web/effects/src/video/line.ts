// SPDX-License-Identifier: Apache-2.0

/** The way of a camera's frames through the darkroom: `track` is what comes out. */
export interface Line {
  readonly track: MediaStreamTrack;
  /** Ends `track`, and lets go of the camera's without stopping it. */
  close(): void;
}

/** Ends a track because its source has ended. One that is stopped by its owner tells nobody, so this tells. */
export function endTrack(track: MediaStreamTrack): void {
  if (track.readyState === 'ended') return;
  track.stop();
  track.dispatchEvent(new Event('ended'));
}
