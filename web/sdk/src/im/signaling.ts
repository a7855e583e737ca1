// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { safely } from '../events.js';
import { refused, type Result } from '../result.js';
import type { Session } from '../session/session.js';
import type { Notice } from '../session/state.js';
import type { Invitation } from '../wire/frames.js';
import type { OfflinePushInfo, SignalingListener } from './listeners.js';

export interface InviteParams {
  invitee: string;
  data: string;
  /** Seconds; 0 rings until somebody answers. */
  timeout?: number;
  onlineUserOnly?: boolean;
  offlinePushInfo?: OfflinePushInfo;
  /** A UUID of the caller's own making; made here when absent. */
  inviteID?: string;
}

export interface AnswerParams {
  inviteID: string;
  data?: string;
}

const notLoggedIn = refused(Code.notLoggedIn, 'You are not signed in.');

/** Invitations and their answers. Holds no state of its own: the session knows what rings. */
export class SignalingManager {
  private readonly listeners = new Set<SignalingListener>();
  private session: Session | undefined;
  private off: () => void = () => {};

  constructor(session?: Session) {
    this.attach(session);
  }

  /** @internal */
  attach(session: Session | undefined): void {
    this.off();
    this.session = session;
    this.off = session?.on('notice', (notice) => this.tell(notice)) ?? (() => {});
  }

  addSignalingListener({ listener }: { listener: SignalingListener }): void {
    this.listeners.add(listener);
  }

  /** Without an argument every listener is taken off. */
  removeSignalingListener({ listener }: { listener?: SignalingListener } = {}): void {
    if (listener) this.listeners.delete(listener);
    else this.listeners.clear();
  }

  /** The data is the id of the invitation, which may be another than asked for when both sides call each other. */
  async invite(params: InviteParams): Promise<Result<string>> {
    const { invitee, data, timeout = 30, onlineUserOnly = false, offlinePushInfo } = params;
    const inviteId = params.inviteID ?? crypto.randomUUID();
    const answer = await this.session?.request('invite', {
      invitee,
      data,
      timeout,
      onlineUserOnly,
      inviteId,
      ...(offlinePushInfo && { offlinePushInfo }),
    });
    if (!answer) return notLoggedIn;
    return { code: answer.code, desc: answer.desc, data: answer.data?.inviteId ?? inviteId };
  }

  cancel(params: AnswerParams): Promise<Result> {
    return this.answer('cancel', params);
  }

  accept(params: AnswerParams): Promise<Result> {
    return this.answer('accept', params);
  }

  reject(params: AnswerParams): Promise<Result> {
    return this.answer('reject', params);
  }

  modifyInvitation(params: { inviteID: string; data: string }): Promise<Result> {
    return this.answer('modifyInvitation', params);
  }

  /** An invitation as the server has it now, also one that ended in the last minute. */
  async getInvitation({ inviteID }: { inviteID: string }): Promise<Result<Invitation>> {
    return (await this.session?.request('getInvitation', { inviteId: inviteID })) ?? notLoggedIn;
  }

  private async answer(
    method: 'cancel' | 'accept' | 'reject' | 'modifyInvitation',
    { inviteID, data = '' }: AnswerParams,
  ): Promise<Result> {
    const answer = await this.session?.request(method, { inviteId: inviteID, data });
    return answer ? { code: answer.code, desc: answer.desc } : notLoggedIn;
  }

  private tell(notice: Notice): void {
    for (const listener of Array.from(this.listeners)) safely(() => hand(notice, listener));
  }
}

function hand(notice: Notice, listener: SignalingListener): void {
  switch (notice.method) {
    case 'newInvitation': {
      const { inviteId, inviter, groupId, inviteeList, data } = notice.params;
      return listener.onReceiveNewInvitation?.(inviteId, inviter, groupId, [...inviteeList], data);
    }
    case 'inviteeAccepted':
      return listener.onInviteeAccepted?.(notice.params.inviteId, notice.params.invitee, notice.params.data);
    case 'inviteeRejected':
      return listener.onInviteeRejected?.(notice.params.inviteId, notice.params.invitee, notice.params.data);
    case 'invitationCancelled':
      return listener.onInvitationCancelled?.(notice.params.inviteId, notice.params.inviter, notice.params.data);
    case 'invitationTimeout':
      return listener.onInvitationTimeout?.(notice.params.inviteId, [...notice.params.inviteeList]);
    case 'invitationModified':
      return listener.onInvitationModified?.(notice.params.inviteId, notice.params.data);
    default:
      return undefined;
  }
}
