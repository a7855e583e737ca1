// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { Emitter } from '../events.js';
import type { SignalingManager } from '../im/signaling.js';
import { permitted } from '../media/devices.js';
import { LocalMedia } from '../media/local.js';
import type { PeerFactory } from '../media/peer.js';
import type { NetworkQuality } from '../media/quality.js';
import { done, refused, type Result } from '../result.js';
import { Room } from '../rtc/room.js';
import type { Session } from '../session/session.js';
import type { Notice } from '../session/state.js';
import type { Scene } from '../wire/frames.js';
import { inviteData, readOffer, readReason, rejectData, type CallOffer } from './data.js';
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
import type { Call, CallDirection, CallMedia, CallQuality, CallState, RemoteMedia } from './types.js';

/** What a call works with. */
export interface CallTools {
  readonly session: Session;
  readonly signaling: SignalingManager;
  readonly createMedia: () => LocalMedia;
  readonly createPeer?: PeerFactory;
}

/** How a call begins. */
export type CallStart =
  | {
      readonly direction: 'outgoing';
      readonly peer: string;
      readonly media: CallMedia;
      readonly roomId: string;
      /** Seconds; 0 rings for ever. */
      readonly timeout: number;
    }
  | {
      readonly direction: 'incoming';
      readonly peer: string;
      readonly offer: CallOffer;
      readonly inviteId: string;
      /** By the server's clock; `Infinity` when it rings for ever. */
      readonly deadline: number;
    };

/** The server's own word on a timeout must have had time to arrive. */
const grace_ms = 10_000;
/** A call whose media connection is broken this long is over. */
const giveUpAfter_ms = 30_000;
/** How long somebody who has hung up waits to be seen doing so. */
const meeting_ms = 5_000;

/** What a request ends with when there is no connection. */
const unanswered = new Set<number>([Code.requestTimeout, Code.notLoggedIn, Code.disconnected]);

const noRoom = refused(Code.roomIdInvalid, 'The invitation names no room.');

const noQuality: CallQuality = { local: 0, remote: 0, rtt: 0, upLoss: 0, downLoss: 0 };
const nothingSent: RemoteMedia = { audio: false, video: false, screen: false };

/** A call that takes place: the call machine with signaling, devices and a room around it. */
export class LiveCall implements Call {
  readonly direction: CallDirection;
  readonly peer: string;
  readonly media: CallMedia;
  private readonly emitter = new Emitter<{ change: () => void }>();
  private readonly devices: LocalMedia;
  private stage: Stage;
  private id: string;
  private offer: Promise<CallOffer | undefined>;
  private room: Room | undefined;
  private inRoom = nothingSent;
  private network = noQuality;
  private problem: Result | undefined;
  private timer: () => void = () => {};
  private crossing: { inviteId: string; offer: CallOffer } | undefined;
  /** Of the last request that ends the call. */
  private lastAnswer: Promise<Result> = Promise.resolve(done());

  constructor(
    private readonly tools: CallTools,
    private readonly start: CallStart,
  ) {
    this.direction = start.direction;
    this.peer = start.peer;
    this.devices = tools.createMedia();
    this.devices.on('change', () => this.emitter.emit('change'));
    this.devices.on('lost', (_, why) => this.report(why));
    const now = tools.session.now();
    if (start.direction === 'outgoing') {
      this.media = start.media;
      this.id = crypto.randomUUID();
      this.offer = Promise.resolve({ media: start.media, room: { strRoomId: start.roomId } });
      this.stage = dialling(start.timeout > 0 ? now + start.timeout * 1000 + grace_ms : Infinity);
    } else {
      this.media = start.offer.media;
      this.id = start.inviteId;
      this.offer = Promise.resolve(start.offer);
      const left = start.deadline - tools.session.serverNow();
      this.stage = ringing(Math.max(now, now + left) + grace_ms);
    }
  }

  /** Starts to ring. */
  begin(): void {
    this.rearm();
    const { start } = this;
    if (start.direction === 'incoming') {
      void this.preview();
      return;
    }
    void this.dial(inviteData(start.media, start.roomId), start.timeout);
    void this.openDevices();
  }

  /** There is another call already. */
  refuse(): void {
    this.feed({ type: 'alreadyInCall' });
  }

