// SPDX-License-Identifier: Apache-2.0
import type { ReceiveWish } from '../../wire/frames.js';
import { RtcVideoStreamType } from '../types.js';

type Place = 'camera' | 'screen';

/** For everybody, and for those it was said of since. */
class Mute {
  private all = false;
  private readonly single = new Map<string, boolean>();

  setAll(mute: boolean): void {
    this.all = mute;
    this.single.clear();
  }

  set(userId: string, mute: boolean): void {
    this.single.set(userId, mute);
  }

  /** Of nobody in particular: what holds for somebody who comes later. */
  of(userId: string | undefined): boolean {
    return (userId === undefined ? undefined : this.single.get(userId)) ?? this.all;
  }

  /** Whether something was said of this user in particular. */
  knows(userId: string): boolean {
    return this.single.has(userId);
  }
}

/** What is to be received of whom: what was muted, what is looked at, and what comes by itself. */
export class Subscription {
  private audio = new Mute();
  private video: Record<Place, Mute> = { camera: new Mute(), screen: new Mute() };
  private readonly small = new Set<string>();
  private readonly watched = new Set<string>();
  /** Those whose pictures came by themselves and were not looked at. */
  private readonly ignored = new Set<string>();

  autoAudio = true;
  autoVideo = true;

  muteAudio(userId: string, mute: boolean): void {
    this.audio.set(userId, mute);
  }

  muteAllAudio(mute: boolean): void {
    this.audio.setAll(mute);
  }

  muteVideo(userId: string, place: Place, mute: boolean): void {
    this.video[place].set(userId, mute);
  }

  muteAllVideo(mute: boolean): void {
    for (const each of Object.values(this.video)) each.setAll(mute);
  }

  watch(userId: string, place: Place): void {
    this.watched.add(`${place} ${userId}`);
    this.ignored.delete(`${place} ${userId}`);
  }

  watches(userId: string, place: Place): boolean {
    return this.watched.has(`${place} ${userId}`);
  }

  unwatch(userId: string, place: Place): void {
    this.watched.delete(`${place} ${userId}`);
    this.ignored.add(`${place} ${userId}`);
  }

  /** Nobody has looked at it: it need not come. */
  ignoreUnwatched(userId: string, place: Place): void {
    if (!this.watches(userId, place)) this.ignored.add(`${place} ${userId}`);
  }

  prefer(userId: string, small: boolean): void {
    if (small) this.small.add(userId);
    else this.small.delete(userId);
  }

  streamType(userId: string, place: Place): RtcVideoStreamType {
    if (place === 'screen') return RtcVideoStreamType.sub;
    return this.small.has(userId) ? RtcVideoStreamType.small : RtcVideoStreamType.big;
  }

  hears(userId: string | undefined): boolean {
    if (userId !== undefined && !this.autoAudio) return this.audio.knows(userId) && !this.audio.of(userId);
    return this.autoAudio && !this.audio.of(userId);
  }

  isFrozen(userId: string, place: Place): boolean {
    return this.video[place].of(userId);
  }

  private sees(userId: string | undefined, place: Place): boolean {
    if (this.video[place].of(userId)) return false;
    const key = `${place} ${userId}`;
    return this.watched.has(key) || (this.autoVideo && !this.ignored.has(key));
  }

  /** Of the one who is there, or of whoever comes first. */
  wish(userId: string | undefined): ReceiveWish {
    const small = userId !== undefined && this.small.has(userId);
    return {
      audio: this.hears(userId),
      video: this.sees(userId, 'camera') ? (small ? 'small' : 'big') : 'none',
      screen: this.sees(userId, 'screen'),
    };
  }

  /** What was said of a user who has gone, but for mutes, which hold until we leave. */
  forget(userId: string): void {
    for (const place of ['camera', 'screen']) {
      this.watched.delete(`${place} ${userId}`);
      this.ignored.delete(`${place} ${userId}`);
    }
  }

  /** Leaving a room sets everything back but the modes of coming by itself. */
  reset(): void {
    this.audio = new Mute();
    this.video = { camera: new Mute(), screen: new Mute() };
    for (const each of [this.small, this.watched, this.ignored]) each.clear();
  }
}
