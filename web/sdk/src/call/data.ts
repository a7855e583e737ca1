// SPDX-License-Identifier: Apache-2.0
import type { RoomName } from '../wire/frames.js';
import type { CallMedia, RejectReason } from './types.js';

/** What the `data` of a call's invitation says. */
export interface CallOffer {
  readonly media: CallMedia;
  readonly room: RoomName;
}

const callType = (media: CallMedia): string => (media === 'video' ? 'videoCall' : 'audioCall');

const command = (msg: object): string => JSON.stringify({ cmd: 'av_call', msg });

export const inviteData = (media: CallMedia, strRoomId: string): string =>
  command({ callType: callType(media), roomId: strRoomId });

export const rejectData = (media: CallMedia, reason: RejectReason): string =>
  command({ callType: callType(media), reason });

/** The call that an invitation offers; undefined when it is about something else. */
export function readOffer(data: string): CallOffer | undefined {
  const message = readCommand(data);
  const type = message?.['callType'];
  if (type !== 'videoCall' && type !== 'audioCall') return undefined;
  const room = readRoom(message?.['roomId']);
  return room && { media: type === 'videoCall' ? 'video' : 'audio', room };
}

const readRoom = (roomId: unknown): RoomName | undefined => {
  if (typeof roomId === 'string' && roomId !== '') return { strRoomId: roomId };
  return typeof roomId === 'number' && Number.isSafeInteger(roomId) && roomId > 0 ? { roomId } : undefined;
};

/** Why somebody said no; plain unwillingness when it does not say. */
export const readReason = (data: string): RejectReason =>
  readCommand(data)?.['reason'] === 'busy' ? 'busy' : 'active';

/** The guide writes the body as `msg` in one place and as `cmdInfo` in another: both are understood. */
function readCommand(data: string): Record<string, unknown> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(data);
  } catch {
    return undefined;
  }
  const { cmd, msg, cmdInfo } = (parsed ?? {}) as Record<string, unknown>;
  const body = msg ?? cmdInfo;
  return cmd === 'av_call' && typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : undefined;
}
