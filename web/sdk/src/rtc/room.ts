// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { Emitter } from '../events.js';
import type { LocalMedia } from '../media/local.js';
import { PeerLink, type PeerFactory } from '../media/peer.js';
import { judge, type NetworkQuality } from '../media/quality.js';
import { RemoteMedia } from '../media/remote.js';
import { done, refused, type Result } from '../result.js';
import type { Session } from '../session/session.js';
import type { Notice } from '../session/state.js';
import type { EnterRoomResult, Events, MediaFlags, RoomName, RoomUser, Scene, UserMedia } from '../wire/frames.js';
import {
  connecting,
  recover,
  recoveryWakeAt,
  type Recovery,
  type RecoveryEffect,
  type RecoveryEvent,
} from './recovery.js';

export interface RoomOptions {
  readonly name: RoomName;
  readonly scene: Scene;
  readonly userSig?: string;
  readonly privateMapKey?: string;
  /** How long a broken media connection is repaired before the stay ends. */
  readonly giveUpAfter_ms: number;
  readonly createPeer?: PeerFactory;
}

/** Why a stay in a room ended without `exit`. */
export type RoomEnd =
  { readonly kind: 'kicked' } | { readonly kind: 'dissolved' } | { readonly kind: 'lost'; readonly why: Result };

interface RoomEvents {
  /** In ms since `enter`. */
  entered: (elapsed: number) => void;
  userEntered: (userId: string) => void;
  /** 0 left, 1 timed out, 2 kicked. */
  userLeft: (userId: string, reason: number) => void;
  mediaChanged: (userId: string, now: MediaFlags, before: MediaFlags) => void;
  /** Media flows, for the first time or again. */
  connected: () => void;
  quality: (quality: NetworkQuality) => void;
  connectionLost: () => void;
  tryToReconnect: () => void;
  recovered: () => void;
  ended: (end: RoomEnd) => void;
}

const quality_ms = 2_000;
/** A word of the server about the network is worth something this long. */
const fresh_ms = 5_000;
/** How long somebody who was there before a re-entry has to come back too: a restarted server loses both of us. */
const return_ms = 10_000;

const silence: MediaFlags = { audio: false, video: false, screen: false };

/** One stay in one room, from `enter` to `exit` or `ended`: the media connection, who is there, what they send. */
export class Room {
  private readonly emitter = new Emitter<RoomEvents>();
  private readonly present = new Map<string, MediaFlags>();
  private readonly missing = new Set<string>();
  private readonly offs: (() => void)[] = [];
  private peer: PeerLink | undefined;
  private stage: 'new' | 'entering' | 'inside' | 'outside' = 'new';
  private entering: Promise<unknown> = Promise.resolve();
  private recovery: Recovery | undefined;
  private restarting = false;
  private toldFlags: MediaFlags = silence;
  private said: { at: number; quality: Events['networkQuality'] } | undefined;
  private recoveryTimer: () => void = () => {};
  private qualityTimer: () => void = () => {};

  readonly remote = new RemoteMedia();

  constructor(
    private readonly session: Session,
    private readonly media: LocalMedia,
    private readonly options: RoomOptions,
  ) {}

  on<E extends keyof RoomEvents>(event: E, listener: RoomEvents[E]): () => void {
    return this.emitter.on(event, listener);
  }

  get users(): readonly string[] {
    return [...this.present.keys()];
  }

  get connected(): boolean {
    return this.recovery?.kind === 'connected';
  }

  sends(userId: string): MediaFlags {
    return this.present.get(userId) ?? silence;
  }

  /** The data is the elapsed time in ms. */
  async enter(): Promise<Result<number>> {
    if (this.stage !== 'new') return refused(Code.enterRoomRefused, 'This room was entered already.');
    this.stage = 'entering';
    const begun = this.session.now();
    this.offs.push(
      this.session.on('notice', (notice) => this.take(notice)),
      this.media.on('change', () => this.sendTracks()),
      this.session.clock.watchSurroundings((what) => {
        if (what === 'network') this.advance('networkChanged');
      }),
    );
    const entering = this.requestEntry();
    this.entering = entering;
    const entry = await entering;
    if (this.stage !== 'entering') return refused(Code.enterRoomFailed, 'The room was left before it was entered.');
    if (entry.data === undefined) {
      this.release();
      return { code: entry.code, desc: entry.desc };
    }
    // Inside from here on: what the server tells next must not be missed while the answer is being applied.
    this.stage = 'inside';
    const elapsed = Math.max(1, Math.round(this.session.now() - begun));
    this.emitter.emit('entered', elapsed);
    this.arriveAmong(entry.data.users);
    this.watchQuality();
    const applied = await this.apply(entry.data.sdp);
    if (applied.code !== Code.ok) {
      this.end({ kind: 'lost', why: applied });
      return { code: applied.code, desc: applied.desc };
    }
    return done(elapsed);
  }

