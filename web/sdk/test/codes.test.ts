// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />
import { expect, test } from 'vitest';
import errors from '../../../docs/errors.md?raw';
import { Code, ErrorCodes } from '../src/index.js';

const named = new Set<number>(Object.values(ErrorCodes));

/** Of the wire itself: a client that works is never told them, or is told the guide's number instead. */
const wire = new Set<number>([-32700, -32600, Code.noSuchMethod, Code.wrongParams]);

test('every number that the server answers has a name', () => {
  const numbers = [...errors.matchAll(/^\| (-?\d+) \|/gm)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(30);
  expect(numbers.filter((number) => !named.has(number) && !wire.has(number))).toEqual([]);
});

test('every number that the SDK makes up has a name', () => {
  expect(Object.values(Code).filter((number) => !named.has(number) && !wire.has(number))).toEqual([]);
});

test('no number has two names', () => {
  expect(named.size).toBe(Object.keys(ErrorCodes).length);
});

test('the guide’s tables are kept', () => {
  expect(ErrorCodes).toMatchObject({
    ERR_USER_SIG_EXPIRED: 6206,
    ERR_SVR_ACCOUNT_USERSIG_EXPIRED: 70001,
    ERR_USER_SIG_INVALID: -3320,
    ERR_SERVER_INFO_ECDH_GET_TINYID: -100018,
    ERR_ROOM_REQUEST_ENTER_ROOM_TIMEOUT: -3308,
    ERR_SDK_APPID_INVALID: -3317,
    ERR_ROOM_ID_INVALID: -3318,
    ERR_USER_ID_INVALID: -3319,
    ERR_CAMERA_START_FAIL: -1301,
    ERR_MIC_START_FAIL: -1302,
    ERR_CAMERA_NOT_AUTHORIZED: -1314,
    ERR_MIC_NOT_AUTHORIZED: -1317,
    ERR_CAMERA_OCCUPY: -1316,
    ERR_MIC_OCCUPY: -1319,
  });
});
