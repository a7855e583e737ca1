// SPDX-License-Identifier: Apache-2.0
import type { Account } from './client.js';

/** What the server says about itself before anyone has signed in. */
export interface ServerInfo {
  readonly dev: boolean;
  readonly version: string;
  readonly sdkAppId?: number;
}

/** A ticket the server minted for a name, which it does in development mode only. */
interface DevTicket {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
}

/** The server's plain HTTP front door: what it is, and its development tickets. Its promises reject when it cannot be reached. */
export interface Door {
  info(): Promise<ServerInfo>;
  devAccount(userId: string): Promise<Account>;
}

/** The front door of the server this page came from. */
export const door: Door = {
  async info() {
    return answer<ServerInfo>(await fetch('/v1/info', { headers: { accept: 'application/json' } }));
  },

  async devAccount(userId) {
    const first = await devTicket(userId);
    let unused: string | undefined = first.userSig;
    return {
      sdkAppId: first.sdkAppId,
      userId: first.userId,
      async userSigProvider() {
        const ticket = unused ?? (await devTicket(userId)).userSig;
        unused = undefined;
        return ticket;
      },
    };
  },
};

async function devTicket(userId: string): Promise<DevTicket> {
  const body = JSON.stringify({ userId });
  const headers = { 'content-type': 'application/json' };
  return answer<DevTicket>(await fetch('/v1/dev/usersig', { method: 'POST', headers, body }));
}

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as T;
}
