// SPDX-License-Identifier: Apache-2.0
import type { Call, CallMedia, ClientEvents, ConnectionState, LoginInfo, Result } from '@duet/sdk';

/** The part of the SDK's client that the page uses; the preview page implements it without a server. */
export interface CallingClient {
  readonly connection: ConnectionState;
  readonly currentCall: Call | undefined;
  login(): Promise<Result<LoginInfo>>;
  logout(): Promise<void>;
  call(userId: string, media: CallMedia): Call;
  on<E extends keyof ClientEvents>(event: E, listener: ClientEvents[E]): () => void;
}

/** Who signs in, and where the tickets that prove it come from. */
export interface Account {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSigProvider: () => Promise<string>;
}

/** Makes the client of an account. */
export type ClientMaker = (account: Account) => CallingClient;
