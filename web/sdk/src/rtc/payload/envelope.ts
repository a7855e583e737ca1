// SPDX-License-Identifier: Apache-2.0

/** With what a room's media is encrypted, on both sides alike. */
export interface Secret {
  readonly key: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly bits: 128 | 256;
}

export type Kind = 'audio' | 'video';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * A frame that only who has the key can read:
 *
 * ```
 * | head | the whole frame, encrypted by AES-GCM | tag: 16 | nonce: 12 |
 * ```
 *
 * The head is what a relay and a browser look at before anything is decoded, and it is such that a decoder without the key
 * gives up at once, instead of showing and sounding noise.
 */
const [tag_bytes, nonce_bytes, counter_bytes] = [16, 12, 4];

/** RFC 7741, section 4.3: the frame tag, and behind that of a keyframe a start code and the picture's size. */
const [delta_bytes, key_bytes] = [3, 10];

/** RFC 6716, section 3.2.5: any number of frames, and then none of them, which no decoder takes. */
const noOpus = [0xff, 0x00] as const;

const headLength = (kind: Kind, first: number): number =>
  kind === 'audio' ? noOpus.length : (first & 1) === 0 ? key_bytes : delta_bytes;

function headOf(kind: Kind, frame: Bytes): Bytes {
  if (kind === 'audio') return Uint8Array.from(noOpus);
  const [tag = 0] = frame;
  const head = frame.slice(0, headLength(kind, tag));
  // The size of the first partition, 19 bits: more than any frame has.
  head.set([tag | 0xe0, 0xff, 0xff].slice(0, head.length));
  return head;
}

/** The key that both sides make of what they were given (RFC 5869). */
export async function cipherKey({ key, salt, bits }: Secret): Promise<CryptoKey> {
  const given = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode('duet payload');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    given,
    { name: 'AES-GCM', length: bits },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** Numbers no two frames under one key share: both sides have the same key, so each stream begins with a random part. */
export function nonces(): () => Bytes {
  const nonce = crypto.getRandomValues(new Uint8Array(nonce_bytes));
  const view = new DataView(nonce.buffer);
  let count = 0;
  return () => {
    view.setUint32(nonce_bytes - counter_bytes, count);
    count += 1;
    return nonce.slice();
  };
}

/** A frame too short for its head, which a codec does not make, is sent as nothing. */
export async function seal(key: CryptoKey, kind: Kind, frame: Bytes, nonce: Bytes): Promise<Bytes | undefined> {
  const head = headOf(kind, frame);
  if (kind === 'video' && head.length < headLength(kind, frame[0] ?? 1)) return undefined;
  const hidden = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: head }, key, frame);
  const sealed = new Uint8Array(head.length + hidden.byteLength + nonce.length);
  sealed.set(head);
  sealed.set(new Uint8Array(hidden), head.length);
  sealed.set(nonce, head.length + hidden.byteLength);
  return sealed;
}

/** Undefined for what was not sealed with this key. */
export async function unseal(key: CryptoKey, kind: Kind, sealed: Bytes): Promise<Bytes | undefined> {
  const length = headLength(kind, sealed[0] ?? 1);
  const end = sealed.length - nonce_bytes;
  if (end - length < tag_bytes) return undefined;
  const [head, hidden, iv] = [sealed.slice(0, length), sealed.slice(length, end), sealed.slice(end)];
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: head }, key, hidden));
  } catch {
    return undefined;
  }
}
