// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vite';
import { foldTemplates } from '../scripts/fold-templates.mjs';

/** Where a Duet server runs while the example is served by `npm run dev`. */
const server = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [foldTemplates()],
  resolve: { conditions: ['duet-source', 'module', 'browser', 'development|production'] },
  build: {
    lib: { entry: { 'call-kit': 'src/index.ts', parts: 'src/parts.ts' }, formats: ['es'] },
    target: 'es2022',
    sourcemap: true,
    minify: true,
    rolldownOptions: { external: ['@duet/sdk', '@duet/effects'], output: { minify: true } },
  },
  server: { proxy: { '/v1': { target: server, ws: true } } },
});
