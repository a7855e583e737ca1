// SPDX-License-Identifier: Apache-2.0
// Every scene of the previews in a headless Chromium, for the scripts that look at them.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--autoplay-policy=no-user-gesture-required',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** The sizes at which everything has to look right. */
export const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

const previews = ['kit', 'app'];
const languages = ['en', 'zh-CN'];

/** The names of a preview's scenes, as its source has them. */
async function sceneNames(preview) {
  const source = await readFile(new URL(`../${preview}/preview/scenes.ts`, import.meta.url), 'utf8');
  const table = source.slice(source.indexOf('export const scenes'));
  return Array.from(table.matchAll(/^ {2}'?([a-z][\w-]*)'?: /gm), ([, name]) => name);
}

/** Calls `look` with the page of each scene, in each language, size and colour scheme, that `wanted` says yes to. */
export async function forEachScene(look, wanted = () => true) {
  const browser = await chromium.launch({ executablePath, args });
  try {
    for (const preview of previews) await lookThrough(browser, preview, look, wanted);
  } finally {
    await browser.close();
  }
}

async function lookThrough(browser, preview, look, wanted) {
  const root = fileURLToPath(new URL(`../${preview}/`, import.meta.url));
  const server = await createServer({ root, logLevel: 'error', server: { port: 0, host: '127.0.0.1' } });
  await server.listen();
  const { port } = server.httpServer.address();
  try {
    for (const [size, viewport] of Object.entries(sizes)) {
      for (const colorScheme of ['light', 'dark']) {
        const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-US' });
        await context.grantPermissions(['camera', 'microphone']);
        const page = await context.newPage();
        for (const scene of await sceneNames(preview)) {
          for (const language of languages) {
            const shot = { preview, scene, language, size, colorScheme };
            if (!wanted(shot)) continue;
            await page.goto(`http://127.0.0.1:${port}/preview.html?scene=${scene}&lang=${language}`);
            await page.evaluate(() => new Promise((done) => setTimeout(done, 350)));
            await look(page, shot);
          }
        }
        await context.close();
      }
    }
  } finally {
    await server.close();
  }
}
