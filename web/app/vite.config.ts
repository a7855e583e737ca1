// SPDX-License-Identifier: Apache-2.0
import { duetEffects } from '@duet/effects/vite';
import { defineConfig } from 'vite';
import { foldTemplates } from '../scripts/fold-templates.mjs';

/** Where a Duet server runs while the page is served by `npm run dev`. */
const server = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [foldTemplates(), duetEffects()],
  resolve: { conditions: ['duet-source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    sourcemap: true,
    // Inlined assets would be data: addresses, which a strict Content-Security-Policy refuses.
    assetsInlineLimit: 0,
    // The polyfill is an inline script in all but name; every browser that can place a call knows modulepreload.
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/v1': { target: server, ws: true } } },
});
