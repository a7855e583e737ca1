// SPDX-License-Identifier: Apache-2.0

/** Two short pulls and a rest, in ms. */
const pattern = [380, 180, 380];
const period_ms = 3200;

/** Shakes a phone over and over, where the browser lets a page do that. The returned function ends it. */
export function vibrate(): () => void {
  shake(pattern);
  const timer = setInterval(() => shake(pattern), period_ms);
  return () => {
    clearInterval(timer);
    shake(0);
  };
}

function shake(what: number | number[]): void {
  // Before the first touch of the page a browser says no, and tells the console so.
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(what);
}
