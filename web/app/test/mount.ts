// SPDX-License-Identifier: Apache-2.0
import { DuetApp } from '../src/app/duet-app.js';
import { FakeClient } from '../src/preview/fake-client.js';
import type { Account } from '../src/session/client.js';
import type { Door } from '../src/session/door.js';

/** The page in a test, with everything that can be seen or pressed on it. */
export interface Page {
  readonly app: DuetApp;
  readonly client: FakeClient;
  readonly accounts: Account[];
  /** Waits until everything asked for so far has been drawn. */
  settled(): Promise<void>;
  /** The element a test id names, wherever in the shadow trees it stands. */
  find(testId: string): HTMLElement | undefined;
  get(testId: string): HTMLElement;
  text(testId: string): string;
  /** Every word on the page. */
  words(): string;
  press(testId: string): Promise<void>;
  type(testId: string, text: string): Promise<void>;
  key(key: string): Promise<void>;
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
  const page = pageOf(app, client, accounts);
  await page.settled();
  return page;
}

function pageOf(app: DuetApp, client: FakeClient, accounts: Account[]): Page {
  const settled = async () => {
    // Each screen draws its parts one update later; nothing here is deeper than that.
    for (let i = 0; i < 12; i++) await Promise.resolve();
    await app.updateComplete;
    for (let i = 0; i < 12; i++) await Promise.resolve();
  };
  const find = (testId: string) => all(app).find((element) => element.dataset['testid'] === testId);
  const get = (testId: string) => {
    const element = find(testId);
    if (element === undefined) throw new Error(`Nothing on the page is called ${testId}.`);
    return element;
  };
  const then = async (act: () => void) => {
    act();
    await settled();
  };
  return {
    app,
    client,
    accounts,
    settled,
    find,
    get,
    text: (testId) => (get(testId).textContent ?? '').replace(/\s+/g, ' ').trim(),
    words: () =>
      all(app)
        .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
        .map((node) => node.textContent)
        .join(' ')
        .replace(/\s+/g, ' '),
    press: (testId) => then(() => get(testId).click()),
    type: (testId, text) =>
      then(() => {
        const field = get(testId) as HTMLInputElement;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      }),
    key: (key) => then(() => window.dispatchEvent(new KeyboardEvent('keydown', { key }))),
  };
}

function all(element: Element): HTMLElement[] {
  const inside = [...(element.shadowRoot?.children ?? []), ...element.children];
  return [element as HTMLElement, ...inside.flatMap(all)];
}