  get inviteId(): string | undefined {
    return this.id;
  }

  get state(): CallState {
    return shown(this.stage);
  }

  get localStream(): MediaStream | undefined {
    return this.devices.stream;
  }

  get remoteStream(): MediaStream | undefined {
    return this.room?.remote.stream;
  }

  get muted(): boolean {
    return this.devices.muted;
  }

  get cameraOn(): boolean {
    return this.devices.camera !== undefined;
  }

  get remote(): RemoteMedia {
    return this.inRoom;
  }

  get quality(): CallQuality {
    return this.network;
  }

  get deviceProblem(): Result | undefined {
    return this.problem;
  }

  on(event: 'change', listener: () => void): () => void {
    return this.emitter.on(event, listener);
  }

  async accept(): Promise<Result> {
    if (this.direction !== 'incoming' || this.stage.kind !== 'ringing') return this.wrongState('accept');
    this.feed({ type: 'accept' });
    // A person may have to be asked for the microphone first; the caller hears it ring until then.
    const devices = this.openDevices();
    if (!(await permitted('microphone'))) await devices;
    if (this.over()) return refused(Code.invalidInviteId, this.endMessage());
    this.feed({ type: 'acceptSent' });
    const result = await this.tools.signaling.accept({ inviteID: this.id });
    if (result.code === Code.ok) this.feed({ type: 'acceptDone' });
    else this.feed({ type: 'acceptRefused', over: result.code === Code.invalidInviteId, why: result });
    return result;
  }

