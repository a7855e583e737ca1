// SPDX-License-Identifier: Apache-2.0
import { FakeCall, type FakeClient } from '@duet/call-kit/preview';
import type { Door } from '../src/session/door.js';

/** A page to look at: who signs in where, and what then happens. */
export interface Scene {
  readonly user?: string;
  readonly door?: Door;
  readonly play?: (client: FakeClient) => void;
}

const longName = 'Maximiliane_von_Hohenberg-Landau';

/** A server that answers `/v1/info` and mints tickets, in development mode or not. */
export function fakeDoor(dev: boolean): Door {
  return {
    info: () => Promise.resolve({ dev, version: 'preview', ...(dev ? { sdkAppId: 1400000001 } : {}) }),
    devAccount: (userId) =>
      Promise.resolve({ sdkAppId: 1400000001, userId, userSigProvider: () => Promise.resolve('ticket') }),
  };
}

const shutDoor: Door = {
  info: () => Promise.reject(new Error('unreachable')),
  devAccount: () => Promise.reject(new Error('unreachable')),
};

const voice = { media: 'audio', cameraOn: false } as const;
const after = (seconds: number) => new FakeCall({ state: { kind: 'talking', since: Date.now() - seconds * 1000 } });

/** Calls that have been, with their ends put away. */
function hadCalls(client: FakeClient) {
  client.ring(new FakeCall({ direction: 'incoming', peer: 'Dora', ...voice })).end('noResponse', 'server');
  client.ring(after(754).set({ peer: longName })).end('hangup', 'remote');
  client.ring(new FakeCall({ ...voice, peer: 'carol' })).end('lineBusy', 'remote');
  client.ring(after(67).set({ peer: 'bob', direction: 'incoming' })).end('hangup', 'local');
  setTimeout(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })), 50);
}

export const scenes: Readonly<Record<string, () => Scene>> = {
  'sign-in': () => ({}),
  'sign-in-ticket': () => ({ door: fakeDoor(false) }),
  'sign-in-unreachable': () => ({ door: shutDoor }),
  kicked: () => ({ user: 'alice', play: (client) => client.kick('signed in elsewhere') }),
  home: () => ({ user: 'alice' }),
  'home-recent': () => ({ user: 'alice', play: hadCalls }),
  'home-reconnecting': () => ({ user: longName, play: (client) => client.connect('reconnecting') }),
};
