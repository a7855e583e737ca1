// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: 'duet-sdk' },
    target: 'es2022',
    sourcemap: true,
    // Without this, white space stays in a library: what a page loads from `dist` should be as small as what it bundles.
    rolldownOptions: { output: { minify: true } },
  },
});
