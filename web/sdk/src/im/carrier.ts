// SPDX-License-Identifier: Apache-2.0
import type { Invitation, InvitationOutcome } from '../wire/frames.js';
import { isObject } from './check.js';

/** What a step of an invitation does. */
export const SignalingActionType = {
  unknown: 0,
  invite: 1,
  cancelInvite: 2,
  acceptInvite: 3,
  rejectInvite: 4,
  inviteTimeout: 5,
} as const;

/** One step of an invitation, as a message carries it. */
export interface SignalingInfo {
  readonly inviteID: string;
  /** Empty: Duet calls are one-to-one. */
  readonly groupID: string;
  readonly inviter: string;
  readonly inviteeList: readonly string[];
  /** Of this step. */
  readonly data: string;
  /** Seconds. */
  readonly timeout: number;
  /** One of `SignalingActionType`. */
  readonly actionType: number;
  /** Always 1: the mark of a message that is signaling. */
  readonly businessID: number;
  readonly isOnlineUserOnly: boolean;
}

const signaling = 1;

const actions: Record<InvitationOutcome, number> = {
  accepted: SignalingActionType.acceptInvite,
  rejected: SignalingActionType.rejectInvite,
  cancelled: SignalingActionType.cancelInvite,
  timedOut: SignalingActionType.inviteTimeout,
};

/** The latest step of an invitation. */
export function latestStep(invitation: Invitation): SignalingInfo {
  const { inviteId, groupId, inviter, inviteeList, data, endedData, timeout, onlineUserOnly, outcome } = invitation;
  const ended = invitation.state === 'ended';
  return {
    inviteID: inviteId,
    groupID: groupId,
    inviter,
    inviteeList: [...inviteeList],
    data: ended ? endedData : data,
    timeout,
    actionType: ended ? actions[outcome ?? 'timedOut'] : SignalingActionType.invite,
    businessID: signaling,
    isOnlineUserOnly: onlineUserOnly,
  };
}

/** What a message says, be it an object or its JSON; undefined when it is not signaling. */
export function readCarrier(message: unknown): SignalingInfo | undefined {
  const carrier = typeof message === 'string' ? parsed(message) : message;
  if (!isObject(carrier)) return undefined;
  const fields = carrier as Record<string, unknown>;
  const { inviteID, inviteeList, timeout, actionType, businessID, onlineUserOnly, isOnlineUserOnly } = fields;
  if (businessID !== signaling || typeof inviteID !== 'string' || inviteID === '') return undefined;
  const words = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    inviteID,
    groupID: words('groupID'),
    inviter: words('inviter'),
    inviteeList: Array.isArray(inviteeList) ? inviteeList.filter((each) => typeof each === 'string') : [],
    data: words('data'),
    timeout: typeof timeout === 'number' ? timeout : 0,
    actionType: typeof actionType === 'number' ? actionType : SignalingActionType.unknown,
    businessID: signaling,
    isOnlineUserOnly: (onlineUserOnly ?? isOnlineUserOnly) === true,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
