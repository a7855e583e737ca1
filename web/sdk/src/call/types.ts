// SPDX-License-Identifier: Apache-2.0
import type { Result } from '../result.js';

/** Why a call ended. The first ten are the reasons a call kit shows; the last two are a device's or a network's fault. */
export type EndReason =
  | 'hangup'
  | 'reject'
  | 'noResponse'
  | 'offline'
  | 'lineBusy'
  | 'canceled'
  | 'otherDeviceAccepted'
  | 'otherDeviceReject'
  | 'endByServer'
  | 'unknown'
  | 'deviceError'
  | 'connectionLost';

/** Who ended a call. */
export type EndSide = 'local' | 'remote' | 'server';

export type CallMedia = 'video' | 'audio';

/**
 * Where a call stands.
 * `inviting`: an outgoing call the server has not confirmed yet. `ringing`: `delivered` turns true once a device of the
 * other side is known to ring. `connecting`: answered, media is being set up. `talking`: `since` is a `Date.now()` value.
 */
export type CallState =
  | { readonly kind: 'inviting' }
  | { readonly kind: 'ringing'; readonly delivered: boolean }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'talking'; readonly since: number }
  | {
      readonly kind: 'ended';
      readonly reason: EndReason;
      readonly side: EndSide;
      /** One English sentence for people. */
      readonly message: string;
      readonly talkedMs: number;
    };

/** 0 unknown, 1 excellent, 2 good, 3 poor, 4 bad, 5 very bad, 6 down. */
export type Quality = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Network quality of a call: `local` is the own uplink, `remote` what arrives here; losses in percent, `rtt` in ms. */
export interface CallQuality {
  readonly local: Quality;
  readonly remote: Quality;
  readonly rtt: number;
  readonly upLoss: number;
  readonly downLoss: number;
}

/** What the other side is sending. */
export interface RemoteMedia {
  readonly audio: boolean;
  readonly video: boolean;
  readonly screen: boolean;
}

export type ConnectionState = 'offline' | 'connecting' | 'online' | 'reconnecting' | 'kicked';

/** What a login tells. */
export interface LoginInfo {
  readonly userId: string;
  readonly loginId: string;
  /** Unix ms by the server's clock at login. */
  readonly serverTime: number;
}

export interface DuetClientOptions {
  /** Origin of the server, as `https://calls.example.org`; the page's own by default. */
  server?: string;
  sdkAppId: number;
  userId: string;
  /** Fetches a fresh UserSig from your own backend; asked at login, and once more when the ticket has expired. */
  userSigProvider: () => Promise<string>;
  deviceName?: string;
  /** Stable per installation; kept in local storage by default. */
  deviceId?: string;
}

export interface ClientEvents {
  connection: (state: ConnectionState) => void;
  incoming: (call: Call) => void;
  kicked: (reason: string) => void;
}

/** One call, from the first ring to the reason it ended. Every readable field is current; `change` tells of any change. */
export interface Call {
  readonly direction: 'outgoing' | 'incoming';
  readonly peer: string;
  readonly media: CallMedia;
  readonly inviteId: string | undefined;
  readonly state: CallState;
  readonly localStream: MediaStream | undefined;
  readonly remoteStream: MediaStream | undefined;
  readonly muted: boolean;
  readonly cameraOn: boolean;
  readonly remote: RemoteMedia;
  readonly quality: CallQuality;
  accept(): Promise<Result>;
  reject(): Promise<Result>;
  cancel(): Promise<Result>;
  hangUp(): Promise<void>;
  setMuted(muted: boolean): void;
  setCamera(on: boolean): Promise<Result>;
  on(event: 'change', listener: () => void): () => void;
}
