// SPDX-License-Identifier: Apache-2.0

const name = 'Duet';

/** Names the page after what is going on. */
export function title(text?: string): void {
  document.title = text === undefined ? name : `${text} · ${name}`;
}
