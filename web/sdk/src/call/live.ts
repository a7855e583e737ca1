// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { Emitter } from '../events.js';
import type { SignalingManager } from '../im/signaling.js';
import { permitted } from '../media/devices.js';
import type { AudioEffect, VideoEffect } from '../media/effect.js';
import type { LocalMedia } from '../media/local.js';
import type { PeerFactory } from '../media/peer.js';
import type { NetworkQuality } from '../media/quality.js';
import { done, refused, type Result } from '../result.js';
import type { Session } from '../session/session.js';
import type { Notice } from '../session/state.js';
import type { CallOffer } from './data.js';
import {
  advance,
  callWakeAt,
  dialling,
  ringing,
  shown,
  type CallEffect,
  type CallEvent,
  type Stage,
} from './machine.js';
import { OwnDevices } from './own-devices.js';
import { Place } from './place.js';
import { Ring } from './ring.js';
import type {
  Call,
  CallDirection,
  CallEvents,
  CallHold,
  CallMedia,
  CallQuality,
  CallState,
  ChosenDevices,
  Meanwhile,
  RejectReason,
  RemoteMedia,
} from './types.js';

/** What a call works with. */
export interface CallTools {
  readonly session: Session;
  readonly signaling: SignalingManager;
  readonly createMedia: () => LocalMedia;
  readonly createPeer?: PeerFactory;
  /** Ends the call in progress, or puts it on hold, to make room for this one; undefined when there is nothing to do. */
  readonly clearLine: (next: LiveCall, meanwhile: Meanwhile) => Promise<Result> | undefined;
  /** The call in progress, if it is another than this one. */
  readonly inProgress: (next: LiveCall) => LiveCall | undefined;
}

interface Begun {
  readonly peer: string;
  readonly offer: CallOffer;
}

/** How a call begins. */
export type CallStart = Begun &
  (
    | {
        readonly direction: 'outgoing';
        /** Seconds; 0 rings for ever. */
        readonly timeout: number;
      }
    | {
        readonly direction: 'incoming';
        readonly inviteId: string;
        /** By the server's clock; `Infinity` when it rings for ever. */
        readonly deadline: number;
        /** Another call is in progress: the devices and the way to the server are taken. */
        readonly waits: boolean;
      }
  );

/** The server's own word on a timeout must have had time to arrive. */
const grace_ms = 10_000;

function firstStage(start: CallStart, session: Session): Stage {
  const now = session.now();
  if (start.direction === 'outgoing')
    return dialling(start.timeout > 0 ? now + start.timeout * 1000 + grace_ms : Infinity);
  const left = start.deadline - session.serverNow();
  return ringing(Math.max(now, now + left) + grace_ms);
}

const noQuality: CallQuality = { local: 0, remote: 0, rtt: 0, upLoss: 0, downLoss: 0 };
const nothingSent: RemoteMedia = { audio: false, video: false, screen: false };

/** A call that takes place: the call machine with signaling, devices and a room around it. */
export class LiveCall implements Call {
  readonly direction: CallDirection;
  readonly peer: string;
  private readonly emitter = new Emitter<CallEvents>();
  private readonly own: OwnDevices;
  private readonly place: Place;
  private readonly ring: Ring;
  /** Voice or video as it was asked for last; a camera that is on makes it a video call in any case. */
  private mode: CallMedia;
  private stage: Stage;
  private inRoom = nothingSent;
  private holding = { here: false, there: false };
  private network = noQuality;
  private problem: Result | undefined;
  private timer: () => void = () => {};
  /** Of the last request that ends the call. */
  private lastAnswer: Promise<Result> = Promise.resolve(done());

  constructor(
    private readonly tools: CallTools,
    private readonly start: CallStart,
  ) {
    const { session, createPeer } = tools;
    const media = tools.createMedia();
    this.direction = start.direction;
    this.peer = start.peer;
    this.own = new OwnDevices(media, () => this.changed());
    this.place = new Place(
      { session, media, withhold: start.direction === 'incoming', createPeer },
      {
        feed: (event) => this.feed(event),
        sends: (flags) => this.receives(flags),
        holds: (there) => this.holds({ ...this.holding, there }),
        quality: (quality) => this.judge(quality),
      },
    );
    media.on('change', () => this.changed());
    media.on('lost', (_, why) => this.report(why));
    media.on('effect', (effect, notice) => this.emitter.emit('effect', effect, notice));
    this.mode = start.offer.media;
    const id = start.direction === 'outgoing' ? crypto.randomUUID() : start.inviteId;
    const feed = (event: CallEvent): void => this.feed(event);
    this.ring = new Ring({ ...tools, feed }, start.direction, id, Promise.resolve(start.offer));
    this.stage = firstStage(start, session);
  }

  /** Starts to ring. */
  begin(): void {
    this.rearm();
    const { start } = this;
    if (start.direction === 'outgoing') {
      void this.dial(start.offer, start.timeout);
      void this.openDevices();
    } else if (!start.waits) {
      void this.preview();
      void this.warmUp();
    }
  }

