// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { Emitter } from '../events.js';
import { SignalingManager } from '../im/signaling.js';
import { LocalMedia } from '../media/local.js';
import type { PeerFactory } from '../media/peer.js';
import { done, refused, type Result } from '../result.js';
import { deviceLabel, socketUrl, tabDeviceId } from '../session/address.js';
import type { Platform } from '../session/platform.js';
import { Session } from '../session/session.js';
import type { Notice, SessionState } from '../session/state.js';
import type { Invitation } from '../wire/frames.js';
import { Calls } from './calls.js';
import { LiveCall, type CallTools } from './live.js';
import { readOffer, rejectData, type CallOffer } from './data.js';
import type { Call, CallMedia, ConnectionState, DuetClientOptions, LoginInfo } from './types.js';

/** What a test puts in place of the browser. */
export interface Surroundings {
  readonly platform?: Platform;
  readonly createMedia?: () => LocalMedia;
  readonly createPeer?: PeerFactory;
}

export interface ClientEvents {
  connection: (state: ConnectionState) => void;
  /** Somebody calls; the call rings until it is answered, declined, or over. */
  incoming: (call: Call) => void;
  /** Somebody calls during a call, with `callWaiting`: to be answered by `accept`, or declined by `reject('busy')`. */
  waiting: (call: Call) => void;
  /** A call came, went, or changed places with another: these are the ones that have not ended. */
  calls: (calls: readonly Call[]) => void;
  /** Signed in elsewhere, or put out by the server; there is no way back but a new `login`. */
  kicked: (reason: string) => void;
}

const connections: Record<SessionState['kind'], ConnectionState> = {
  signedOut: 'offline',
  connecting: 'connecting',
  online: 'online',
  resuming: 'reconnecting',
  kicked: 'kicked',
};

/** One signed-in user on one server, and the calls this user is in. */
export class DuetClient {
  private readonly emitter = new Emitter<ClientEvents>();
  private readonly session: Session;
  private readonly tools: CallTools;
  private readonly all = new Calls(() => this.emitter.emit('calls', this.calls));

  /** Invitations at their own level, for what is not a call. */
  readonly signaling: SignalingManager;

  /** See the option of this name; it may be changed at any time. */
  callWaiting: boolean;

  constructor(options: DuetClientOptions);
  /** @internal */
  constructor(options: DuetClientOptions, surroundings: Surroundings);
  constructor(options: DuetClientOptions, { platform, createMedia, createPeer }: Surroundings = {}) {
    const { sdkAppId, userId, userSigProvider, deviceName = '', deviceId = tabDeviceId() } = options;
    this.callWaiting = options.callWaiting ?? false;
    this.session = new Session({
      url: socketUrl(options.server),
      identity: { sdkAppId, userId, device: { id: deviceId, platform: 'web', name: deviceLabel(deviceName) } },
      userSigProvider,
      ...(platform && { platform }),
      ...(options.onGarbage && { onGarbage: options.onGarbage }),
    });
    this.signaling = new SignalingManager(this.session);
    this.tools = {
      session: this.session,
      signaling: this.signaling,
      createMedia: createMedia ?? (() => new LocalMedia()),
      clearLine: (next, meanwhile) => this.all.clear(next, meanwhile),
      inProgress: (next) => this.all.besides(next),
      ...(createPeer && { createPeer }),
    };
    this.session.on('state', (state) => this.moved(state));
    this.session.on('notice', (notice) => this.take(notice));
  }

  get connection(): ConnectionState {
    return connections[this.session.current.kind];
  }

  /** Every call that has not ended, the oldest first. */
  get calls(): readonly Call[] {
    return this.all.list;
  }

  /** The call that rings or is talked in, or the one on hold when there is no other; undefined once it has ended. */
  get currentCall(): Call | undefined {
    return this.all.active ?? this.all.held;
  }

  /** The call that was put on hold here. */
  get heldCall(): Call | undefined {
    return this.all.held;
  }

