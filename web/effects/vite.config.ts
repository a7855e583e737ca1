// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vite';

export default defineConfig({
  build: {
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: 'duet-effects' },
    rolldownOptions: { external: ['@duet/sdk'] },
    target: 'es2022',
    sourcemap: true,
    minify: true,
  },
});
