// SPDX-License-Identifier: Apache-2.0
import { defineConfig, type Rolldown } from 'vite';

/** Whether a module is loaded along with one that is named so, rather than when it is asked for. */
function comesWith(name: RegExp, id: string, context: Rolldown.ChunkingContext, seen = new Set<string>()): boolean {
  if (name.test(id)) return true;
  seen.add(id);
  const importers = context.getModuleInfo(id)?.importers ?? [];
  return importers.some((each) => !seen.has(each) && comesWith(name, each, context, seen));
}

/** What starts, the room client, and whatever is asked for still more seldom: each in one file, so that none waits for many. */
const fileOf = (id: string, context: Rolldown.ChunkingContext): string | null =>
  comesWith(/\/src\/index\.ts$/, id, context)
    ? 'duet-core'
    : comesWith(/\/src\/rtc\/cloud\.ts$/, id, context)
      ? 'duet-room-client'
      : null;

export default defineConfig({
  build: {
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: 'duet-sdk' },
    target: 'es2022',
    sourcemap: true,
    rolldownOptions: {
      output: {
        // Without this, white space stays in a library: what a page loads from `dist` should be as small as what it bundles.
        minify: true,
        codeSplitting: { groups: [{ name: fileOf }] },
      },
    },
  },
});
