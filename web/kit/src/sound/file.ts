// SPDX-License-Identifier: Apache-2.0

/** Plays a sound file over and over, as soon as the browser lets the page be heard. The returned function silences it. */
export function playFile(address: string): () => void {
  const audio = new Audio(address);
  audio.loop = true;
  const begin = () =>
    void audio.play().then(
      () => window.removeEventListener('pointerdown', begin),
      () => {},
    );
  window.addEventListener('pointerdown', begin);
  begin();
  return () => {
    window.removeEventListener('pointerdown', begin);
    audio.pause();
  };
}