  /** The call that rings while another is in progress; see `callWaiting`. */
  get waitingCall(): Call | undefined {
    return this.all.waiting;
  }

  /** Returns the function that takes the listener off again. */
  on<E extends keyof ClientEvents>(event: E, listener: ClientEvents[E]): () => void {
    return this.emitter.on(event, listener);
  }

  async login(): Promise<Result<LoginInfo>> {
    const { code, desc, data } = await this.session.signIn();
    if (data === undefined) return refused(code, desc);
    window.addEventListener('pagehide', this.leave);
    return done({ userId: this.session.identity.userId, loginId: data.loginId, serverTime: data.serverTime });
  }

  async logout(): Promise<void> {
    window.removeEventListener('pagehide', this.leave);
    await Promise.all(this.calls.map((call) => call.hangUp()));
    void this.session.signOut();
  }

  /**
   * Calls somebody; rings at once, and whatever fails ends the call with a reason. `timeout` in seconds, 30 by default.
   * Calling who is calling at this moment answers that call.
   */
  call(userId: string, media: CallMedia, { timeout = 30 }: { timeout?: number } = {}): Call {
    const { active } = this.all;
    if (active?.direction === 'incoming' && active.peer === userId && active.state.kind === 'ringing') {
      void active.accept();
      return active;
    }
    const offer = { media, room: { strRoomId: crypto.randomUUID() } };
    const call = new LiveCall(this.tools, { direction: 'outgoing', peer: userId, offer, timeout });
    if (active) call.refuse();
    else this.adopt(call);
    return call;
  }

  private adopt(call: LiveCall): void {
    this.all.add(call);
    call.begin();
  }

  private moved(state: SessionState): void {
    this.emitter.emit('connection', connections[state.kind]);
    if (state.kind === 'kicked') {
      this.end('server');
      this.emitter.emit('kicked', state.reason);
    }
    if (state.kind === 'signedOut') this.end(state.why.code === Code.ok ? 'local' : 'server');
  }

  private end(by: 'local' | 'server'): void {
    for (const call of this.all.list) call.sessionEnded(by);
  }

  private take(notice: Notice): void {
    if (notice.method === 'newInvitation') this.invited(notice.params);
    else for (const call of this.all.list) call.take(notice);
  }

  private invited(invitation: Invitation): void {
    const offer = readOffer(invitation.data);
    if (!offer || invitation.inviter === this.session.identity.userId) return;
    const { active } = this.all;
    if (active) this.whileBusy(active, invitation, offer);
    else this.ring(invitation, offer, 'incoming');
  }

  private ring(invitation: Invitation, offer: CallOffer, event: 'incoming' | 'waiting'): void {
    const { inviter, inviteId, deadline, timeout } = invitation;
    const call = new LiveCall(this.tools, {
      direction: 'incoming',
      peer: inviter,
      offer,
      inviteId,
      deadline: timeout === 0 ? Infinity : deadline,
      waits: event === 'waiting',
    });
    this.adopt(call);
    this.emitter.emit(event, call);
  }

  /** Whoever calls while we call them is met by the server, which makes one call of both; anybody else waits, or hears busy. */
  private whileBusy(active: LiveCall, invitation: Invitation, offer: CallOffer): void {
    const { inviter, inviteId } = invitation;
    const { kind } = active.state;
    const calling = kind === 'inviting' || kind === 'ringing';
    if (active.direction === 'outgoing' && active.peer === inviter && calling) {
      active.crossedBy(inviteId, offer);
      return;
    }
    if (this.callWaiting && !calling && !this.all.waiting) return this.ring(invitation, offer, 'waiting');
    void this.signaling.reject({ inviteID: inviteId, data: rejectData(offer.media, 'busy') });
  }

  /** The page goes away: the other side should not have to find out by itself. What rings here rings elsewhere too. */
  private readonly leave = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) return;
    for (const call of this.calls) {
      if (call.direction !== 'incoming' || call.state.kind !== 'ringing') void call.hangUp();
    }
  };
}
