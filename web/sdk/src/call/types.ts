// SPDX-License-Identifier: Apache-2.0
import type { AudioEffect, EffectNotice, VideoEffect } from '../media/effect.js';
import type { Quality } from '../media/quality.js';
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

export type CallDirection = 'outgoing' | 'incoming';

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
  | CallEnd;

export interface CallEnd {
  readonly kind: 'ended';
  readonly reason: EndReason;
  readonly side: EndSide;
  /** The documented number of what went wrong; 0 for an end that nothing went wrong with. */
  readonly code: number;
  /** One English sentence for people. */
  readonly message: string;
  readonly talkedMs: number;
}

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

/** Who put a call on hold; a call that both did says `local`, since here is where it can be resumed. */
export type CallHold = 'none' | 'local' | 'remote';

/** Ids of devices as the browser numbers them; undefined is the system's own choice. */
export interface ChosenDevices {
  readonly microphone: string | undefined;
  readonly camera: string | undefined;
  readonly speaker: string | undefined;
}

/** What a call tells. `change` covers everything; each other event is told once, also over a broken connection. */
export interface CallEvents {
  /** Some readable field has another value than before. */
  change: () => void;
  state: (now: CallState, before: CallState) => void;
  held: (now: CallHold, before: CallHold) => void;
  remote: (now: RemoteMedia, before: RemoteMedia) => void;
  quality: (now: CallQuality) => void;
  /** Trouble with an own device that does not end the call. */
  problem: (why: Result) => void;
  /** An effect on the own picture or voice fell back to the plain one, or is there again. */
  effect: (effect: VideoEffect | AudioEffect, notice: EffectNotice) => void;
}

/** Why an incoming call is declined: unwillingness, or another call. */
export type RejectReason = 'active' | 'busy';

/** What happens to the call in progress when one that waits is answered. */
export type Meanwhile = 'hold' | 'end';

/**
 * One call, from the first ring to the reason it ended. Every readable field is current, and `change` tells when any of
 * them has changed.
 */
export interface Call {
  readonly direction: CallDirection;
  readonly peer: string;
  /** What kind of call it is now: a voice call in which somebody turns a camera on is a video call. */
  readonly media: CallMedia;
  readonly inviteId: string | undefined;
  readonly state: CallState;
  readonly held: CallHold;
  /** What is captured here. Mute the element that shows it, or the own voice comes back. */
  readonly localStream: MediaStream | undefined;
  /** The same object for the whole call; tracks come and go in it. */
  readonly remoteStream: MediaStream | undefined;
  /** The other side's screen, with a picture in it while it is shared. */
  readonly remoteScreen: MediaStream | undefined;
  readonly muted: boolean;
  readonly cameraOn: boolean;
  readonly screenOn: boolean;
  readonly remote: RemoteMedia;
  readonly quality: CallQuality;
  readonly devices: ChosenDevices;
  /** The last trouble with an own device that did not end the call, as a camera that is in use elsewhere. */
  readonly deviceProblem: Result | undefined;
  /** Answers an incoming call. One that waits first puts the call in progress on hold, or ends it. */
  accept(meanwhile?: Meanwhile): Promise<Result>;
  /** Declines an incoming call. */
  reject(reason?: RejectReason): Promise<Result>;
  /** Gives up an outgoing call that has not been answered. */
  cancel(): Promise<Result>;
  /** Ends the call in whatever state it is: cancels, declines or leaves. */
  hangUp(): Promise<void>;
  /** Nothing is sent or received until `resume`, and another call may be talked in meanwhile. One call at a time. */
  hold(): Promise<Result>;
  /** Goes on; a call in progress changes places with this one. */
  resume(): Promise<Result>;
  setMuted(muted: boolean): void;
  /** Off stops the camera; on opens it, also in a voice call. */
  setCamera(on: boolean): Promise<Result>;
  /** Shares the screen, a window or a tab, whichever the person picks. */
  setScreen(on: boolean): Promise<Result>;
  /** `video` turns the camera on; `audio` turns it off and makes a voice call of it here. */
  switchMedia(media: CallMedia): Promise<Result>;
  /** These three take a device's id, or the empty text for the system's choice. */
  setMicrophone(deviceId: string): Promise<Result>;
  setCameraDevice(deviceId: string): Promise<Result>;
  /** Kept here for whoever plays `remoteStream`: see `HTMLMediaElement.setSinkId`. */
  setSpeaker(deviceId: string): void;
  /** What is done to the own picture before it is shown and sent. A camera that opens later is seen only with it. */
  setVideoEffect(effect: VideoEffect | undefined): void;
  setAudioEffect(effect: AudioEffect | undefined): void;
  /** Returns the function that takes the listener off again. */
  on<E extends keyof CallEvents>(event: E, listener: CallEvents[E]): () => void;
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
  /**
   * Whether somebody who calls during a call is announced by `waiting`, to be answered or declined, instead of being
   * told at once that the line is busy.
   */
  callWaiting?: boolean;
  deviceName?: string;
  /** One per tab by default, kept across reloads: two tabs are two devices, and ring together. */
  deviceId?: string;
  /** Told of every frame of the server that was dropped because it is not what the wire promises. */
  onGarbage?: (why: string) => void;
}
