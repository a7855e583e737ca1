// SPDX-License-Identifier: Apache-2.0

/** The way of a camera's frames through the darkroom: `track` is what comes out. */
export interface Line {
  readonly track: MediaStreamTrack;
  /** Ends `track`, and lets go of the camera's without stopping it. */
  close(): void;
}
