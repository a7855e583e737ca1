// SPDX-License-Identifier: Apache-2.0
// Takes a picture of every scene: `npm run shots -- FOLDER [part of a scene's name]`.
import { mkdir } from 'node:fs/promises';
import { forEachScene } from './previews.mjs';

const [folder = 'shots', part = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
await forEachScene(
  (page, { preview, scene, language, size, colorScheme }) =>
    page.screenshot({ path: `${folder}/${preview}-${scene}-${size}-${colorScheme}-${language}.png` }),
  ({ scene }) => scene.includes(part),
);
