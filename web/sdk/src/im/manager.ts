// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { safely } from '../events.js';
import { bare, done, refused, type Result } from '../result.js';
import type { Platform } from '../session/platform.js';
import { acquireSession, type SharedSession } from '../session/shared.js';
import type { Session } from '../session/session.js';
import type { Method, Methods } from '../wire/frames.js';
import { version } from '../version.js';
import { Audience, type Handed } from './audience.js';
import { misfit, text, texts } from './check.js';
import type { SdkListener } from './listeners.js';
import { initParams, LogLevelEnum, tickets, withoutNull, type InitParams } from './init.js';
import { Presence, type UserStatus } from './presence.js';
import { forPeople, notLoggedIn, SignalingManager } from './signaling.js';
import { tellOf } from './telling.js';

export const LoginStatus = { logined: 1, logining: 2, logout: 3 } as const;

const legalUser = /^[\w-]{1,32}$/;

const notInitialized = refused(Code.sdkNotInitialized, 'Call initSDK first.');

/** Login, presence and signaling with the guide's names. */
export class ImManager {
  private readonly signaling = new SignalingManager();
  private readonly audience = new Audience<SdkListener>();
  private init: InitParams | undefined;
  private held: SharedSession | undefined;
  private presence: Presence | undefined;
  private busy: { readonly with: 'login' | 'logout' } | undefined;
  private offs: (() => void)[] = [];

  constructor(private readonly platform?: Platform) {
    this.signaling.attach(undefined, notInitialized);
  }

  /** Afterwards one may log in at once. */
  initSDK(params: InitParams): Promise<Result<boolean>> {
    const wrong = misfit(params, initParams);
    if (wrong) return Promise.resolve(wrong);
    if (this.init && this.init.sdkAppID !== params.sdkAppID) {
      return Promise.resolve(refused(Code.invalidParameters, 'Call unInitSDK before you use another sdkAppID.'));
    }
    this.init = withoutNull(params);
    if (params.listener) this.audience.add(params.listener);
    if (!this.session) this.signaling.attach(undefined);
    return Promise.resolve(done(true));
  }

  /** Logs out; a login under way answers 7009. Listeners are forgotten. */
  async unInitSDK(): Promise<Result> {
    if (!this.init) return notInitialized;
    await this.logout();
    this.init = undefined;
    this.audience.remove();
    this.signaling.removeSignalingListener();
    this.signaling.attach(undefined, notInitialized);
    return done();
  }

  addIMSDKListener(listener: Handed<SdkListener>): Result {
    return this.audience.add(listener);
  }

  /** Without an argument every listener is taken off, the one of initSDK too. */
  removeIMSDKListener(listener?: Handed<SdkListener> | { listener?: SdkListener | undefined }): Result {
    return this.audience.remove(listener);
  }

  /**
   * Whoever is logged in as somebody else is logged out first. An expired ticket surfaces as 6206 or 70001 unless there is
   * a `userSigProvider`: get a new one and call again. For any other code do not.
   */
  async login(params: { userID: string; userSig: string }): Promise<Result> {
    const { init, busy } = this;
    if (!init) return notInitialized;
    const wrong = misfit(params, { userID: text, userSig: text });
    if (wrong) return wrong;
    const { userID, userSig } = params;
    if (!legalUser.test(userID)) {
      return refused(Code.invalidUserId, 'userID must be 1 to 32 letters, digits, _ or -.');
    }
    if (busy?.with === 'login') return refused(Code.loginInProgress, 'A login is already under way.');
    if (busy) return refused(Code.logoutInProgress, 'A logout is under way: wait for it.');
    if (this.session?.signedIn && this.session.identity.userId === userID) {
      this.session.keepTicket(userSig);
      return done();
    }
    return this.during('login', (going) => this.logIn(init, userID, userSig, going));
  }

  /** A login under way answers 7009. */
  async logout(): Promise<Result> {
    if (!this.init) return notInitialized;
    if (this.busy?.with === 'logout') return refused(Code.inProgress, 'A logout is already under way.');
    const wasIn = this.busy !== undefined || this.session?.signedIn === true;
    await this.during('logout', () => this.letGo());
    return wasIn ? done() : notLoggedIn;
  }

  getLoginStatus(): Result<number> {
    if (!this.init) return notInitialized;
    const kind = this.session?.current.kind;
    if (this.busy?.with === 'login' || kind === 'connecting') return done(LoginStatus.logining);
    return done(this.session?.signedIn ? LoginStatus.logined : LoginStatus.logout);
  }

  /** Empty when nobody is logged in. */
  getLoginUser(): Result<string> {
    if (!this.init) return notInitialized;
    return done(this.session?.signedIn ? this.session.identity.userId : '');
  }

  /** Unix seconds by the server's clock; the page's own before the first login. */
  getServerTime(): Result<number> {
    if (!this.init) return notInitialized;
    return done(Math.floor((this.session?.serverNow() ?? Date.now()) / 1000));
  }

  getVersion(): Result<string> {
    return done(version);
  }

