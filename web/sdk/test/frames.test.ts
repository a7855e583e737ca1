// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { decode, readResult } from '../src/wire/codec.js';
import type { Method } from '../src/wire/frames.js';

const event = (method: string, params: object): unknown => {
  const incoming = decode(JSON.stringify({ jsonrpc: '2.0', method, params }));
  return incoming.kind === 'event' ? incoming.event.params : incoming;
};

const bob = { userId: 'bob', audio: true, video: false, screen: false };

describe('what a server tells', () => {
  test.each([
    [
      'roomEntered',
      { strRoomId: 'r', scene: 'audioCall', users: [bob], elapsed: 40 },
      { name: { strRoomId: 'r' }, scene: 'audioCall', users: [{ ...bob, held: false }], elapsed: 40 },
    ],
    [
      'roomEntered',
      { roomId: 7, scene: 'videoCall' },
      { name: { roomId: 7 }, scene: 'videoCall', users: [], elapsed: 0 },
    ],
    ['userHeld', { userId: 'bob', held: true }, { userId: 'bob', held: true }],
    ['mediaChanged', { userId: 'bob', video: true }, { userId: 'bob', audio: false, video: true, screen: false }],
    [
      'userStatusChanged',
      {
        statuses: [
          { userId: 'bob', status: 1, customStatus: 'away' },
          { userId: 'eve', status: 3 },
        ],
      },
      {
        statuses: [
          { userId: 'bob', status: 1, customStatus: 'away' },
          { userId: 'eve', status: 3, customStatus: '' },
        ],
      },
    ],
    [
      'networkQuality',
      { local: { quality: 1, jitter: 12 } },
      { local: { userId: '', quality: 1, rtt: 0, upLoss: 0, jitter: 12 }, remote: [] },
    ],
    [
      'networkQuality',
      { local: { quality: 1 } },
      { local: { userId: '', quality: 1, rtt: 0, upLoss: 0, jitter: 0 }, remote: [] },
    ],
  ])('%s is read with what is left out filled in', (method, params, meant) => {
    expect(event(method, params)).toEqual(meant);
  });

  test.each([
    ['roomEntered', { scene: 'videoCall', users: [] }],
    ['roomEntered', { strRoomId: 'r', scene: 'live' }],
    ['userHeld', { userId: 'bob' }],
    ['userStatusChanged', { statuses: [{ userId: 'bob' }] }],
    ['userStatusChanged', {}],
  ])('%s without what it must have is garbage', (method, params) => {
    expect(event(method, params)).toMatchObject({ kind: 'garbage' });
  });
});

const login = { loginId: 'l', serverTime: 5, heartbeat: 20 };

describe('what a server answers', () => {
  test('a server that knows no holding says that nothing is held', () => {
    expect(readResult('login', login).data).toMatchObject({ room: null, held: null });
  });

  test('a held room is named as any room is', () => {
    const held = { roomId: 7, scene: 'audioCall', users: [{ ...bob, held: true }] };
    expect(readResult('login', { ...login, held }).data?.held).toEqual({
      name: { roomId: 7 },
      scene: 'audioCall',
      users: [{ ...bob, held: true }],
    });
  });

  test.each<[Method, unknown]>([
    ['warmUp', {}],
    ['startSpeedTest', { sdp: null }],
    ['getUserStatus', { statuses: 'none' }],
    ['getUserStatus', {}],
  ])('%s refuses %j', (method, answer) => {
    expect(readResult(method, answer).code).toBe(-7);
  });

  test.each<[Method, object]>([
    ['warmUp', { sdp: 'answer' }],
    ['startSpeedTest', { sdp: 'answer' }],
    ['getUserStatus', { statuses: [{ userId: 'bob', status: 2, customStatus: '' }] }],
    ['setReceive', {}],
    ['holdRoom', {}],
    ['stopSpeedTest', {}],
    ['subscribeUserStatus', {}],
    ['unsubscribeUserStatus', {}],
    ['setSelfStatus', {}],
  ])('%s is read whole', (method, answer) => {
    expect(readResult(method, answer)).toMatchObject({ code: 0, data: answer });
  });
});
