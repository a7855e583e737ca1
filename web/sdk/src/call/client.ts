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

/** One signed-in user on one server, and the call this user is in. */
export class DuetClient {
  private readonly emitter = new Emitter<ClientEvents>();
  private readonly session: Session;
  private readonly tools: CallTools;
  private current: LiveCall | undefined;

  /** Invitations at their own level, for what is not a call. */
  readonly signaling: SignalingManager;

  constructor(options: DuetClientOptions);
  /** @internal */
  constructor(options: DuetClientOptions, surroundings: Surroundings);
  constructor(options: DuetClientOptions, { platform, createMedia, createPeer }: Surroundings = {}) {
    const { sdkAppId, userId, userSigProvider, deviceName = '', deviceId = tabDeviceId() } = options;
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
      ...(createPeer && { createPeer }),
    };
    this.session.on('state', (state) => this.moved(state));
    this.session.on('notice', (notice) => this.take(notice));
  }

  get connection(): ConnectionState {
    return connections[this.session.current.kind];
  }

  /** The call that rings or is talked in; undefined once it has ended. */
  get currentCall(): Call | undefined {
    return this.current;
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
    await this.current?.hangUp();
    void this.session.signOut();
  }

  /**
   * Calls somebody; rings at once, and whatever fails ends the call with a reason. `timeout` in seconds, 30 by default.
   * Calling who is calling at this moment answers that call.
   */
  call(userId: string, media: CallMedia, { timeout = 30 }: { timeout?: number } = {}): Call {
    const { current } = this;
    if (current?.direction === 'incoming' && current.peer === userId && current.state.kind === 'ringing') {
      void current.accept();
      return current;
    }
    const roomId = crypto.randomUUID();
    const call = new LiveCall(this.tools, { direction: 'outgoing', peer: userId, media, roomId, timeout });
    if (current) call.refuse();
    else this.adopt(call);
    return call;
  }

  private adopt(call: LiveCall): void {
    this.current = call;
    const off = call.on('change', () => {
      if (call.state.kind !== 'ended') return;
      off();
      if (this.current === call) this.current = undefined;
    });
    call.begin();
  }

  private moved(state: SessionState): void {
    this.emitter.emit('connection', connections[state.kind]);
    if (state.kind === 'kicked') {
      this.current?.sessionEnded('server');
      this.emitter.emit('kicked', state.reason);
    }
    if (state.kind === 'signedOut') this.current?.sessionEnded(state.why.code === Code.ok ? 'local' : 'server');
  }

  private take(notice: Notice): void {
    if (notice.method === 'newInvitation') this.invited(notice.params);
    else this.current?.take(notice);
  }

  private invited(invitation: Invitation): void {
    const offer = readOffer(invitation.data);
    if (!offer || invitation.inviter === this.session.identity.userId) return;
    if (this.current) this.whileBusy(this.current, invitation, offer);
    else this.ring(invitation, offer);
  }

  private ring({ inviter, inviteId, deadline, timeout }: Invitation, offer: CallOffer): void {
    const call = new LiveCall(this.tools, {
      direction: 'incoming',
      peer: inviter,
      offer,
      inviteId,
      deadline: timeout === 0 ? Infinity : deadline,
    });
    this.adopt(call);
    this.emitter.emit('incoming', call);
  }

  /** Whoever calls while we call them is met by the server, which makes one call of both; anybody else hears busy. */
  private whileBusy(current: LiveCall, { inviter, inviteId }: Invitation, offer: CallOffer): void {
    const calling = current.state.kind === 'inviting' || current.state.kind === 'ringing';
    if (current.direction === 'outgoing' && current.peer === inviter && calling) {
      current.crossedBy(inviteId, offer);
      return;
    }
    void this.signaling.reject({ inviteID: inviteId, data: rejectData(offer.media, 'busy') });
  }

  /** The page goes away: the other side should not have to find out by itself. What rings here rings elsewhere too. */
  private readonly leave = ({ persisted }: PageTransitionEvent): void => {
    const { current } = this;
    if (persisted || !current || (current.direction === 'incoming' && current.state.kind === 'ringing')) return;
    void current.hangUp();
  };
}
