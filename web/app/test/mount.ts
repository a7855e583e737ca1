// SPDX-License-Identifier: Apache-2.0
import { FakeClient, Seen } from '@duet/call-kit/preview';
import { DuetApp } from '../src/app/duet-app.js';
import type { Account } from '../src/session/client.js';
import type { Door } from '../src/session/door.js';

/** The page in a test. */
export class Page extends Seen {
  constructor(
    readonly app: DuetApp,
    readonly client: FakeClient,
    readonly accounts: readonly Account[],
  ) {
    super(app);
  }
}

export const devDoor: Door = {
  info: () => Promise.resolve({ dev: true, version: 'test', sdkAppId: 1 }),
  devAccount: (userId) => Promise.resolve({ sdkAppId: 1, userId, userSigProvider: () => Promise.resolve('ticket') }),
};

export const productionDoor: Door = {
  info: () => Promise.resolve({ dev: false, version: 'test' }),
  devAccount: () => Promise.reject(new Error('not in development mode')),
};

/** The page as it stands once the server has answered, signed in if `user` is given. */
export async function mount(options: { user?: string; door?: Door; client?: FakeClient } = {}): Promise<Page> {
  const client = options.client ?? new FakeClient();
  const accounts: Account[] = [];
  const app = new DuetApp();
  app.door = options.door ?? devDoor;
  app.user = options.user ?? '';
  app.makeClient = (account) => {
    accounts.push(account);
    return client;
  };
  document.body.replaceChildren(app);
  const page = new Page(app, client, accounts);
  await page.settled();
  return page;
}
