// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vite';

/**
 * What runs beside the page. The worker is a classic script, because the segmentation library loads its parts with
 * importScripts, which modules have not; audio worklets are always modules.
 */
const scripts = {
  worker: { entry: 'src/worker/main.ts', formats: ['iife' as const], name: 'duetEffects' },
  'noise-worklet': { entry: 'src/audio/worklet.ts', formats: ['es' as const] },
};

/** The mode names the script. */
export default defineConfig(({ mode }) => ({
  build: {
    lib: { ...scripts[mode as keyof typeof scripts], fileName: () => `${mode}.js` },
    outDir: 'dist/assets',
    emptyOutDir: false,
    target: 'es2022',
    minify: true,
  },
}));
