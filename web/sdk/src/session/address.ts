// SPDX-License-Identifier: Apache-2.0

/** The WebSocket address of a server given by its origin; the page's own origin when none is given. */
export function socketUrl(server: string | undefined): string {
  const url = new URL('/v1/ws', server ?? location.origin);
  url.protocol = url.protocol === 'http:' || url.protocol === 'ws:' ? 'ws:' : 'wss:';
  return url.href;
}

const key = 'duet.device';

/**
 * An id of this tab: it survives a reload, and two tabs of one person are two devices, as two phones would be.
 */
export function tabDeviceId(): string {
  try {
    const kept = sessionStorage.getItem(key);
    if (kept !== null) return kept;
    const made = crypto.randomUUID();
    sessionStorage.setItem(key, made);
    return made;
  } catch {
    return crypto.randomUUID();
  }
}

const longestName = 64;

/** What a device may call itself on the wire: as many whole characters as fit. */
export const deviceLabel = (name: string): string => name.toWellFormed().slice(0, longestName).toWellFormed();
