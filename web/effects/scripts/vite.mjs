// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const assets = fileURLToPath(new URL('../dist/assets', import.meta.url));
const types = { js: 'text/javascript', json: 'application/json', wasm: 'application/wasm', txt: 'text/plain' };

/** A Vite plugin that serves the files of the effects at `path` in development and puts them there in a build. */
export function duetEffects({ path = 'effects' } = {}) {
  const folder = path.replace(/^\/+|\/+$/g, '');
  return {
    name: 'duet-effects',
    configureServer(server) {
      server.middlewares.use(`/${folder}/`, (request, response, next) => {
        const name = (request.url ?? '').replace(/^\/|\?.*$/g, '');
        if (!files().includes(name)) return next();
        response.setHeader('Content-Type', types[name.split('.').pop()] ?? 'application/octet-stream');
        response.end(readFileSync(join(assets, name)));
      });
    },
    generateBundle() {
      for (const name of files()) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source: readFileSync(join(assets, name)) });
      }
    },
  };
}

function files() {
  try {
    return readdirSync(assets);
  } catch {
    throw new Error('The files of @duet/effects are not built: run its build script first.');
  }
}
