// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';
import type { RoomName } from '../wire/frames.js';

/** What it takes to enter a room, as it passed the check. */
export interface Entry {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
  readonly name: RoomName;
  readonly privateMapKey: string | undefined;
  readonly server: string | undefined;
}

const userIds = /^[A-Za-z0-9_-]{1,32}$/;
const roomIds = /^[A-Za-z0-9 !#$%&()+\-:;<=.>?@[\]^_{}|~,]{1,64}$/;
const largestRoomId = 4_294_967_294;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const absent = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The parameters of an entry, or the number of the first that is wrong. */
export function checkEntry(params: unknown): Result<Entry> {
  if (typeof params !== 'object' || params === null) {
    return refused(Code.enterRoomParamNull, 'enterRoom needs its parameters as an object.');
  }
  const { sdkAppId, userId, userSig, privateMapKey, server } = params as Record<string, unknown>;
  if (!Number.isSafeInteger(sdkAppId) || Number(sdkAppId) <= 0) {
    return refused(Code.sdkAppIdInvalid, 'sdkAppId must be a positive integer.');
  }
  const name = checkRoom(params);
  if (!name.data) return refused(name.code, name.desc);
  if (!isText(userId) || !userIds.test(userId)) {
    return refused(Code.userIdInvalid, 'userId must be 1 to 32 letters, digits, _ or -.');
  }
  if (!isText(userSig)) return refused(Code.userSigInvalid, 'userSig must be the ticket that your server made.');
  return done({
    sdkAppId: Number(sdkAppId),
    userId,
    userSig,
    name: name.data,
    privateMapKey: isText(privateMapKey) ? privateMapKey : undefined,
    server: isText(server) ? server : undefined,
  });
}

/** Given both, the number counts; 0 and an empty string say that there is none. */
export function checkRoom(params: object): Result<RoomName> {
  const { roomId, strRoomId } = params as Record<string, unknown>;
  if (!absent(roomId) && roomId !== 0) {
    return Number.isSafeInteger(roomId) && Number(roomId) > 0 && Number(roomId) <= largestRoomId
      ? done({ roomId: Number(roomId) })
      : refused(Code.roomIdInvalid, `roomId must be an integer from 1 to ${largestRoomId}.`);
  }
  if (isText(strRoomId) && roomIds.test(strRoomId)) return done({ strRoomId });
  return refused(
    Code.roomIdInvalid,
    absent(strRoomId)
      ? 'Neither a roomId nor a strRoomId was given.'
      : 'strRoomId must be 1 to 64 letters, digits, spaces or signs that are allowed.',
  );
}

/** Refusals of the session by their numbers in a room. */
const timeouts = new Set<number>([Code.requestTimeout, Code.disconnected, Code.connectTimeout]);
const unknownApp = 70020;
/** 70001 expired, to 70052 revoked. */
const isTicketFault = (code: number): boolean => (code >= 70001 && code <= 70014) || code === 70051 || code === 70052;

/** What an entry was refused with, in the numbers of rooms. */
export function entryCode(code: number): number {
  if (code < 0) return code;
  if (timeouts.has(code)) return Code.enterRoomTimeout;
  if (code === unknownApp) return Code.sdkAppIdInvalid;
  return isTicketFault(code) || code === Code.userSigExpiredHere ? Code.userSigCheckFailed : Code.enterRoomFailed;
}
