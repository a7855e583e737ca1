// SPDX-License-Identifier: Apache-2.0
import type { Result } from '../result.js';
import type { Device, Invitation, Method, RoomName, ServerEvent } from '../wire/frames.js';
import type { Knowledge } from './knowledge.js';
import type { Waiting } from './requests.js';

/** The time and a number in [0, 1): all a step may know besides state and event. */
export interface Moment {
  readonly now: number;
  readonly random: number;
}

export interface Identity {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly device: Device;
}

/** What outlives a socket. */
export interface Desk {
  readonly identity: Identity;
  readonly userSig: string | undefined;
  /** Whether somebody can be asked for another ticket when this one has expired. */
  readonly renewable: boolean;
  /** When a ticket was last replaced because the server called it expired. */
  readonly renewedAt: number;
  /** Requests without an answer, oldest first. */
  readonly waiting: readonly Waiting[];
  readonly knowledge: Knowledge;
  /** Sockets opened so far; the number of the current one. */
  readonly socket: number;
}

/** How far the way to being online is. */
export type Link =
  | { readonly kind: 'ticket'; readonly until: number }
  | { readonly kind: 'opening'; readonly until: number }
  | { readonly kind: 'loggingIn'; readonly until: number }
  | { readonly kind: 'backoff'; readonly until: number };

export type SessionState =
  /** `knowledge`: what a session knew whose ticket expired; whoever signs in again goes on from there. */
  | { readonly kind: 'signedOut'; readonly why: Result; readonly knowledge?: Knowledge }
  /** Before the first login; gives up at `until`, so that whoever waits for the login learns of it. */
  | {
      readonly kind: 'connecting';
      readonly desk: Desk;
      readonly link: Link;
      readonly attempt: number;
      readonly until: number;
      readonly lastFailure: Result;
    }
  | {
      readonly kind: 'online';
      readonly desk: Desk;
      readonly heardAt: number;
      readonly heartbeatMs: number;
      /** When a socket that was asked for a sign of life counts as dead. */
      readonly probeUntil: number | undefined;
    }
  /** Was online; keeps trying until it is again. */
  | { readonly kind: 'resuming'; readonly desk: Desk; readonly link: Link; readonly attempt: number }
  | { readonly kind: 'kicked'; readonly reason: string };

/** What the app is told: the server's notifications, and what only a snapshot can show. */
export type Notice =
  | ServerEvent
  /** The server no longer has this client in a room it was in, or had on hold. */
  | { readonly method: 'roomLost'; readonly params: { readonly name: RoomName } };

export type SessionEvent =
  | { readonly type: 'signIn'; readonly identity: Identity; readonly renewable: boolean }
  | { readonly type: 'signOut' }
  /** An answer to `askTicket`, or a newer one for the next login. */
  | { readonly type: 'ticket'; readonly userSig: string }
  | { readonly type: 'renewable'; readonly renewable: boolean }
  | { readonly type: 'ticketFailed'; readonly why: string }
  | { readonly type: 'socketOpened'; readonly socket: number }
  | { readonly type: 'socketClosed'; readonly socket: number; readonly code?: number | undefined }
  | { readonly type: 'frame'; readonly socket: number; readonly frame: unknown }
  | { readonly type: 'request'; readonly token: number; readonly method: Method; readonly params: object }
  /** The browser says that the network or the page came back, or that the network went: look at once. */
  | { readonly type: 'nudge' }
  /** An invitation that was learned elsewhere, as from a push. */
  | { readonly type: 'heard'; readonly invitation: Invitation }
  | { readonly type: 'wake' };

export type SessionEffect =
  | { readonly type: 'askTicket' }
  | { readonly type: 'connect'; readonly socket: number }
  | { readonly type: 'close'; readonly socket: number }
  | { readonly type: 'send'; readonly socket: number; readonly text: string }
  /** Sends a last word, and closes the socket once the server has answered it or closed, or has not for a while. */
  | { readonly type: 'part'; readonly socket: number; readonly id: string; readonly text: string }
  | { readonly type: 'settle'; readonly token: number; readonly result: Result<unknown> }
  /** The login that `signIn` asked for has come to an end. */
  | { readonly type: 'signedIn'; readonly result: Result<SignedIn> }
  | { readonly type: 'notify'; readonly notice: Notice }
  /** An attempt to be online came to nothing; another follows. */
  | { readonly type: 'attemptFailed'; readonly why: Result }
  | { readonly type: 'garbage'; readonly why: string };

/** What the shell keeps from a login answer. */
export interface SignedIn {
  readonly loginId: string;
  readonly serverTime: number;
  readonly iceServers: readonly RTCIceServer[];
  readonly first: boolean;
}

export type SignedOut = Extract<SessionState, { kind: 'signedOut' }>;
export type Underway = Extract<SessionState, { kind: 'connecting' | 'resuming' }>;
export type Online = Extract<SessionState, { kind: 'online' }>;

export type Step = [SessionState, SessionEffect[]];
