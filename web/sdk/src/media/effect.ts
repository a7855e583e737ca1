// SPDX-License-Identifier: Apache-2.0

/** The documented warnings of an effect, as they reach `onWarning`. */
export const EffectWarning = {
  /** This browser or device cannot run the effect, or a file of it could not be loaded: the track goes out as it is. */
  unsupported: 8001,
  invalidParameter: 8003,
  /** The effect was slower than its set frame rate: the track goes out as it is until the effect is tried again. */
  tooSlow: 8004,
} as const;
export type EffectWarning = (typeof EffectWarning)[keyof typeof EffectWarning];

/** What an effect says about itself while it runs. */
export type EffectNotice =
  | { readonly kind: 'fellBack'; readonly code: EffectWarning; readonly desc: string }
  /** It runs again after having fallen back. */
  | { readonly kind: 'resumed' };

/** Something done to one local track before it is sent and shown. */
interface TrackEffect {
  readonly name: string;
  /**
   * The track to send instead of `track`, which the effect reads and never stops. The answer stays the same track as long
   * as the effect runs: while the effect has fallen back, `track` passes through it unchanged, and `tell` says so. Started
   * again, it leaves the track it had. Rejects when it cannot begin at all; then `track` itself is to be sent.
   */
  start(track: MediaStreamTrack, tell: (notice: EffectNotice) => void): Promise<MediaStreamTrack>;
  /** Ends the track that `start` made and releases everything. Harmless when nothing runs. */
  stop(): void;
}

/** An effect on the camera's picture. */
export interface VideoEffect extends TrackEffect {
  readonly kind: 'video';
}

/** An effect on the microphone's voice. */
export interface AudioEffect extends TrackEffect {
  readonly kind: 'audio';
}

let switchable: VideoEffect | undefined;

/** Names the effect that `callExperimentalAPI` with `enableVideoProcessByNative` switches on and off. */
export function registerVideoEffect(effect: VideoEffect | undefined): void {
  switchable = effect;
}

export const registeredVideoEffect = (): VideoEffect | undefined => switchable;
