// SPDX-License-Identifier: Apache-2.0
// The built page, under the very policy that the Duet server sends with its pages.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

const headers = new URL('../../../../server/src/main/java/dev/duet/server/rest/SecurityHeaders.java', import.meta.url);

function policy() {
  const source = readFileSync(headers, 'utf8');
  const list = source.slice(source.indexOf('String.join('), source.indexOf(');', source.indexOf('String.join(')));
  return Array.from(list.matchAll(/"([a-z-]+ [^"]+)"/g), ([, directive]) => directive).join('; ');
}

/** Serves `folder`; whatever the page posts to /report/WHAT is given to `hear`. */
export async function serve(folder, hear) {
  const csp = policy();
  const server = createServer((request, response) => {
    const [path] = request.url.split('?');
    if (request.method === 'POST') {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        hear(path.replace('/report/', ''), JSON.parse(Buffer.concat(chunks).toString()));
        response.end();
      });
      return;
    }
    try {
      const file = path === '/' ? '/index.html' : normalize(path);
      const content = readFileSync(join(folder, file));
      const type = types[extname(file)] ?? 'application/octet-stream';
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': csp }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}