  async reject(): Promise<Result> {
    if (this.direction !== 'incoming' || this.stage.kind !== 'ringing') return this.wrongState('reject');
    this.feed({ type: 'reject' });
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

  setMuted(muted: boolean): void {
    this.devices.setMuted(muted);
  }

  async setCamera(on: boolean): Promise<Result> {
    if (this.stage.kind === 'ended') return this.wrongState('turn the camera on');
    if (!on) {
      this.devices.close('camera');
      return done();
    }
    const { camera } = await this.devices.open({ camera: true });
    if (camera.code !== Code.ok) this.report(camera);
    return camera;
  }

  /** An invitation of the other side that crossed the own one: the server may make one call of both. */
  crossedBy(inviteId: string, offer: CallOffer): void {
    this.crossing = { inviteId, offer };
  }

  take(notice: Notice): void {
    if (!('inviteId' in notice.params) || notice.params.inviteId !== this.id) return;
    const me = this.tools.session.identity;
    switch (notice.method) {
      case 'invitationDelivered':
        return this.feed({ type: 'delivered' });
      case 'inviteeAccepted':
        if (this.direction === 'outgoing') this.feed({ type: 'accepted' });
        else if (notice.params.device !== me.device.id) this.feed({ type: 'answeredElsewhere', outcome: 'accepted' });
        return;
      case 'inviteeRejected':
        if (this.direction === 'outgoing') this.feed({ type: 'rejected', reason: readReason(notice.params.data) });
        else this.feed({ type: 'answeredElsewhere', outcome: 'rejected' });
        return;
      case 'invitationCancelled':
        return this.feed({ type: 'cancelled', side: notice.params.inviter === me.userId ? 'local' : 'remote' });
      case 'invitationTimeout':
        return this.feed({ type: 'timedOut' });
      default:
        return;
    }
  }

  sessionEnded(by: 'local' | 'server'): void {
    this.feed({ type: 'sessionEnded', by });
  }

  private feed(event: CallEvent): void {
    const before = this.stage;
    const [next, effects] = advance(before, event, this, this.tools.session.now());
    this.stage = next;
    this.rearm();
    for (const effect of effects) this.carryOut(effect);
    if (next.kind === 'ended' && before.kind !== 'ended') this.devices.closeAll();
    if (next !== before) this.emitter.emit('change');
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
    const { signaling } = this.tools;
    switch (effect) {
      case 'sendCancel':
        this.lastAnswer = signaling.cancel({ inviteID: this.id });
        void this.lastAnswer.then(({ code }) => {
          if (code === Code.ok) this.feed({ type: 'cancelDone' });
        });
        return;
      case 'sendReject':
        this.lastAnswer = signaling.reject({ inviteID: this.id, data: rejectData(this.media, 'active') });
        return;
      case 'enterRoom':
        void this.enterRoom();
        return;
      case 'leaveRoom':
        this.lastAnswer = this.leaveRoom();
        return;
      case 'meetAndLeave':
        this.lastAnswer = this.meetAndLeave();
        return;
    }
  }

  private async dial(data: string, timeout: number): Promise<void> {
    const asked = this.id;
    const {
      code,
      desc,
      data: inviteId,
    } = await this.tools.signaling.invite({
      invitee: this.peer,
      data,
      timeout,
      inviteID: asked,
    });
    if (code !== Code.ok)
      return this.feed({ type: 'inviteRefused', lost: unanswered.has(code), why: refused(code, desc) });
    if (inviteId !== undefined && inviteId !== asked) await this.adopt(inviteId);
    else this.feed({ type: 'invited' });
  }

  /** Both sides called each other: the other's invitation stands for both, and its room is where we meet. */
  private async adopt(inviteId: string): Promise<void> {
    this.id = inviteId;
    const invitation = this.tools.signaling.getInvitation({ inviteID: inviteId });
    this.offer =
      this.crossing?.inviteId === inviteId
        ? Promise.resolve(this.crossing.offer)
        : invitation.then(({ data }) => data && readOffer(data.data));
    this.feed({ type: 'invited' });
    if ((await invitation).data?.outcome === 'accepted') this.feed({ type: 'accepted' });
  }

  private async preview(): Promise<void> {
    if (this.media === 'video' && (await permitted('camera')) && this.stage.kind === 'ringing') {
      const { camera } = await this.devices.open({ camera: true });
      if (camera.code !== Code.ok) this.report(camera);
    }
  }

  private async openDevices(): Promise<void> {
    const { microphone, camera } = await this.devices.open({ microphone: true, camera: this.media === 'video' });
    if (this.over()) return this.devices.closeAll();
    if (camera.code !== Code.ok) this.report(camera);
    if (microphone.code !== Code.ok) {
      this.problem = microphone;
      this.feed({ type: 'noMicrophone', why: microphone });
    }
  }

  private report(problem: Result): void {
    this.problem = problem;
    this.emitter.emit('change');
  }

  private async enterRoom(): Promise<void> {
    const room = await this.makeRoom();
    if (!room) return this.feed({ type: 'enterRefused', why: noRoom });
    if (this.stage.kind !== 'connecting') return;
    room.on('entered', () => this.feed({ type: 'entered' }));
    room.on('userEntered', () => this.feed({ type: 'peerEntered' }));
    room.on('userLeft', (_, reason) => this.feed({ type: 'peerLeft', reason }));
    room.on('connected', () => this.feed({ type: 'flowing' }));
    room.on('ended', ({ kind }) => this.feed({ type: 'roomEnded', why: kind }));
    room.on('mediaChanged', (_, now) => {
      this.inRoom = now;
      this.emitter.emit('change');
    });
    room.on('quality', (quality) => this.judge(quality));
    const entry = await room.enter();
    if (entry.code !== Code.ok) this.feed({ type: 'enterRefused', why: refused(entry.code, entry.desc) });
  }

  private async makeRoom(): Promise<Room | undefined> {
    const { session, createPeer } = this.tools;
    const offer = await this.offer;
    if (!offer) return undefined;
    const scene: Scene = offer.media === 'video' ? 'videoCall' : 'audioCall';
    this.room ??= new Room(session, this.devices, {
      name: offer.room,
      scene,
      giveUpAfter_ms,
      ...(createPeer && { createPeer }),
    });
    return this.room;
  }

  private judge({ local, rtt, upLoss, remote: [theirs] }: NetworkQuality): void {
    this.network = { local, rtt, upLoss, remote: theirs?.quality ?? 0, downLoss: theirs?.downLoss ?? 0 };
    this.emitter.emit('change');
  }

  private async leaveRoom(): Promise<Result> {
    await this.room?.exit();
    return done();
  }

  private async meetAndLeave(): Promise<Result> {
    const room = await this.makeRoom();
    if (!room) return done();
    const met = new Promise<void>((resolve) => {
      room.on('userEntered', () => resolve());
      this.tools.session.clock.wake(this.tools.session.now() + meeting_ms, resolve);
    });
    void room.enter();
    await met;
    await room.exit();
    return done();
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
