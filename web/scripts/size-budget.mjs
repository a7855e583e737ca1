// SPDX-License-Identifier: Apache-2.0
// Fails when a bundle is larger, gzipped, than the budget its users were promised; `later` is for what it loads on demand.
import { build } from 'vite';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';

const sdk = new URL('../sdk/', import.meta.url);

/** What the guide's snippets import. */
const guide =
  'ImSDKPlugin LogLevelEnum SdkListener SignalingListener OfflinePushInfo chatPush PushListener ' +
  'RtcCloud RtcCloudListener RtcCloudVideoView RtcParams RtcAppScene RtcVideoEncParam RtcVideoResolution ' +
  'RtcVideoResolutionMode RtcVideoStreamType RtcAudioQuality RtcQuality AudioRoute';

/** The file with `RtcCloud`, which a page loads before its first call by the guide's names. */
const roomClient = (name) => name === 'duet-room-client';

const budgets = [
  // A page makes calls by the guide's names or by DuetClient, and its bundler leaves the other half out.
  { name: "@duet/sdk, by the guide's names", root: sdk, takes: guide.split(' '), and: roomClient, bytes: 44_000 },
  { name: '@duet/sdk, by DuetClient', root: sdk, takes: ['DuetClient'], bytes: 30_000 },
  // As a page without a bundler loads it by its address.
  { name: '@duet/sdk, whole, at start', root: sdk, bytes: 45_000 },
  {
    name: '@duet/effects, without its models',
    root: new URL('../effects/', import.meta.url),
    bytes: 3_000,
    later: 6_000,
  },
  // With Lit, and without the SDK, which it shares with the page.
  {
    name: '@duet/call-kit',
    root: new URL('../kit/', import.meta.url),
    // As a page's own bundler would have it: in one piece.
    lib: { entry: 'src/index.ts', fileName: 'call-kit' },
    bytes: 30_000,
    later: 9_000,
  },
];

/** A page that imports no more than this of a package. */
const page = (root, names) => ({
  name: 'page',
  resolveId: (id) => (id.endsWith('/page') ? '\0page' : null),
  load: (id) =>
    id === '\0page'
      ? `export { ${names.join(', ')} } from ${JSON.stringify(fileURLToPath(new URL('src/index.ts', root)))}`
      : null,
});

/** The files that are loaded without being asked for, and those named by `and`. */
function atStart(chunks, and = () => false) {
  const files = new Set();
  const add = (file) => {
    if (files.has(file)) return;
    files.add(file);
    file.imports.forEach((name) => chunks.filter(({ fileName }) => fileName === name).forEach(add));
  };
  chunks.filter(({ isEntry, name }) => isEntry || and(name)).forEach(add);
  return [...files];
}

/** What goes over the wire. */
const gzipped = (chunks) => chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);

let failed = false;
for (const { name, root, lib, takes, and, bytes, later } of budgets) {
  const outputs = await build({
    root: fileURLToPath(root),
    logLevel: 'error',
    plugins: takes ? [page(root, takes)] : [],
    build: { write: false, ...(lib && { lib }), ...(takes && { lib: { entry: 'page', fileName: 'page' } }) },
  });
  const chunks = [outputs].flat().flatMap(({ output }) => output.filter(({ type }) => type === 'chunk'));
  const first = atStart(chunks, and);
  const size = gzipped(first);
  const onDemand = gzipped(chunks.filter((chunk) => !first.includes(chunk)));
  console.log(`${name}: ${size} of ${bytes} bytes gzipped${later ? `, ${onDemand} of ${later} on demand` : ''}`);
  failed ||= size > bytes || onDemand > (later ?? Infinity);
}
process.exit(failed ? 1 : 0);
