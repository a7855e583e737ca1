// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import type { Received } from '../../media/peer.js';
import type { MediaFlags } from '../../wire/frames.js';
import { complain, report, viewFor, type Desk } from '../desk.js';
import { Firsts } from '../measure/firsts.js';
import type { Report } from '../../media/report.js';
import { flows } from '../measure/growth.js';
import { renderingOf } from '../own/own-side.js';
import type { Room } from '../stay/room.js';
import { Speaker } from '../sound/speaker.js';
import { Statuses } from './statuses.js';
import { Subscription } from './subscription.js';
import { RtcAVStatusChangeReason as Why, RtcVideoStreamType, type RtcRenderParams } from '../types.js';

type Place = 'camera' | 'screen';

export const placeOf = (streamType: number): Place => (streamType === RtcVideoStreamType.sub ? 'screen' : 'camera');

/** A picture that comes by itself and is not looked at by then is not worth its bytes. */
const lookAt_ms = 5_000;

/** What comes from the others: who is heard, what is shown where, what is received at all. */
export class FarSide {
  readonly subscription = new Subscription();
  readonly speaker: Speaker;
  private readonly statuses: Statuses;
  private readonly firsts: Firsts;
  private readonly volumes = new Map<string, number>();
  private playout = 100;
  private device = 100;
  private deviceMuted = false;

  constructor(private readonly desk: Desk) {
    this.speaker = new Speaker((why) => complain(desk.tell, why));
    this.statuses = new Statuses(desk.tell, (userId, place) => this.streamTypeOf(userId, place));
    this.firsts = new Firsts(desk.clock, report(desk), () => this.tellVoice());
  }

  /** Listens to a room one is about to enter. */
  attend(room: Room): void {
    room.on('linked', () => this.refresh());
    room.on('userEntered', () => this.refresh());
    room.on('mediaChanged', (userId, now, before) => this.changed(userId, now, before));
    room.on('userLeft', (userId) => this.left(userId));
  }

  private get received(): Received | undefined {
    return this.desk.room()?.link?.received;
  }

  /** Whoever is there besides us. */
  private get user(): string | undefined {
    return this.desk.room()?.users[0];
  }

  private sends(userId: string): MediaFlags | undefined {
    return this.desk.room()?.sends(userId);
  }

  private changed(userId: string, now: MediaFlags, before: MediaFlags): void {
    if (now.audio !== before.audio) this.audioChanged(userId, now.audio);
    if (now.video !== before.video) this.pictureChanged(userId, 'camera', now.video);
    if (now.screen !== before.screen) this.pictureChanged(userId, 'screen', now.screen);
    this.refresh();
  }

  private audioChanged(userId: string, there: boolean): void {
    if (there && this.subscription.hears(userId)) this.firsts.await('heard audio');
    else this.firsts.forget('heard audio');
    if (there) this.statuses.audio(userId, this.subscription.hears(userId) ? 1 : 0, Why.remoteStarted);
    else this.statuses.audio(userId, 0, Why.remoteStopped);
  }

  private pictureChanged(userId: string, place: Place, there: boolean): void {
    const seen = this.desk.views.has({ userId, place });
    if (!there) this.statuses.video(userId, place, 0, Why.remoteStopped);
    else if (seen) this.statuses.video(userId, place, 2, Why.remoteStarted);
    if (there && !seen) this.awaitLook(userId, place);
  }

  private awaitLook(userId: string, place: Place): void {
    const { clock } = this.desk;
    clock.wake(clock.now() + lookAt_ms, () => {
      this.subscription.ignoreUnwatched(userId, place);
      this.refresh();
    });
  }

  private left(userId: string): void {
    for (const place of ['camera', 'screen'] as const) {
      this.desk.views.take({ userId, place });
      this.statuses.forget(userId);
    }
    this.subscription.forget(userId);
    this.refresh();
  }

  private tellVoice(): void {
    if (this.user !== undefined) this.desk.tell('onFirstAudioFrame', this.user);
  }

  /** Brings what is received, heard and shown in line with what is wanted. */
  private refresh(): void {
    const { user, received, desk, subscription } = this;
    const hears = user !== undefined && subscription.hears(user);
    this.speaker.play(received?.audio);
    this.speaker.setMuted(!hears || this.deviceMuted);
    this.speaker.setVolume(this.loudness(user));
    if (user !== undefined) {
      for (const place of ['camera', 'screen'] as const) this.show(user, place, received);
    }
    desk.room()?.setReceive(subscription.wish(user));
  }

  private show(userId: string, place: Place, received: Received | undefined): void {
    const sent = place === 'camera' ? this.sends(userId)?.video : this.sends(userId)?.screen;
    const { views } = this.desk;
    views.show({ userId, place }, sent ? received?.[place] : undefined);
    views.picture({ userId, place })?.freeze(this.subscription.isFrozen(userId, place));
  }