  /** Leaves for good. An entry under way is let happen first: a server drops one that is overtaken without a word. */
  async exit(): Promise<void> {
    const { stage } = this;
    if (stage === 'new' || stage === 'outside') return;
    this.release();
    if (stage === 'entering') await this.entering;
    await this.session.request('exitRoom', {});
  }

  private async requestEntry(): Promise<Result<EnterRoomResult>> {
    const peer = this.openPeer();
    if (!peer) return refused(Code.enterRoomFailed, 'This browser cannot make a media connection.');
    const { name, scene, userSig, privateMapKey } = this.options;
    // Wrapped, so that waiting for the offer does not wait for the answer: an early exit has to follow the entry.
    const offered = peer.offer().then((sdp) => ({
      answer: this.session.request('enterRoom', {
        ...name,
        scene,
        sdp,
        ...(userSig !== undefined && { userSig }),
        ...(privateMapKey !== undefined && { privateMapKey }),
      }),
    }));
    try {
      return await (
        await offered
      ).answer;
    } catch (error) {
      return refused(Code.enterRoomFailed, `The media connection could not be set up: ${String(error)}.`);
    }
  }

  private async apply(sdp: string): Promise<Result> {
    const { peer } = this;
    if (this.recovery?.kind === 'broken') this.advance('restartEnded');
    else this.recovery = connecting(this.session.now());
    this.rearm();
    try {
      await peer?.answer(sdp);
      return done();
    } catch (error) {
      if (this.peer !== peer) return done();
      return refused(Code.enterRoomFailed, `The server's answer cannot be used: ${String(error)}.`);
    }
  }

  private openPeer(): PeerLink | undefined {
    this.peer?.close();
    try {
      const peer = new PeerLink(this.session.iceServers, this.options.createPeer);
      peer.on('state', (state) => {
        if (this.peer === peer) this.onPeerState(state);
      });
      this.peer = peer;
      this.remote.receive(peer.received);
      for (const userId of this.users) this.remote.show(this.sends(userId));
      this.sendTracks();
      return peer;
    } catch {
      return undefined;
    }
  }

  private onPeerState(state: RTCPeerConnectionState): void {
    if (state === 'connected' || state === 'disconnected' || state === 'failed') {
      this.advance(state);
      if (state === 'connected') this.emitter.emit('connected');
    }
  }

  private sendTracks(): void {
    this.peer?.send('audio', this.media.microphone);
    this.peer?.send('camera', this.media.camera);
    this.tellFlags();
  }

  private tellFlags(): void {
    const { flags } = this.media;
    if (this.stage !== 'inside' || sameFlags(flags, this.toldFlags)) return;
    this.toldFlags = flags;
    void this.session.request('setMedia', flags);
  }

  private arriveAmong(users: readonly RoomUser[]): void {
    this.toldFlags = silence;
    this.tellFlags();
    for (const user of users.filter(({ userId }) => userId !== this.session.identity.userId)) {
      this.comes(user.userId);
      this.changes(user);
    }
  }

  private take(notice: Notice): void {
    if (this.stage !== 'inside') return;
    switch (notice.method) {
      case 'userEntered':
        return this.comes(notice.params.userId);
      case 'userLeft':
        return this.goes(notice.params.userId, notice.params.reason);
      case 'mediaChanged':
        return this.changes(notice.params);
      case 'networkQuality':
        this.said = { at: this.session.now(), quality: notice.params };
        return;
      case 'roomExited':
        return this.end({ kind: notice.params.reason === 1 ? 'kicked' : 'dissolved' });
      case 'roomLost':
        void this.reenter();
        return;
      default:
        return;
    }
  }

  private comes(userId: string): void {
    this.missing.delete(userId);
    if (this.present.has(userId)) return;
    this.present.set(userId, silence);
    this.emitter.emit('userEntered', userId);
  }

  private goes(userId: string, reason: number): void {
    this.missing.delete(userId);
    if (!this.present.has(userId)) return;
    this.changes({ userId, ...silence });
    this.present.delete(userId);
    this.emitter.emit('userLeft', userId, reason);
  }

