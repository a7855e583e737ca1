// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config';

// An unhandled rejection fails the run: that is Vitest's default, and nothing here may switch it off.
export default defineConfig({
  resolve: { conditions: ['duet-source'] },
  // Tests read the contract and the docs, which lie beside this folder.
  server: { fs: { allow: ['..'] } },
  test: {
    include: ['{sdk,effects,kit,app,guide}/**/*.test.ts'],
    environment: 'happy-dom',
    dangerouslyIgnoreUnhandledErrors: false,
  },
});
