// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { bare, done, refused, type Result } from '../result.js';
import type { Session } from '../session/session.js';
import type { Notice } from '../session/state.js';
import type { Invitation, Method, Methods } from '../wire/frames.js';
import { Audience, type Handed } from './audience.js';
import { latestStep, readCarrier, type SignalingInfo } from './carrier.js';
import { bytesIn, flag, integer, misfit, optional, someText, text, texts, type Kind } from './check.js';
import type { SignalingListener } from './listeners.js';
import { offlinePush, type OfflinePushInfo } from './offline-push.js';
import { hand } from './telling.js';

export interface InviteParams {
  invitee: string;
  data: string;
  /** Seconds, 30 by default; 0 rings until somebody answers. */
  timeout?: number;
  onlineUserOnly?: boolean;
  offlinePushInfo?: OfflinePushInfo;
  /** A UUID of the caller's own making; made here when absent. */
  inviteID?: string;
}

export interface InviteInGroupParams {
  groupID: string;
  inviteeList: string[];
  data: string;
  timeout?: number;
  onlineUserOnly?: boolean;
}

export interface AnswerParams {
  inviteID: string;
  data?: string;
}

export const notLoggedIn = refused(Code.notLoggedIn, 'You are not signed in.');

/** Of the wire. */
const longestRing_s = 86_400;
const largestData_bytes = 12_288;
const legalId = /^[\w-]{1,64}$/;
const legalUser = /^[\w-]{1,32}$/;

const invitation: Readonly<Record<string, Kind>> = {
  data: text,
  timeout: optional(integer(0, longestRing_s)),
  onlineUserOnly: optional(flag),
};

const id: Kind = {
  fits: (value) => typeof value === 'string' && legalId.test(value),
  is: 'made of 1 to 64 letters, digits, _ or -',
};

/** Invitations and their answers. Holds no state of its own: the session knows what rings. */
export class SignalingManager {
  private readonly audience = new Audience<SignalingListener>();
  private session: Session | undefined;
  private lack: Result<never> = notLoggedIn;
  private off: () => void = () => {};

  constructor(session?: Session) {
    this.attach(session);
  }

  /** @internal `lack` is the answer to everything while there is no session. */
  attach(session: Session | undefined, lack: Result<never> = notLoggedIn): void {
    this.off();
    this.session = session;
    this.lack = lack;
    this.off = session?.on('notice', (notice) => this.tell(notice)) ?? (() => {});
  }

  /** Listeners are called in the order they were added; the same one twice counts once. Add them before the login. */
  addSignalingListener(listener: Handed<SignalingListener>): Result {
    return this.audience.add(listener);
  }

  /** Without an argument every listener is taken off. */
  removeSignalingListener(listener?: Handed<SignalingListener> | { listener?: SignalingListener | undefined }): Result {
    return this.audience.remove(listener);
  }

  /**
   * The data is the id of the invitation, also when the code is not 0. It may be another than asked for when both sides
   * call each other; it is empty when the parameters are not what they have to be.
   */
  async invite(params: InviteParams): Promise<Result<string>> {
    const wrong = this.unfit(params, {
      ...invitation,
      invitee: someText,
      offlinePushInfo: optional(offlinePush),
      inviteID: optional(id),
    });
    if (wrong) return { ...wrong, data: '' };
    const { invitee, data, offlinePushInfo } = params;
    const inviteId = params.inviteID ?? crypto.randomUUID();
    if (!legalUser.test(invitee)) {
      return { ...(this.absent ?? refused(Code.unknownUser, 'There is no user with such an id.')), data: inviteId };
    }
    const answer = await this.ask('invite', {
      invitee,
      data,
      timeout: params.timeout ?? 30,
      onlineUserOnly: params.onlineUserOnly ?? false,
      inviteId,
      ...(offlinePushInfo && { offlinePushInfo }),
    });
    return { code: answer.code, desc: answer.desc, data: answer.data?.inviteId ?? inviteId };
  }

  /** Duet calls are one-to-one: refused with 7013, or with 6017 when nobody is invited. */
  async inviteInGroup(params: InviteInGroupParams): Promise<Result<string>> {
    const wrong = this.unfit(params, { ...invitation, groupID: text, inviteeList: texts(1, Infinity) });
    const refusal =
      wrong ?? refused(Code.notSupportedHere, 'Duet calls are one-to-one: invite each person with `invite` instead.');
    return { ...refusal, data: '' };
  }

  cancel(params: AnswerParams): Promise<Result> {
    return this.answer('cancel', params, optional(text));
  }

  accept(params: AnswerParams): Promise<Result> {
    return this.answer('accept', params, optional(text));
  }

