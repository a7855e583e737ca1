// SPDX-License-Identifier: Apache-2.0

/** An address that no socket opens. */
export const nowhere = 'wss:';

/**
 * The WebSocket address of a server given by its origin; the page's own origin when none is given, `nowhere` when that is
 * none.
 */
export function socketUrl(server: string | undefined): string {
  const base = server ?? location.origin;
  if (!/^(http|ws)s?:/.test(base) || !URL.canParse(base)) return nowhere;
  const url = new URL('/v1/ws', base);
  url.protocol = url.protocol.replace('http', 'ws');
  return url.href;
}

const key = 'duet.device';

let mine: string | undefined;

/**
 * An id of this tab: it survives a reload, and two tabs of one person are two devices, as two phones would be. A tab
 * that is duplicated copies the storage, so the id lies in it only between two pages of this tab.
 */
export function tabDeviceId(): string {
  if (mine !== undefined) return mine;
  const id = (mine = kept() ?? crypto.randomUUID());
  addEventListener('pagehide', () => storage((store) => store.setItem(key, id)));
  addEventListener('pageshow', () => storage((store) => store.removeItem(key)));
  return id;
}

const kept = (): string | null | undefined =>
  storage((store) => {
    const id = store.getItem(key);
    store.removeItem(key);
    return id;
  });

/** A browser may forbid it, or count its uses. */
function storage<T>(use: (store: Storage) => T): T | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

const longestName = 64;

/** What a device may call itself on the wire: as many whole characters as fit. */
export const deviceLabel = (name: string): string => name.toWellFormed().slice(0, longestName).toWellFormed();
