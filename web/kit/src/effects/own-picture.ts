// SPDX-License-Identifier: Apache-2.0

const key = 'duet-effects-picture';
/** As large as a call shows it; what a browser keeps for a page is little. */
const longestSide = 1280;

let current: Blob | undefined;

/** The picture that was chosen last, also on an earlier visit; undefined when there is none. */
export async function ownPicture(): Promise<Blob | undefined> {
  current ??= remembered();
  return current;
}

/** Makes a file the own picture. Rejects when it cannot be read as a picture. */
export async function keepOwnPicture(file: Blob): Promise<void> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  const address = canvas.toDataURL('image/jpeg', 0.85);
  current = blobOf(address);
  try {
    localStorage.setItem(key, address);
  } catch {
    // No room, or nothing is kept at all: the picture lasts until the page is left.
  }
}

function remembered(): Blob | undefined {
  try {
    return blobOf(localStorage.getItem(key) ?? '');
  } catch {
    return undefined;
  }
}

/** Decoded by hand, as a Content-Security-Policy may forbid to fetch `data:`. */
function blobOf(address: string): Blob | undefined {
  const [, base64] = /^data:image\/jpeg;base64,(.+)$/.exec(address) ?? [];
  if (base64 === undefined) return undefined;
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type: 'image/jpeg' });
}
