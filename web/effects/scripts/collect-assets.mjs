// SPDX-License-Identifier: Apache-2.0
// Puts what a page must serve for the effects beside the worker in dist/assets: models, their programs, their licences.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { resolve } = createRequire(import.meta.url);
const assets = here('../dist/assets');
const text = (path) => readFileSync(path, 'utf8').trim();

const segmentation = dirname(resolve('@mediapipe/selfie_segmentation'));
const noise = dirname(resolve('@jitsi/rnnoise-wasm'));

const files = {
  'selfie_segmentation.js': join(segmentation, 'selfie_segmentation.js'),
  'selfie_segmentation.binarypb': join(segmentation, 'selfie_segmentation.binarypb'),
  'selfie_segmentation.tflite': join(segmentation, 'selfie_segmentation.tflite'),
  'selfie_segmentation_landscape.tflite': join(segmentation, 'selfie_segmentation_landscape.tflite'),
  'selfie_segmentation_solution_simd_wasm_bin.js': join(segmentation, 'selfie_segmentation_solution_simd_wasm_bin.js'),
  'selfie_segmentation_solution_simd_wasm_bin.wasm': join(
    segmentation,
    'selfie_segmentation_solution_simd_wasm_bin.wasm',
  ),
};

const licences = [
  text(here('../licences/NOTICE.txt')),
  text(here('../../../LICENSE')),
  text(join(noise, 'LICENSE')),
  text(here('../licences/RNNOISE.txt')),
];

for (const [name, from] of Object.entries(files)) writeFileSync(join(assets, name), readFileSync(from));
writeFileSync(join(assets, 'LICENSES.txt'), `${licences.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
const { version } = JSON.parse(text(here('../package.json')));
writeFileSync(join(assets, 'effects.json'), `${JSON.stringify({ version })}\n`);

// A server that knows pre-compressed files sends a third of the bytes without having to compress so much while it serves.
for (const name of readdirSync(assets).filter((each) => /\.(wasm|js)$/.test(each))) {
  const path = join(assets, name);
  writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
}
