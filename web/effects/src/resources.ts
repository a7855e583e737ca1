// SPDX-License-Identifier: Apache-2.0

/** The version of this package, which its files at the resource path must have too. */
export const version = '0.1.0';

let path = '/effects/';

/** Where the page serves the files of `dist/assets`; an address relative to the page, or a whole one. */
export function setResourcePath(to: string): void {
  path = to.endsWith('/') ? to : `${to}/`;
}

/** The whole address of a file at the resource path. */
export const resource = (name: string): string => new URL(path + name, document.baseURI).href;

/** Rejects with what to do when the files are not there, or belong to another version of this package. */
export async function checkResources(): Promise<void> {
  const response = await fetch(resource('effects.json')).catch(() => undefined);
  const found = response?.ok ? await response.json().catch(() => undefined) : undefined;
  const theirs = (found as { version?: unknown } | undefined)?.version;
  if (theirs === version) return;
  throw new Error(
    typeof theirs === 'string'
      ? `The effect files at ${path} are of version ${theirs}, this package is ${version}: copy its dist/assets there.`
      : `No effect files at ${path}: serve this package's dist/assets there, or call setResourcePath.`,
  );
}
