#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// duet-effects-assets FOLDER: copies what a page must serve for the effects into FOLDER.
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Say where to: duet-effects-assets FOLDER, for example public/effects');
  process.exit(2);
}
cpSync(fileURLToPath(new URL('../dist/assets', import.meta.url)), folder, { recursive: true });
