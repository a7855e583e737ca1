// SPDX-License-Identifier: Apache-2.0
import type { Call, CallMedia, ClientEvents, ConnectionState } from '@duet/sdk';

/** The part of the SDK's `DuetClient` that the element works with; the preview implements it without a server. */
export interface CallingClient {
  callWaiting: boolean;
  readonly connection: ConnectionState;
  readonly calls: readonly Call[];
  readonly currentCall: Call | undefined;
  readonly heldCall: Call | undefined;
  readonly waitingCall: Call | undefined;
  call(userId: string, media: CallMedia): Call;
  on<E extends keyof ClientEvents>(event: E, listener: ClientEvents[E]): () => void;
}