  private changes({ userId, audio, video, screen }: UserMedia): void {
    this.comes(userId);
    const before = this.sends(userId);
    const now = { audio, video, screen };
    if (sameFlags(before, now)) return;
    this.present.set(userId, now);
    this.remote.show(now);
    this.emitter.emit('mediaChanged', userId, now, before);
  }

  private advance(event: RecoveryEvent): void {
    if (!this.recovery) return;
    const [next, effects] = recover(this.recovery, event, this.session.now(), this.options.giveUpAfter_ms);
    this.recovery = next;
    this.rearm();
    for (const effect of effects) this.carryOut(effect);
  }

  private rearm(): void {
    this.recoveryTimer();
    const at = this.recovery && recoveryWakeAt(this.recovery, this.options.giveUpAfter_ms);
    if (at !== undefined) this.recoveryTimer = this.session.clock.wake(at, () => this.advance('wake'));
  }

  private carryOut(effect: RecoveryEffect): void {
    switch (effect) {
      case 'restart':
        void this.restart();
        return;
      case 'connectionLost':
      case 'tryToReconnect':
      case 'recovered':
        return this.emitter.emit(effect);
      case 'giveUp':
        return this.end({ kind: 'lost', why: refused(Code.enterRoomFailed, 'The media connection broke.') });
    }
  }

  private async restart(): Promise<void> {
    const { peer } = this;
    if (!peer || this.restarting || this.stage !== 'inside') return;
    this.restarting = true;
    const answer = await this.negotiateRestart(peer);
    this.restarting = false;
    if (this.peer !== peer || this.stage !== 'inside') return;
    if (answer.code === Code.roomNotFound) await this.reenter();
    else this.advance('restartEnded');
  }

  private async negotiateRestart(peer: PeerLink): Promise<Result> {
    try {
      const { data, code, desc } = await this.session.request('restartIce', { sdp: await peer.restart() });
      if (data !== undefined && this.peer === peer) await peer.answer(data.sdp);
      return { code, desc };
    } catch (error) {
      return refused(Code.enterRoomFailed, String(error));
    }
  }

  /** The server has lost us: a new connection in the same room. */
  private async reenter(): Promise<void> {
    if (this.stage !== 'inside' || this.restarting) return;
    this.restarting = true;
    const entry = await this.requestEntry();
    this.restarting = false;
    if (this.stage !== 'inside') return;
    if (entry.data === undefined) {
      this.end({ kind: 'lost', why: { code: entry.code, desc: entry.desc } });
      return;
    }
    const here = new Set(entry.data.users.map(({ userId }) => userId));
    for (const userId of this.users.filter((each) => !here.has(each))) this.awaitReturn(userId);
    this.arriveAmong(entry.data.users);
    const applied = await this.apply(entry.data.sdp);
    if (applied.code !== Code.ok) this.end({ kind: 'lost', why: applied });
  }

  private awaitReturn(userId: string): void {
    this.missing.add(userId);
    const cancel = this.session.clock.wake(this.session.now() + return_ms, () => {
      if (this.missing.has(userId)) this.goes(userId, 1);
    });
    this.offs.push(cancel);
  }

  private watchQuality(): void {
    this.qualityTimer = this.session.clock.wake(this.session.now() + quality_ms, () => {
      void this.tellQuality();
    });
  }

  private async tellQuality(): Promise<void> {
    const stats = await this.peer?.stats().catch(() => undefined);
    if (this.stage !== 'inside') return;
    const said = this.said && this.session.now() - this.said.at < fresh_ms ? this.said.quality : undefined;
    if (stats) this.emitter.emit('quality', judge(said, stats, this.users, this.connected));
    this.watchQuality();
  }

  private end(end: RoomEnd): void {
    if (this.stage === 'outside') return;
    const lost = end.kind === 'lost';
    this.release();
    // The server may still hold us, and the other side wait.
    if (lost) void this.session.request('exitRoom', {});
    this.emitter.emit('ended', end);
  }

  private release(): void {
    this.stage = 'outside';
    for (const off of this.offs.splice(0)) off();
    this.recoveryTimer();
    this.qualityTimer();
    this.recovery = undefined;
    this.peer?.close();
    this.peer = undefined;
  }
}

const sameFlags = (a: MediaFlags, b: MediaFlags): boolean =>
  a.audio === b.audio && a.video === b.video && a.screen === b.screen;
