// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { safely } from '../events.js';
import { done, refused, type Result } from '../result.js';
import { RtcCloud } from '../rtc/cloud.js';
import { deviceLabel, socketUrl, tabDeviceId } from '../session/address.js';
import type { Platform } from '../session/platform.js';
import { Session } from '../session/session.js';
import type { Notice, SessionState } from '../session/state.js';
import type { SdkListener } from './listeners.js';
import { SignalingManager } from './signaling.js';

export interface InitParams {
  sdkAppID: number;
  listener?: SdkListener;
  loglevel?: number;
  /** Origin of the server; the page's own by default. */
  server?: string;
  deviceName?: string;
}

export const LoginStatus = { logined: 1, logining: 2, logout: 3 } as const;

/** Login and signaling with the guide's names. */
export class ImManager {
  private init: InitParams | undefined;
  private session: Session | undefined;
  private readonly signaling = new SignalingManager();
  private offs: (() => void)[] = [];

  constructor(private readonly platform?: Platform) {}

  initSDK(params: InitParams): Promise<Result<boolean>> {
    if (!Number.isSafeInteger(params.sdkAppID) || params.sdkAppID <= 0) {
      return Promise.resolve(refused(Code.invalidParameters, 'sdkAppID must be a positive integer.'));
    }
    this.init = params;
    return Promise.resolve(done(true));
  }

  async unInitSDK(): Promise<Result> {
    await this.logout();
    this.init = undefined;
    return done();
  }

  /** A ticket that has expired surfaces as 6206 or 70001: get a new one and call again. */
  async login({ userID, userSig }: { userID: string; userSig: string }): Promise<Result> {
    if (!this.init) return refused(Code.sdkNotInitialized, 'Call initSDK first.');
    const status = this.getLoginStatus().data;
    if (status === LoginStatus.logining) return refused(Code.loginInProgress, 'A login is already under way.');
    if (status === LoginStatus.logined) {
      if (this.session?.identity.userId === userID) return done();
      await this.logout();
    }
    const { sdkAppID, server, deviceName = '' } = this.init;
    const session = new Session({
      url: socketUrl(server),
      identity: {
        sdkAppId: sdkAppID,
        userId: userID,
        device: { id: tabDeviceId(), platform: 'web', name: deviceLabel(deviceName) },
      },
      userSigProvider: () => Promise.resolve(userSig),
      renewable: false,
      ...(this.platform && { platform: this.platform }),
    });
    this.adopt(session);
    const { code, desc } = await session.signIn();
    return { code, desc };
  }

  logout(): Promise<Result> {
    void this.session?.signOut();
    this.adopt(undefined);
    return Promise.resolve(done());
  }

  getLoginStatus(): Result<number> {
    const kind = this.session?.current.kind ?? 'signedOut';
    if (kind === 'online' || kind === 'resuming') return done(LoginStatus.logined);
    return done(kind === 'connecting' ? LoginStatus.logining : LoginStatus.logout);
  }

  /** Unix seconds by the server's clock; the page's own before the first login. */
  getServerTime(): Result<number> {
    return done(Math.floor((this.session?.serverNow() ?? Date.now()) / 1000));
  }

  getSignalingManager(): SignalingManager {
    return this.signaling;
  }

  /** Rooms over this login; undefined when there is none. */
  createRtcCloud(): RtcCloud | undefined {
    return this.session && new RtcCloud(this.session);
  }

  private adopt(session: Session | undefined): void {
    for (const off of this.offs.splice(0)) off();
    this.session = session;
    this.signaling.attach(session);
    if (!session) return;
    this.offs = [
      session.on('state', (state) => this.tellState(state)),
      session.on('notice', (notice) => this.tellNotice(notice)),
    ];
  }

  private tellState(state: SessionState): void {
    const listener = this.init?.listener;
    safely(() => {
      if (state.kind === 'connecting' || state.kind === 'resuming') listener?.onConnecting?.();
      if (state.kind === 'online') listener?.onConnectSuccess?.();
      if (state.kind === 'signedOut' && state.why.code !== Code.ok) {
        listener?.onConnectFailed?.(state.why.code, state.why.desc);
      }
    });
  }

  private tellNotice({ method }: Notice): void {
    const listener = this.init?.listener;
    if (method === 'kickedOffline') safely(() => listener?.onKickedOffline?.());
    if (method === 'userSigExpired') safely(() => listener?.onUserSigExpired?.());
  }
}
