// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import { Emitter } from '../../events.js';
import { PeerLink, type PeerFactory, type Pictures } from '../../media/peer.js';
import { broken, done, refused, type Result } from '../../result.js';
import type { Session } from '../../session/session.js';
import { atRest, look, look_ms, signsOfLife } from './pulse.js';
import {
  connecting,
  recover,
  recoveryWakeAt,
  type Recovery,
  type RecoveryEffect,
  type RecoveryEvent,
} from './recovery.js';

export interface PathOptions {
  /** How long a broken media connection is repaired before it is given up. */
  readonly giveUpAfter_ms: number;
  readonly createPeer?: PeerFactory;
  readonly pictures?: Pictures;
  /** Has a look at each connection before it makes its offer. */
  readonly prepare?: (peer: PeerLink) => void;
}

interface PathEvents {
  /** There is a new connection; its offer is about to be made. */
  opened: (peer: PeerLink) => void;
  /** Media flows, for the first time or again. */
  connected: () => void;
  connectionLost: () => void;
  tryToReconnect: () => void;
  recovered: () => void;
  /** Nothing is being negotiated any more. */
  settled: () => void;
  /** The server knows nothing of this connection any more. */
  forgotten: () => void;
  gaveUp: (why: Result) => void;
}

/** The media connection of a stay in a room: opened, watched, and repaired by ICE restarts. */
export class MediaPath extends Emitter<PathEvents> {
  private peer: PeerLink | undefined;
  private recovery: Recovery | undefined;
  private timer: () => void = () => {};
  private pulse = atRest(0);
  private unwatch: () => void = () => {};
  /** A negotiation is under way. */
  private busy = false;

  constructor(
    private readonly session: Session,
    private readonly options: PathOptions,
  ) {
    super();
  }

  get link(): PeerLink | undefined {
    return this.peer;
  }

  get connected(): boolean {
    return this.recovery?.kind === 'connected';
  }

  get negotiating(): boolean {
    return this.busy;
  }

  /** Opens a connection in place of the one there was; `ask` takes its offer to the server. */
  open<T>(ask: (sdp: string) => Promise<Result<T>>): Promise<Result<T>> {
    return this.negotiate(async () => {
      const peer = this.create();
      this.take(peer);
      const sdp = await peer.offer();
      if (this.peer !== peer) return refused(Code.enterRoomFailed, 'The room was left before it was entered.');
      return ask(sdp);
    });
  }

  /** As `open`, but what there is goes on until the server has taken the new one, and for good when it does not. */
  async replace<T>(ask: (sdp: string) => Promise<Result<T>>): Promise<Result<T>> {
    const former = this.peer;
    const peer = this.create();
    const answer = await this.negotiate(async () => ask(await peer.offer()));
    if (answer.data !== undefined && this.peer === former) this.take(peer);
    else peer.close();
    if (this.peer === former && this.recovery?.kind === 'broken') this.feed('restartEnded');
    return answer;
  }

  private async negotiate<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    this.busy = true;
    try {
      return await work();
    } catch (error) {
      return broken(Code.enterRoomFailed, 'Setting up the media connection', error);
    } finally {
      this.settle();
    }
  }

  private settle(): void {
    this.busy = false;
    this.emit('settled');
  }

  private create(): PeerLink {
    const peer = new PeerLink(this.session.iceServers, this.options.createPeer, this.options.pictures);
    peer.on('state', (state) => {
      if (this.peer === peer) this.onState(state);
    });
    this.options.prepare?.(peer);
    return peer;
  }

  private take(peer: PeerLink): void {
    this.unwatch();
    this.peer?.close();
    this.peer = peer;
    this.pulse = atRest(this.session.now());
    this.emit('opened', peer);
  }

  /** Takes the server's answer; from here on the connection is expected to come up. */
  async answer(sdp: string): Promise<Result> {
    const { peer } = this;
    if (this.recovery?.kind === 'broken') this.feed('restartEnded');
    else this.recovery = connecting(this.session.now());
    this.rearm();
    try {
      await peer?.answer(sdp);
      return done();
    } catch (error) {
      if (this.peer !== peer) return done();
      return broken(Code.enterRoomFailed, "Using the server's answer", error);
    }
  }

  networkChanged(): void {
    this.feed('networkChanged');
  }

  close(): void {
    this.timer();
    this.unwatch();
    this.recovery = undefined;
    this.peer?.close();
    this.peer = undefined;
  }

  private onState(state: RTCPeerConnectionState): void {
    if (state !== 'connected' && state !== 'disconnected' && state !== 'failed') return;
    this.feed(state);
    if (state !== 'connected') return;
    this.emit('connected');
    this.watch();
  }

  /** A browser takes its time to see that its address is gone; what does not arrive any more tells sooner. */
  private watch(): void {
    const { clock } = this.session;
    this.unwatch();
    this.unwatch = clock.wake(clock.now() + look_ms, () => void this.feel());
  }

  private async feel(): Promise<void> {
    const { peer } = this;
    const report = await peer?.report().catch(() => undefined);
    if (!report || this.peer !== peer) return;
    const { pulse, stopped } = look(this.pulse, signsOfLife(report), this.session.now());
    const heard = pulse.heard !== this.pulse.heard;
    this.pulse = pulse;
    if (stopped) {
      this.session.probe();
      this.feed('failed');
    }
    // The browser has noticed nothing, neither that it broke nor that it is mended.
    if (heard && peer?.connected && this.recovery?.kind === 'broken') this.onState('connected');
    this.watch();
  }

  private feed(event: RecoveryEvent): void {
    if (!this.recovery) return;
    const [next, effects] = recover(this.recovery, event, this.session.now(), this.options.giveUpAfter_ms);
    this.recovery = next;
    this.rearm();
    for (const effect of effects) this.carryOut(effect);
  }

  private rearm(): void {
    this.timer();
    const at = this.recovery && recoveryWakeAt(this.recovery, this.options.giveUpAfter_ms);
    if (at !== undefined) this.timer = this.session.clock.wake(at, () => this.feed('wake'));
  }

  private carryOut(effect: RecoveryEffect): void {
    switch (effect) {
      case 'restart':
        void this.restart();
        return;
      case 'connectionLost':
      case 'tryToReconnect':
      case 'recovered':
        return this.emit(effect);
      case 'giveUp':
        return this.emit('gaveUp', refused(Code.enterRoomFailed, 'The media connection broke.'));
    }
  }

  private async restart(): Promise<void> {
    const { peer } = this;
    if (!peer || this.busy) return;
    this.busy = true;
    const answer = await this.negotiateRestart(peer);
    this.settle();
    if (this.peer !== peer) return;
    if (answer.code === Code.roomNotFound) this.emit('forgotten');
    else this.feed('restartEnded');
  }

  private async negotiateRestart(peer: PeerLink): Promise<Result> {
    try {
      const { data, code, desc } = await this.session.request('restartIce', { sdp: await peer.restart() });
      if (data !== undefined && this.peer === peer) await peer.answer(data.sdp);
      return { code, desc };
    } catch (error) {
      return broken(Code.enterRoomFailed, 'Restarting the media connection', error);
    }
  }
}
