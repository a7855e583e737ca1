// SPDX-License-Identifier: Apache-2.0
// Fails when a bundle is larger, gzipped, than the budget its users were promised.
import { build } from 'vite';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const budgets = [
  { name: '@duet/sdk', root: new URL('../sdk/', import.meta.url), bytes: 45_000 },
  { name: '@duet/effects, without its models', root: new URL('../effects/', import.meta.url), bytes: 9_000 },
];

let failed = false;
for (const { name, root, bytes } of budgets) {
  const outputs = await build({ root: fileURLToPath(root), logLevel: 'error', build: { write: false } });
  const code = [outputs]
    .flat()
    .flatMap((o) => o.output.filter((file) => file.type === 'chunk').map((file) => file.code));
  const size = code.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
  console.log(`${name}: ${size} of ${bytes} bytes gzipped`);
  failed ||= size > bytes;
}
process.exit(failed ? 1 : 0);
