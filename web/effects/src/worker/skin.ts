// SPDX-License-Identifier: Apache-2.0

/** A colour as luma and two chroma differences, 0 to 1 with 0.5 for grey (ITU-R BT.601, full range, as in JPEG). */
export type Tone = readonly [y: number, cb: number, cr: number];

/** `red`, `green` and `blue` from 0 to 255. */
export function tone(red: number, green: number, blue: number): Tone {
  const [r, g, b] = [red / 255, green / 255, blue / 255];
  return [
    0.299 * r + 0.587 * g + 0.114 * b,
    0.5 - 0.168736 * r - 0.331264 * g + 0.5 * b,
    0.5 + 0.5 * r - 0.418688 * g - 0.081312 * b,
  ];
}

/** Human skin of every shade has nearly one chroma (Chai and Ngan, 1999); what differs is the luma. */
const chroma = { cb: [77 / 255, 127 / 255], cr: [133 / 255, 173 / 255] } as const;
/** Below it chroma is noise, and dark hair would pass for skin. */
const darkest = 0.17;

export const isSkin = ([y, cb, cr]: Tone): boolean =>
  y > darkest && cb >= chroma.cb[0] && cb <= chroma.cb[1] && cr >= chroma.cr[0] && cr <= chroma.cr[1];
