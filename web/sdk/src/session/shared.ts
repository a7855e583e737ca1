// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { bare, refused, type Result } from '../result.js';
import { deviceLabel, nowhere, socketUrl, tabDeviceId } from './address.js';
import { browserPlatform, type Platform } from './platform.js';
import { Session } from './session.js';

export interface AcquireOptions {
  /** Origin of the server; the page's own by default. */
  readonly server?: string | undefined;
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSigProvider: () => Promise<string>;
  /** Whether the provider may be asked again when its ticket has expired; true by default. */
  readonly renewable?: boolean;
  readonly deviceName?: string | undefined;
  readonly platform?: Platform | undefined;
  readonly onGarbage?: (why: string) => void;
}

/** One user's hold on a session; the session signs out when the last one lets go. */
export interface SharedSession {
  readonly session: Session;
  /** How the login fares that brings the session online; at once when it is. */
  readonly signedIn: Promise<Result>;
  /** Lets go; done once the server knows, if that signs out. */
  release(): Promise<void>;
}

interface Entry {
  readonly session: Session;
  /** The latest last: it is asked for tickets. */
  readonly holders: AcquireOptions[];
  signedIn: Promise<Result>;
}

/** The sessions of a browser tab, by server, app and user: a tab is one device, and a device has one login. */
const tabs = new WeakMap<Platform, Map<string, Entry>>();

/**
 * The session of a user in this tab: the one that is there already, or else a new one that signs in. What used to be
 * signed in and is not any more signs in again.
 */
export function acquireSession(options: AcquireOptions): SharedSession {
  const { platform = browserPlatform, server, sdkAppId, userId } = options;
  const url = socketUrl(server);
  const entries = tabs.get(platform) ?? new Map<string, Entry>();
  tabs.set(platform, entries);
  const user = JSON.stringify([sdkAppId, userId]);
  // Who names no server means the one where the user is, if that is anywhere.
  const known = server === undefined ? [...entries.keys()].find((each) => each.startsWith(user)) : undefined;
  const key = known ?? `${user}${url}`;
  const entry = entries.get(key) ?? { session: open(options, url), holders: [], signedIn: badServer };
  entries.set(key, entry);
  const holder = { ...options };
  entry.holders.push(holder);
  askTickets(entry);
  const { kind } = entry.session.current;
  if (url !== nowhere && (kind === 'signedOut' || kind === 'kicked')) {
    entry.signedIn = entry.session.signIn().then(bare);
  }
  return { session: entry.session, signedIn: entry.signedIn, release: () => release(entries, key, entry, holder) };
}

const badServer = Promise.resolve(refused(Code.invalidParameters, 'server must be an origin, as https://example.org.'));

const open = (
  { sdkAppId, userId, userSigProvider, deviceName = '', platform, onGarbage }: AcquireOptions,
  url: string,
) =>
  new Session({
    url,
    identity: { sdkAppId, userId, device: { id: tabDeviceId(), platform: 'web', name: deviceLabel(deviceName) } },
    userSigProvider,
    ...(platform && { platform }),
    ...(onGarbage && { onGarbage }),
  });

/** The latest who can give more than one ticket, or else the latest. */
function askTickets({ session, holders }: Entry): void {
  const renewable = holders.findLast((each) => each.renewable ?? true);
  const asked = renewable ?? holders.at(-1);
  if (asked) session.askTicketsOf(asked.userSigProvider, renewable !== undefined);
}

async function release(entries: Map<string, Entry>, key: string, entry: Entry, holder: AcquireOptions): Promise<void> {
  const at = entry.holders.indexOf(holder);
  if (at < 0) return;
  entry.holders.splice(at, 1);
  if (entry.holders.length > 0) return askTickets(entry);
  entries.delete(key);
  await entry.session.signOut();
}