  reject(params: AnswerParams): Promise<Result> {
    return this.answer('reject', params, optional(text));
  }

  /** Replaces the data of an own invitation while it rings. */
  modifyInvitation(params: { inviteID: string; data: string }): Promise<Result> {
    return this.answer('modifyInvitation', params, text);
  }

  /** An invitation as the server has it now, also one that ended in the last minute. */
  async getInvitation(params: { inviteID: string }): Promise<Result<Invitation>> {
    const wrong = this.unfit(params, { inviteID: text });
    return wrong ?? this.find(params.inviteID);
  }

  /**
   * The step that a message carries, given as the message's object or JSON; given an inviteID, or `{ msgID }` with one,
   * the latest step of that invitation. No data: the message is not signaling.
   */
  async getSignalingInfo(message: string | object): Promise<Result<SignalingInfo>> {
    const named = typeof message === 'object' && message !== null && 'msgID' in message ? message.msgID : message;
    const wrong = this.unfit({ message: named }, { message: { fits: isMessage, is: 'an inviteID or a message' } });
    if (wrong) return wrong;
    if (typeof named !== 'string' || !legalId.test(named)) {
      const info = readCarrier(named);
      return info ? done(info) : { code: Code.ok, desc: 'This is not signaling.' };
    }
    const { code, desc, data } = await this.find(named);
    return data ? done(latestStep(data)) : { code, desc };
  }

  /** Takes in an invitation that was learned elsewhere, as from a push; it rings here if it still rings anywhere. */
  async addInvitedSignaling(params: { info: SignalingInfo } | SignalingInfo): Promise<Result> {
    const info: unknown = typeof params === 'object' && params !== null && 'info' in params ? params.info : params;
    const wrong = this.unfit(info, { inviteID: someText });
    if (wrong) return wrong;
    const { session } = this;
    const { inviteID } = info as SignalingInfo;
    const known = refused(Code.alreadyExists, 'This invitation is known already.');
    if (session?.knows(inviteID)) return known;
    const { code, desc, data } = await this.find(inviteID);
    if (!session || !data) return { code, desc };
    if (!data.inviteeList.includes(session.identity.userId)) {
      return refused(Code.noPermission, 'This invitation is for somebody else.');
    }
    if (data.state === 'ended') return refused(Code.invalidInviteId, 'This invitation has already ended.');
    if (session.knows(inviteID)) return known;
    session.hear(data);
    return done();
  }

  private async answer(
    method: 'cancel' | 'accept' | 'reject' | 'modifyInvitation',
    params: AnswerParams,
    data: Kind,
  ): Promise<Result> {
    const wrong = this.unfit(params, { inviteID: text, data });
    if (wrong) return wrong;
    if (!legalId.test(params.inviteID)) return this.absent ?? noSuch;
    return bare(await this.ask(method, { inviteId: params.inviteID, data: params.data ?? '' }));
  }

  private async find(inviteId: string): Promise<Result<Invitation>> {
    if (!legalId.test(inviteId)) return this.absent ?? noSuch;
    return this.ask('getInvitation', { inviteId });
  }

  private async ask<M extends Method>(method: M, params: Methods[M]['params']): Promise<Result<Methods[M]['result']>> {
    return this.session ? forPeople(await this.session.request(method, params)) : this.lack;
  }

  private get absent(): Result<never> | undefined {
    if (!this.session) return this.lack;
    return this.session.signedIn ? undefined : notLoggedIn;
  }

  private unfit(params: unknown, kinds: Readonly<Record<string, Kind>>): Result<never> | undefined {
    if (this.lack.code === Code.sdkNotInitialized) return this.lack;
    return misfit(params, kinds) ?? tooLarge(params as { data?: unknown });
  }

  /** @internal */
  tell(notice: Notice): void {
    this.audience.tell((listener) => hand(notice, listener));
  }
}

const isMessage = (value: unknown): boolean =>
  (typeof value === 'string' && value !== '') || (typeof value === 'object' && value !== null);

const noSuch = refused(Code.invalidInviteId, 'The invitation is unknown or has already ended.');

const tooLarge = ({ data }: { data?: unknown }): Result<never> | undefined =>
  typeof data === 'string' && bytesIn(data) > largestData_bytes
    ? refused(Code.dataTooLarge, `data must be at most ${largestData_bytes} bytes.`)
    : undefined;

/** The wire's own numbers, as the guide has them. */
const guides = new Map<number, number>([
  [Code.wrongParams, Code.invalidParameters],
  [Code.noSuchMethod, Code.notSupportedHere],
]);

export const forPeople = <T>(result: Result<T>): Result<T> => ({
  ...result,
  code: guides.get(result.code) ?? result.code,
});
