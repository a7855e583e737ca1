// SPDX-License-Identifier: Apache-2.0

let shared: AudioContext | undefined;

/** The page's one audio context, or undefined where there is none. It may be suspended until the user touches the page. */
export function audioContext(): AudioContext | undefined {
  if (typeof AudioContext === 'undefined') return undefined;
  shared ??= new AudioContext({ latencyHint: 'interactive' });
  return shared;
}
