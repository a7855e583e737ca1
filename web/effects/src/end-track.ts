// SPDX-License-Identifier: Apache-2.0

/** Ends a track because its source has ended. One that is stopped by its owner tells nobody, so this tells. */
export function endTrack(track: MediaStreamTrack): void {
  if (track.readyState === 'ended') return;
  track.stop();
  track.dispatchEvent(new Event('ended'));
}
