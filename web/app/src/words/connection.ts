// SPDX-License-Identifier: Apache-2.0
import type { ConnectionState } from '@duet/sdk';

/** What each state of the line to the server is called. */
export const connectionWords: Record<ConnectionState, string> = {
  offline: 'Offline',
  connecting: 'Connecting…',
  online: 'Online',
  reconnecting: 'Reconnecting…',
  kicked: 'Signed out',
};
