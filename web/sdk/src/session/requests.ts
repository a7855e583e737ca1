// SPDX-License-Identifier: Apache-2.0
import type { InvitationOutcome, Method } from '../wire/frames.js';

/** A request without an answer yet. */
export interface Waiting {
  readonly token: number;
  readonly method: Method;
  readonly params: object;
  /** Undefined while it waits for a socket. */
  readonly sentAt: number | undefined;
  readonly giveUpAt: number;
  /** Whether it was sent on a socket before this one. */
  readonly repeated: boolean;
}

/** The id on the wire; readable in a trace. */
export const requestId = (token: number): string => `r${token}`;

/**
 * Whether sending the request again on another socket does no harm. An invite is safe through the id the client made
 * for it; entering a room again displaces the own first entry; the others say the same thing twice.
 */
export function repeatable(method: Method, params: object): boolean {
  switch (method) {
    case 'invite':
      return 'inviteId' in params;
    case 'cancel':
    case 'accept':
    case 'reject':
    case 'modifyInvitation':
    case 'getInvitation':
    case 'setPushToken':
    case 'enterRoom':
    case 'warmUp':
    case 'restartIce':
    case 'setMedia':
    case 'setReceive':
    case 'holdRoom':
    case 'exitRoom':
    case 'getUserStatus':
    case 'subscribeUserStatus':
    case 'unsubscribeUserStatus':
    case 'setSelfStatus':
      return true;
    case 'login':
    case 'logout':
    case 'sendCustomCmd':
    case 'startSpeedTest':
    case 'stopSpeedTest':
      return false;
  }
}

const patience_ms = 15_000;
/** Leaving should reach the server even after a long gap: the other side waits for it. */
const farewell_ms = 30_000;

export const patience = (method: Method): number =>
  method === 'exitRoom' || method === 'cancel' || method === 'reject' ? farewell_ms : patience_ms;

/** How an invitation has ended when one of these requests succeeded. */
export const outcomeOf: Partial<Record<Method, InvitationOutcome>> = {
  accept: 'accepted',
  reject: 'rejected',
  cancel: 'cancelled',
};
