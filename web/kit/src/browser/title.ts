// SPDX-License-Identifier: Apache-2.0

const period_ms = 1000;

/**
 * Alternates the page's title with a call for attention, for a tab that is in the background. The returned function ends
 * it, and gives the page its own title back unless the page has given itself another one meanwhile.
 */
export function flashTitle(text: string): () => void {
  const own = document.title;
  const loud = `● ${text}`;
  let shown = own;
  const show = () => {
    if (document.title !== shown) return;
    shown = shown === own ? loud : own;
    document.title = shown;
  };
  show();
  const timer = setInterval(show, period_ms);
  return () => {
    clearInterval(timer);
    if (document.title === shown) document.title = own;
  };
}
