// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import type { SignalingManager } from '../im/signaling.js';
import { refused, type Result } from '../result.js';
import type { Session } from '../session/session.js';
import type { Notice } from '../session/state.js';
import { inviteData, readOffer, readReason, rejectData, type CallOffer } from './data.js';
import type { CallEvent } from './machine.js';
import type { CallDirection, CallMedia, RejectReason } from './types.js';

/** What a request ends with when there is no connection. */
const unanswered = new Set<number>([Code.requestTimeout, Code.notLoggedIn, Code.disconnected]);

export interface RingTools {
  readonly session: Session;
  readonly signaling: SignalingManager;
  readonly feed: (event: CallEvent) => void;
}

/** The invitation behind a call: how it is sent and answered, and what is told of it. */
export class Ring {
  private crossing: { readonly inviteId: string; readonly offer: CallOffer } | undefined;

  constructor(
    private readonly tools: RingTools,
    private readonly direction: CallDirection,
    private current: string,
    private meeting: Promise<CallOffer | undefined>,
  ) {}

  get id(): string {
    return this.current;
  }

  /** What kind of call it is, and where it takes place. */
  get offer(): Promise<CallOffer | undefined> {
    return this.meeting;
  }

  /** Whether it rings now under the id that was asked for. */
  async dial(invitee: string, { media, room }: CallOffer, timeout: number): Promise<boolean> {
    const asked = this.current;
    const data = inviteData(media, 'strRoomId' in room ? room.strRoomId : String(room.roomId));
    const answer = await this.tools.signaling.invite({ invitee, data, timeout, inviteID: asked });
    const { code, desc, data: inviteId } = answer;
    if (code !== Code.ok) {
      this.tools.feed({ type: 'inviteRefused', lost: unanswered.has(code), why: refused(code, desc) });
      return false;
    }
    if (inviteId === undefined || inviteId === asked) this.tools.feed({ type: 'invited' });
    else await this.adopt(inviteId);
    return this.current === asked;
  }

  /** Both sides called each other: the other's invitation stands for both, and its room is where we meet. */
  private async adopt(inviteId: string): Promise<void> {
    const { signaling, feed } = this.tools;
    this.current = inviteId;
    const invitation = signaling.getInvitation({ inviteID: inviteId });
    this.meeting =
      this.crossing?.inviteId === inviteId
        ? Promise.resolve(this.crossing.offer)
        : invitation.then(({ data }) => data && readOffer(data.data));
    feed({ type: 'invited' });
    if ((await invitation).data?.outcome === 'accepted') feed({ type: 'accepted' });
  }

  /** An invitation of the other side that crossed this one: the server may make one call of both. */
  crossedBy(inviteId: string, offer: CallOffer): void {
    this.crossing = { inviteId, offer };
  }

  async accept(): Promise<Result> {
    const { signaling, feed } = this.tools;
    const result = await signaling.accept({ inviteID: this.current });
    if (result.code === Code.ok) feed({ type: 'acceptDone' });
    else feed({ type: 'acceptRefused', over: result.code === Code.invalidInviteId, why: result });
    return result;
  }

  async cancel(): Promise<Result> {
    const result = await this.tools.signaling.cancel({ inviteID: this.current });
    if (result.code === Code.ok) this.tools.feed({ type: 'cancelDone' });
    return result;
  }

  reject(media: CallMedia, reason: RejectReason): Promise<Result> {
    return this.tools.signaling.reject({ inviteID: this.current, data: rejectData(media, reason) });
  }

  take(notice: Notice): void {
    if (!('inviteId' in notice.params) || notice.params.inviteId !== this.current) return;
    const { feed, session } = this.tools;
    const { userId, device } = session.identity;
    const outgoing = this.direction === 'outgoing';
    switch (notice.method) {
      case 'invitationDelivered':
        return feed({ type: 'delivered' });
      case 'inviteeAccepted':
        if (outgoing) feed({ type: 'accepted' });
        else if (notice.params.device !== device.id) feed({ type: 'answeredElsewhere', outcome: 'accepted' });
        return;
      case 'inviteeRejected':
        if (outgoing) feed({ type: 'rejected', reason: readReason(notice.params.data) });
        else feed({ type: 'answeredElsewhere', outcome: 'rejected' });
        return;
      case 'invitationCancelled':
        return feed({ type: 'cancelled', side: notice.params.inviter === userId ? 'local' : 'remote' });
      case 'invitationTimeout':
        return feed({ type: 'timedOut' });
      default:
        return;
    }
  }
}
