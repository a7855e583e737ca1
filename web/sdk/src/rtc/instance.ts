// SPDX-License-Identifier: Apache-2.0
import type { RtcCloud as RoomClient } from './cloud.js';
import { Late } from '../late.js';

const make = (): Late<RoomClient> => new Late(() => import('./cloud.js').then(({ RtcCloud: Client }) => new Client()));

let shared = make();

/** Where the room client comes from. It lies in a file of its own: a page that makes its calls by DuetClient has no use for it. */
export const RtcCloud = {
  /** The one of this page. Rejects only when its file cannot be loaded. */
  sharedInstance: (): Promise<RoomClient> => shared.ask((client) => client),

  /** Leaves the room, closes the devices, and forgets the listeners. */
  destroySharedInstance(): void {
    shared.tell((client) => client.close());
    shared = make();
  },
} as const;

export type RtcCloud = RoomClient;
