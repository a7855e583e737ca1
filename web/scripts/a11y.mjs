// SPDX-License-Identifier: Apache-2.0
// Runs axe over every scene: `npm run a11y [-- part of a scene's name]`. Fails when it finds anything.
import { readFile } from 'node:fs/promises';
import { forEachScene } from './previews.mjs';

const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const [part = ''] = process.argv.slice(2);
let looked = 0;
const found = new Map();

await forEachScene(
  async (page, shot) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
    looked += 1;
    for (const { id, help, nodes } of violations) {
      const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')}\n      ${failureSummary}`);
      const key = `${id}: ${help}\n    ${where.join('\n    ').replaceAll('\n  ', '\n        ')}`;
      found.set(key, [...(found.get(key) ?? []), Object.values(shot).join(' ')]);
    }
  },
  ({ scene }) => scene.includes(part),
);

for (const [what, where] of found) console.log(`${what}\n  in ${where.join(', ')}\n`);
console.log(`${looked} scenes, ${found.size} kinds of violations`);
process.exit(found.size > 0 || looked === 0 ? 1 : 0);