  /** There is another call already. */
  refuse(): void {
    this.feed({ type: 'alreadyInCall' });
  }

  get inviteId(): string | undefined {
    return this.ring.id;
  }

  get media(): CallMedia {
    return this.cameraOn || this.remote.video ? 'video' : this.mode;
  }

  get state(): CallState {
    return shown(this.stage);
  }

  get held(): CallHold {
    if (this.holding.here) return 'local';
    return this.holding.there ? 'remote' : 'none';
  }

  get localStream(): MediaStream | undefined {
    return this.own.media.stream;
  }

  get remoteStream(): MediaStream | undefined {
    return this.place.room?.remote.stream;
  }

  get remoteScreen(): MediaStream | undefined {
    return this.place.room?.remote.screen;
  }

  get muted(): boolean {
    return this.own.media.muted;
  }

  get cameraOn(): boolean {
    return this.own.media.camera !== undefined;
  }

  get screenOn(): boolean {
    return this.own.media.screen !== undefined;
  }

  /** Of what the other side sends nothing arrives on hold. */
  get remote(): RemoteMedia {
    return this.holding.here ? nothingSent : this.inRoom;
  }

  get quality(): CallQuality {
    return this.network;
  }

  get devices(): ChosenDevices {
    return this.own.chosen;
  }

  get deviceProblem(): Result | undefined {
    return this.problem;
  }

  on<E extends keyof CallEvents>(event: E, listener: CallEvents[E]): () => void {
    return this.emitter.on(event, listener);
  }

  async accept(meanwhile: Meanwhile = 'hold'): Promise<Result> {
    if (this.direction !== 'incoming' || this.stage.kind !== 'ringing') return this.wrongState('accept');
    const clearing = this.tools.clearLine(this, meanwhile);
    const cleared = clearing && (await clearing);
    if (cleared && cleared.code !== Code.ok) return cleared;
    if (this.over()) return refused(Code.invalidInviteId, this.endMessage());
    this.feed({ type: 'accept' });
    // A person may have to be asked for the microphone first; the caller hears it ring until then.
    const devices = this.openDevices();
    if (!(await permitted('microphone'))) await devices;
    if (this.over()) return refused(Code.invalidInviteId, this.endMessage());
    this.feed({ type: 'acceptSent' });
    this.place.agree();
    return this.ring.accept();
  }

  async reject(reason: RejectReason = 'active'): Promise<Result> {
    if (this.direction !== 'incoming' || this.stage.kind !== 'ringing') return this.wrongState('reject');
    this.feed({ type: 'reject', reason });
    return this.lastAnswer;
  }

  async cancel(): Promise<Result> {
    if (this.direction !== 'outgoing' || (this.stage.kind !== 'inviting' && this.stage.kind !== 'ringing')) {
      return this.wrongState('cancel');
    }
    this.feed({ type: 'hangUp' });
    return this.lastAnswer;
  }

  async hangUp(): Promise<void> {
    this.feed({ type: 'hangUp' });
    await this.lastAnswer;
  }

  async hold(): Promise<Result> {
    const { room } = this.place;
    if (this.stage.kind !== 'talking' || this.holding.here || !room) return this.wrongState('be put on hold');
    const result = await room.hold();
    if (result.code === Code.ok) this.rest();
    return result;
  }

  async resume(): Promise<Result> {
    const { room } = this.place;
    if (!this.holding.here || !room) return this.wrongState('be resumed');
    const other = this.tools.inProgress(this);
    const { code, desc } = await room.resume(other?.place.room);
    if (code !== Code.ok) return refused(code, desc);
    other?.rest();
    this.holds({ ...this.holding, here: false });
    this.opened(await this.own.wake());
    return done();
  }

  setMuted(muted: boolean): void {
    this.own.media.setMuted(muted);
  }

  async setCamera(on: boolean): Promise<Result> {
    if (this.over() || this.holding.here) return this.wrongState('turn the camera on');
    return this.reported(await this.own.setCamera(on));
  }

  async setScreen(on: boolean): Promise<Result> {
    if (this.stage.kind !== 'talking' || this.holding.here) return this.wrongState('share a screen');
    return this.own.setScreen(on);
  }

  async switchMedia(media: CallMedia): Promise<Result> {
    const result = await this.setCamera(media === 'video');
    if (result.code !== Code.ok) return result;
    this.mode = media;
    this.changed();
    return result;
  }

  async setMicrophone(deviceId: string): Promise<Result> {
    return this.own.chooseMicrophone(deviceId);
  }

  async setCameraDevice(deviceId: string): Promise<Result> {
    return this.own.chooseCamera(deviceId);
  }

  setSpeaker(deviceId: string): void {
    this.own.chooseSpeaker(deviceId);
  }

  setVideoEffect(effect: VideoEffect | undefined): void {
    this.own.media.setVideoEffect(effect);
  }

  setAudioEffect(effect: AudioEffect | undefined): void {
    this.own.media.setAudioEffect(effect);
  }