  /** At most 500 users. Not for deciding whether a call has failed: a lost connection takes its time to be noticed. */
  async getUserStatus(params: { userIDList: string[] }): Promise<Result<UserStatus[]>> {
    return this.withUsers(params, 1, 500, (presence, users) => presence.ask(users));
  }

  /** At most 100 users at once, and not oneself; changes come as `onUserStatusChanged`. */
  async subscribeUserStatus(params: { userIDList: string[] }): Promise<Result> {
    return this.withUsers(params, 1, 100, (presence, users) => presence.subscribe(users));
  }

  /** At most 100 users at once; an empty list means all. */
  async unsubscribeUserStatus(params: { userIDList: string[] }): Promise<Result> {
    return this.withUsers(params, 0, 100, (presence, users) => presence.unsubscribe(users));
  }

  /** The own custom status, at most 100 characters; it goes when one goes offline. */
  async setSelfStatus(params: { status: string }): Promise<Result> {
    if (!this.init) return notInitialized;
    return misfit(params, { status: text }) ?? bare(await this.ask('setSelfStatus', { customStatus: params.status }));
  }

  getSignalingManager(): SignalingManager {
    return this.signaling;
  }

  /** @internal */
  async ask<M extends Method>(method: M, params: Methods[M]['params']): Promise<Result<Methods[M]['result']>> {
    if (!this.init) return notInitialized;
    return this.session ? forPeople(await this.session.request(method, params)) : notLoggedIn;
  }

  private get session(): Session | undefined {
    return this.held?.session;
  }

  private async withUsers<T>(
    params: { userIDList: string[] },
    from: number,
    to: number,
    ask: (presence: Presence, users: readonly string[]) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    if (!this.init) return notInitialized;
    const wrong = misfit(params, { userIDList: texts(from, to) });
    if (wrong) return wrong;
    return this.presence ? forPeople(await ask(this.presence, [...new Set(params.userIDList)])) : notLoggedIn;
  }

  private async during<T>(what: 'login' | 'logout', work: (going: () => boolean) => Promise<T>): Promise<T> {
    const mine = (this.busy = { with: what });
    try {
      return await work(() => this.busy === mine);
    } finally {
      if (this.busy === mine) this.busy = undefined;
    }
  }

  private async logIn(init: InitParams, userId: string, userSig: string, going: () => boolean): Promise<Result> {
    if (this.session?.identity.userId !== userId) await this.letGo();
    if (!going()) return refused(Code.loginInterrupted, 'The login was called off.');
    // Taken before the last hold goes, so that a session whose ticket expired goes on from what it knows.
    const last = this.held;
    this.detach();
    const held = acquireSession({
      server: init.server,
      sdkAppId: init.sdkAppID,
      userId,
      userSigProvider: tickets(init, userId, userSig),
      renewable: init.userSigProvider !== undefined,
      deviceName: init.deviceName,
      platform: this.platform,
      onGarbage: (why) => this.log(LogLevelEnum.LOG_WARN, `A frame of the server was dropped: ${why}`),
    });
    const wasOnline = held.session.online;
    this.adopt(held);
    void last?.release();
    const answer = forPeople(await held.signedIn);
    if (this.held !== held) return answer;
    if (answer.code !== Code.ok) await this.letGo();
    else if (wasOnline) await this.ringAgain(held.session);
    return answer;
  }

  private async letGo(): Promise<void> {
    const { held } = this;
    this.adopt(undefined);
    await held?.release();
  }

  private adopt(held: SharedSession | undefined): void {
    this.detach();
    this.held = held;
    this.signaling.attach(held?.session);
    if (!held) return;
    const { session } = held;
    const presence = new Presence(session, (all) => this.audience.tell((each) => each.onUserStatusChanged?.(all)));
    this.presence = presence;
    this.offs = [
      () => presence.close(),
      session.on('state', ({ kind }) => this.log(LogLevelEnum.LOG_INFO, `The session is ${kind}.`)),
      session.on('attemptFailed', ({ code, desc }) =>
        this.log(LogLevelEnum.LOG_WARN, `Connecting failed: ${code} ${desc}`),
      ),
      tellOf(session, this.audience),
      session.on('notice', ({ method }) => {
        if (method === 'kickedOffline') void this.letGo();
      }),
    ];
  }

  private detach(): void {
    for (const off of this.offs.splice(0)) off();
    this.presence = undefined;
  }

  /** What rang in a session before this login joined it has not been told to anybody here. */
  private async ringAgain(session: Session): Promise<void> {
    for (const inviteId of session.ringing) {
      const { data } = await session.request('getInvitation', { inviteId });
      if (data?.state !== 'ringing' || !data.inviteeList.includes(session.identity.userId)) continue;
      if (this.session === session) this.signaling.tell({ method: 'newInvitation', params: data });
    }
  }

  private log(level: number, content: string): void {
    const { loglevel = LogLevelEnum.LOG_ALL, onLog } = this.init ?? {};
    if (level >= loglevel) safely(() => onLog?.(level, content));
  }
}
