// SPDX-License-Identifier: Apache-2.0
// Runs the checks of this folder in a headless Chromium with a drawn person before its camera.
// CHROMIUM names another binary, PICTURES a folder for what was seen, ONLY a part of the names of the checks to run.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { duetEffects } from '../../scripts/vite.mjs';
import { cameraFile } from './camera.mjs';
import { serve } from './serve.mjs';

const { CHROMIUM = '/usr/bin/chromium', PICTURES, ONLY = '' } = process.env;
/** Graphics without hardware are slow, and other work may share the machine. */
const patience_ms = 300_000;

const scratch = mkdtempSync(join(tmpdir(), 'duet-effects-'));
const site = join(scratch, 'site');
await build({
  configFile: false,
  root: fileURLToPath(new URL('.', import.meta.url)),
  logLevel: 'error',
  resolve: { conditions: ['duet-source', 'module', 'browser', 'development|production'] },
  build: { outDir: site, target: 'es2022', modulePreload: { polyfill: false }, minify: false },
  plugins: [duetEffects()],
});
writeFileSync(join(scratch, 'camera.y4m'), cameraFile());

let failures = 0;
let ran = 0;
let finish;
const finished = new Promise((resolve) => (finish = resolve));
const hear = {
  check: ({ name, fault, took }) => {
    ran += 1;
    if (fault) failures += 1;
    console.log(`${fault ? '✗' : '✓'} ${name} (${took} ms)${fault ? `\n    ${fault.replaceAll('\n', '\n    ')}` : ''}`);
  },
  picture: ({ name, image }) =>
    PICTURES && writeFileSync(join(PICTURES, `${name}.png`), Buffer.from(image.split(',')[1], 'base64')),
  end: () => finish(),
};

const server = await serve(site, (what, body) => hear[what](body));
const chromium = spawn(
  CHROMIUM,
  [
    '--headless=new',
    '--no-sandbox',
    '--no-first-run',
    '--disable-gpu',
    '--enable-unsafe-swiftshader',
    '--disable-background-networking',
    '--disable-component-update',
    '--autoplay-policy=no-user-gesture-required',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${join(scratch, 'camera.y4m')}`,
    `--user-data-dir=${join(scratch, 'profile')}`,
    `${server.address}?only=${encodeURIComponent(ONLY)}`,
  ],
  // A group of its own, since a browser is many processes.
  { stdio: 'ignore', detached: true },
);
const gone = new Promise((resolve) => chromium.once('exit', resolve));
const late = setTimeout(() => finish('in time'), patience_ms);
const why = await Promise.race([finished, gone.then(() => 'before its browser ended')]);
clearTimeout(late);
if (chromium.pid) process.kill(-chromium.pid, 'SIGKILL');
await gone;
server.close();
rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

if (why) console.log(`✗ the page did not finish ${why}`);
console.log(`${ran - failures} of ${ran} checks hold`);
process.exit(why || failures || ran === 0 ? 1 : 0);
