// SPDX-License-Identifier: Apache-2.0
import type { Picture } from '../parameters.js';

/** More is not seen behind a person in a call, and textures of old devices end not far above. */
const longestSide = 1920;

/** The picture as a bitmap of a size that every device can draw. Rejects with a sentence when it cannot be read. */
export async function loadPicture(picture: Picture): Promise<ImageBitmap> {
  try {
    const source = typeof picture === 'string' ? await loadImage(picture) : picture;
    return await limited(await createImageBitmap(source));
  } catch {
    throw new Error(
      typeof picture === 'string'
        ? `The background picture ${picture} cannot be loaded: it is missing, no image, or its server sends no CORS header.`
        : 'The background picture cannot be read as an image.',
    );
  }
}

async function loadImage(address: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.crossOrigin = 'anonymous';
  image.src = address;
  await image.decode();
  return image;
}

async function limited(bitmap: ImageBitmap): Promise<ImageBitmap> {
  const scale = longestSide / Math.max(bitmap.width, bitmap.height);
  if (scale >= 1) return bitmap;
  const small = await createImageBitmap(bitmap, {
    resizeWidth: Math.round(bitmap.width * scale),
    resizeHeight: Math.round(bitmap.height * scale),
    resizeQuality: 'high',
  });
  bitmap.close();
  return small;
}