  startView(userId: string, streamType: RtcVideoStreamType, view: unknown): void {
    const element = viewFor(this.desk.tell, view);
    if (!element) return;
    const place = placeOf(streamType);
    if (place === 'camera') this.prefer(userId, streamType);
    this.subscription.watch(userId, place);
    if (this.desk.views.picture({ userId, place })?.element !== element) this.begin(userId, place, element);
    this.refresh();
  }

  private begin(userId: string, place: Place, element: HTMLElement): void {
    const { views } = this.desk;
    views.take({ userId, place });
    views.put({ userId, place }, element, renderingOf({}, place, false));
    const sent = this.sends(userId);
    if (place === 'camera' ? sent?.video : sent?.screen) this.statuses.video(userId, place, 2, Why.localStarted);
  }

  updateView(userId: string, streamType: RtcVideoStreamType, view: unknown): void {
    const element = viewFor(this.desk.tell, view);
    if (!element) return;
    const place = placeOf(streamType);
    // Another picture may have taken its view: it is still asked for.
    if (!this.subscription.watches(userId, place)) {
      return this.desk.tell('onWarning', Code.refused, 'This picture is not shown: call startRemoteView first.');
    }
    this.desk.views.put({ userId, place }, element, renderingOf({}, place, false));
    this.refresh();
  }

  stopView(userId: string, streamType: RtcVideoStreamType): void {
    const place = placeOf(streamType);
    this.desk.views.take({ userId, place });
    this.subscription.unwatch(userId, place);
    this.statuses.video(userId, place, 0, Why.localStopped);
    this.refresh();
  }

  stopAllViews(): void {
    if (this.user !== undefined) {
      this.stopView(this.user, RtcVideoStreamType.big);
      this.stopView(this.user, RtcVideoStreamType.sub);
    }
    this.desk.views.takeRemote();
  }

  prefer(userId: string, streamType: RtcVideoStreamType): void {
    this.subscription.prefer(userId, streamType === RtcVideoStreamType.small);
    this.refresh();
  }

  setRendering(userId: string, streamType: RtcVideoStreamType, params: RtcRenderParams): void {
    const place = placeOf(streamType);
    this.desk.views.render({ userId, place }, renderingOf(params, place, false));
  }

  /** A picture has begun to be seen. */
  seen(userId: string, place: Place): void {
    this.statuses.begun(userId, place);
  }

  streamTypeOf(userId: string, place: Place): RtcVideoStreamType {
    return this.subscription.streamType(userId, place);
  }

  muteAudio(userId: string | undefined, mute: boolean): void {
    if (userId === undefined) this.subscription.muteAllAudio(mute);
    else this.subscription.muteAudio(userId, mute);
    const { user } = this;
    if (user !== undefined && (userId ?? user) === user && this.sends(user)?.audio) {
      if (mute) this.statuses.audio(user, 0, Why.localStopped);
      else this.statuses.audio(user, 1, Why.localStarted);
    }
    this.refresh();
  }

  muteVideo(userId: string | undefined, place: Place, mute: boolean): void {
    if (userId === undefined) this.subscription.muteAllVideo(mute);
    else this.subscription.muteVideo(userId, place, mute);
    this.refresh();
  }

  setVolume(userId: string, volume: number): void {
    this.volumes.set(userId, volume);
    this.refresh();
  }

  setPlayout(volume: number): void {
    this.playout = volume;
    this.refresh();
  }

  get playoutVolume(): number {
    return this.playout;
  }

  /** The loudspeaker's own, beside what is played on it. */
  setDevice(volume: number, muted: boolean): void {
    [this.device, this.deviceMuted] = [volume, muted];
    this.refresh();
  }

  private loudness(user: string | undefined): number {
    const own = user === undefined ? 100 : (this.volumes.get(user) ?? 100);
    return (own / 100) * (this.playout / 100) * (this.device / 100);
  }

  /** Notices what stands still between two reports, and what goes on. */
  watchFlow(now: Report, before: Report | undefined): void {
    const { user } = this;
    if (user === undefined || !before) return;
    const sent = this.sends(user);
    const wish = this.subscription.wish(user);
    if (sent?.audio && wish.audio) this.statuses.audioFlow(user, flows(now, before, 'audio'));
    for (const place of ['camera', 'screen'] as const) {
      const wanted = place === 'camera' ? sent?.video && wish.video !== 'none' : sent?.screen && wish.screen;
      if (wanted && this.desk.views.has({ userId: user, place })) {
        this.statuses.videoFlow(user, place, flows(now, before, place));
      }
    }
  }

  /** Out of the room: nothing is heard or shown, and, for good, mutes are off. */
  leave(forGood: boolean): void {
    this.firsts.stop();
    this.speaker.play(undefined);
    this.desk.views.takeRemote();
    this.statuses.clear();
    if (!forGood) return;
    this.subscription.reset();
    this.volumes.clear();
  }

  close(): void {
    this.leave(true);
    this.speaker.close();
  }
}
