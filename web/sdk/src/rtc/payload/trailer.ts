// SPDX-License-Identifier: Apache-2.0

/**
 * Messages that ride on a frame of VP8: behind it, where a decoder that knows nothing of them does not look.
 *
 * ```
 * | frame | message | length: 2 | … | message | length: 2 | how many: 1 | mark: 4 |
 * ```
 */
const mark = 0x44_53_45_49;
const tail_bytes = 5;
const most = 255;

export interface Parted {
  readonly frame: Uint8Array<ArrayBuffer>;
  readonly messages: readonly Uint8Array<ArrayBuffer>[];
}

export function withMessages(frame: Uint8Array<ArrayBuffer>, messages: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const taken = messages.slice(0, most);
  const size = taken.reduce((sum, { length }) => sum + length + 2, frame.length + tail_bytes);
  const whole = new Uint8Array(size);
  const view = new DataView(whole.buffer);
  whole.set(frame);
  let at = frame.length;
  for (const message of taken) {
    whole.set(message, at);
    view.setUint16(at + message.length, message.length);
    at += message.length + 2;
  }
  view.setUint8(at, taken.length);
  view.setUint32(at + 1, mark);
  return whole;
}

/** The frame by itself, and what rode on it; a frame without messages, or with what only looks like some, stays whole. */
export function parted(whole: Uint8Array<ArrayBuffer>): Parted {
  const none = { frame: whole, messages: [] };
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  let end = whole.length - tail_bytes;
  if (end < 0 || view.getUint32(end + 1) !== mark) return none;
  const messages: Uint8Array<ArrayBuffer>[] = [];
  for (let left = view.getUint8(end); left > 0; left -= 1) {
    const start = end < 2 ? -1 : end - 2 - view.getUint16(end - 2);
    if (start < 0) return none;
    messages.unshift(whole.slice(start, end - 2));
    end = start;
  }
  return { frame: whole.slice(0, end), messages };
}
