// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import type { SignIn } from '../screens/sign-in.js';
import type { Account, ClientMaker, SignedInClient } from '../session/client.js';
import type { Door, ServerInfo } from '../session/door.js';
import { withCall, type RecentCall } from '../session/recent.js';
import { kicked, refusedSignIn, unreachable, type Obstacle } from '../words/problem.js';

/** How long to wait before knocking again at a server that did not answer: soon enough to feel by itself. */
const knockAgainMs = 3000;

/** What the page knows: the server, who is signed in, whom they talked to. `changed` is called after each change. */
export class Session {
  info: ServerInfo | undefined;
  problem: Obstacle | undefined;
  busy = false;
  client: SignedInClient | undefined;
  userId = '';
  recent: readonly RecentCall[] = [];
  readonly #door: Door;
  readonly #makeClient: ClientMaker;
  readonly #changed: () => void;
  #forgetClient = () => {};
  #knock: ReturnType<typeof setTimeout> | undefined;

  constructor(door: Door, makeClient: ClientMaker, changed: () => void) {
    this.#door = door;
    this.#makeClient = makeClient;
    this.#changed = changed;
  }

  /** Asks the server what it is, until it answers; then signs `name` in at once if the server is in development mode. */
  async start(name: string): Promise<void> {
    clearTimeout(this.#knock);
    this.userId ||= name;
    try {
      this.info = await this.#door.info();
      this.problem = undefined;
    } catch {
      this.problem = unreachable;
      this.#knock = setTimeout(() => void this.start(name), knockAgainMs);
    }
    this.#changed();
    if (this.info?.dev === true && name !== '' && this.client === undefined) await this.signIn({ userId: name });
  }

  async signIn({ userId, ticket }: SignIn): Promise<void> {
    if (this.busy) return;
    clearTimeout(this.#knock);
    this.busy = true;
    this.problem = undefined;
    this.userId = userId;
    this.#changed();
    try {
      this.info ??= await this.#door.info();
      if (this.info.dev || ticket !== undefined) {
        const account =
          ticket === undefined
            ? await this.#door.devAccount(userId)
            : { sdkAppId: ticket.sdkAppId, userId, userSigProvider: () => Promise.resolve(ticket.userSig) };
        await this.#open(account);
      }
    } catch {
      this.problem = unreachable;
    }
    this.busy = false;
    this.#changed();
  }

  async signOut(): Promise<void> {
    const { client } = this;
    this.#leave();
    this.recent = [];
    this.#changed();
    await client?.logout();
  }

  /** Keeps a call that is over among the recent ones. */
  remember(call: Call): void {
    this.recent = withCall(this.recent, call, new Date());
    this.#changed();
  }

  /** Lets go of everything that could call back. */
  stop(): void {
    clearTimeout(this.#knock);
    this.#forgetClient();
  }

  async #open(account: Account): Promise<void> {
    const client = this.#makeClient(account);
    const forget = [
      client.on('connection', () => this.#changed()),
      client.on('kicked', () => {
        this.#leave();
        this.problem = kicked;
        this.#changed();
      }),
    ];
    this.#forgetClient = () => forget.forEach((off) => off());
    const { code, desc } = await client.login();
    if (code === 0) {
      this.userId = account.userId;
      this.client = client;
      return;
    }
    this.problem = refusedSignIn(code, desc);
    this.#forgetClient();
    await client.logout();
  }

  #leave(): void {
    this.#forgetClient();
    this.client = undefined;
  }
}
