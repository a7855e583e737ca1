// SPDX-License-Identifier: Apache-2.0
import type { CallingClient } from '@duet/call-kit';
import type { LoginInfo, Result } from '@duet/sdk';

/** The part of the SDK's client that the page uses; the preview page implements it without a server. */
export interface SignedInClient extends CallingClient {
  login(): Promise<Result<LoginInfo>>;
  logout(): Promise<void>;
}

/** Who signs in, and where the tickets that prove it come from. */
export interface Account {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSigProvider: () => Promise<string>;
}

/** Makes the client of an account. */
export type ClientMaker = (account: Account) => SignedInClient;
