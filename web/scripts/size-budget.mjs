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

const budgets = [
  // A page makes calls by the guide's names or by DuetClient, and its bundler leaves the other half out.
  { name: "@duet/sdk, by the guide's names", root: sdk, takes: guide.split(' '), bytes: 45_000 },
  { name: '@duet/sdk, by DuetClient', root: sdk, takes: ['DuetClient'], bytes: 30_000 },
  { name: '@duet/sdk, the whole file', root: sdk, bytes: 53_500 },
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

/** What goes over the wire. */
const gzipped = (chunks) => chunks.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);

/** The entries of a build and all that they import, but for what is imported only when it is needed. */
function loadedAtOnce(chunks) {
  const found = chunks.filter(({ isEntry }) => isEntry);
  for (const { imports } of found)
    for (const each of chunks) if (imports.includes(each.fileName) && !found.includes(each)) found.push(each);
  return found;
}

let failed = false;
for (const { name, root, lib, takes, bytes, later = 0 } of budgets) {
  const outputs = await build({
    root: fileURLToPath(root),
    logLevel: 'error',
    plugins: takes ? [page(root, takes)] : [],
    build: { write: false, ...(lib && { lib }), ...(takes && { lib: { entry: 'page', fileName: 'page' } }) },
  });
  const chunks = [outputs].flat().flatMap((o) => o.output.filter((file) => file.type === 'chunk'));
  const atOnce = loadedAtOnce(chunks);
  const size = gzipped(atOnce);
  const onDemand = gzipped(chunks.filter((chunk) => !atOnce.includes(chunk)));
  console.log(`${name}: ${size} of ${bytes} bytes gzipped${later > 0 ? `, ${onDemand} of ${later} on demand` : ''}`);
  failed ||= size > bytes || onDemand > later;
}
process.exit(failed ? 1 : 0);
