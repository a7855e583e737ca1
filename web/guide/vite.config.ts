// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vite';

export default defineConfig({
  // The browser tests put the page here, beside the server's own.
  base: '/guide/',
  resolve: { conditions: ['duet-source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', sourcemap: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
});
