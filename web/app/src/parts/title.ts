// SPDX-License-Identifier: Apache-2.0

const name = 'Duet';

/** Names the page after what is going on. */
export function title(text?: string): void {
  document.title = text === undefined ? name : `${text} · ${name}`;
}

/** Alternates the page's title with a call for attention, for a tab that is in the background. The returned function ends it. */
export function flashTitle(text: string): () => void {
  let on = true;
  const show = () => {
    document.title = on ? `● ${text}` : name;
    on = !on;
  };
  show();
  const timer = setInterval(show, 1000);
  return () => {
    clearInterval(timer);
    title();
  };
}