  /** An invitation of the other side that crossed the own one: the server may make one call of both. */
  crossedBy(inviteId: string, offer: CallOffer): void {
    this.ring.crossedBy(inviteId, offer);
  }

  take(notice: Notice): void {
    this.ring.take(notice);
  }

  sessionEnded(by: 'local' | 'server'): void {
    this.feed({ type: 'sessionEnded', by });
  }

  private feed(event: CallEvent): void {
    const before = this.stage;
    const [next, effects] = advance(before, event, this, this.tools.session.now());
    this.stage = next;
    if (before.kind === 'ended') {
      if (next !== before) this.changed();
      return;
    }
    this.rearm();
    for (const effect of effects) this.carryOut(effect);
    if (next === before) return;
    if (next.kind === 'ended') this.letGo(effects);
    const [now, then] = [shown(next), shown(before)];
    if (JSON.stringify(now) !== JSON.stringify(then)) this.emitter.emit('state', now, then);
    this.changed();
  }

  /** A call that is over keeps no device, and no way to the server that was made ready for it. */
  private letGo(effects: readonly CallEffect[]): void {
    this.own.media.closeAll();
    if (!effects.some((each) => each === 'leaveRoom' || each === 'meetAndLeave')) void this.place.leave();
  }

  private rearm(): void {
    this.timer();
    const at = callWakeAt(this.stage);
    this.timer =
      at === undefined || at === Infinity
        ? () => {}
        : this.tools.session.clock.wake(at, () => this.feed({ type: 'wake' }));
  }

  private carryOut(effect: CallEffect): void {
    switch (effect) {
      case 'sendCancel':
        this.lastAnswer = this.ring.cancel();
        return;
      case 'sendReject':
        this.lastAnswer = this.ring.reject(this.mode, 'active');
        return;
      case 'sendBusy':
        this.lastAnswer = this.ring.reject(this.mode, 'busy');
        return;
      case 'enterRoom':
        void this.enterRoom();
        return;
      case 'leaveRoom':
        this.lastAnswer = this.place.leave();
        return;
      case 'meetAndLeave':
        this.lastAnswer = this.ring.offer.then((offer) => this.place.meetAndLeave(offer));
        return;
    }
  }

  private async enterRoom(): Promise<void> {
    const offer = await this.ring.offer;
    if (this.stage.kind === 'connecting') await this.place.enter(offer);
  }

  private async dial(offer: CallOffer, timeout: number): Promise<void> {
    if (await this.ring.dial(this.peer, offer, timeout)) await this.warmUp();
  }

  private async warmUp(): Promise<void> {
    const offer = await this.ring.offer;
    if (this.stage.kind === 'ringing' && !this.stage.cancelling) await this.place.warmUp(offer, this.ring.id);
  }

  private async preview(): Promise<void> {
    const { camera } = await this.own.preview(this.mode === 'video', () => this.stage.kind === 'ringing');
    if (this.over()) this.own.media.closeAll();
    else this.reported(camera);
  }

  private async openDevices(): Promise<void> {
    this.opened(await this.own.open(this.mode === 'video'));
  }

  private opened({ microphone, camera }: { readonly microphone: Result; readonly camera: Result }): void {
    if (this.over()) return this.own.media.closeAll();
    this.reported(camera);
    if (microphone.code === Code.ok) return;
    this.problem = microphone;
    this.feed({ type: 'noMicrophone', why: microphone });
  }

  private reported(result: Result): Result {
    if (result.code !== Code.ok) this.report(result);
    return result;
  }

  private report(problem: Result): void {
    this.problem = problem;
    this.emitter.emit('problem', problem);
    this.changed();
  }

  private receives(flags: RemoteMedia): void {
    const before = this.remote;
    this.inRoom = flags;
    if (this.remote !== before) this.emitter.emit('remote', this.remote, before);
    this.changed();
  }

  private holds(holding: { here: boolean; there: boolean }): void {
    const { held, remote } = this;
    this.holding = holding;
    if (this.held !== held) this.emitter.emit('held', this.held, held);
    if (this.remote !== remote) this.emitter.emit('remote', this.remote, remote);
    this.changed();
  }

  /** On hold from now on, here. */
  private rest(): void {
    if (this.over()) return;
    this.own.rest();
    this.holds({ ...this.holding, here: true });
  }

  private judge({ local, rtt, upLoss, remote: [theirs] }: NetworkQuality): void {
    this.network = { local, rtt, upLoss, remote: theirs?.quality ?? 0, downLoss: theirs?.downLoss ?? 0 };
    this.emitter.emit('quality', this.network);
    this.changed();
  }

  private changed(): void {
    this.emitter.emit('change');
  }

  private wrongState(what: string): Result {
    return refused(Code.invalidParameters, `A call that is ${this.state.kind} and ${this.direction} cannot ${what}.`);
  }

  private over(): boolean {
    return this.stage.kind === 'ended';
  }

  private endMessage(): string {
    return this.stage.kind === 'ended' ? this.stage.message : 'The call is over.';
  }
}
