// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest';
import { readOffer, readReason, inviteData, rejectData } from '../src/call/data.js';
import {
  advance,
  callWakeAt,
  dialling,
  ringing,
  shown,
  type CallEffect,
  type CallEvent,
  type Stage,
} from '../src/call/machine.js';
import type { CallDirection } from '../src/call/types.js';
import { refused } from '../src/result.js';

/** One call under manual time. */
class Life {
  stage: Stage;
  now = 0;
  effects: CallEffect[] = [];

  constructor(private readonly direction: CallDirection) {
    this.stage = direction === 'outgoing' ? dialling(40_000) : ringing(40_000);
  }

  on(...events: (CallEvent | CallEvent['type'])[]): this {
    for (const event of events) {
      const full = (typeof event === 'string' ? { type: event } : event) as CallEvent;
      const [next, effects] = advance(this.stage, full, { peer: 'alice', direction: this.direction }, this.now);
      this.stage = next;
      this.effects.push(...effects);
    }
    return this;
  }

  pass(ms: number): this {
    this.now += ms;
    const at = callWakeAt(this.stage);
    return at !== undefined && at <= this.now ? this.on('wake') : this;
  }

  get state(): object {
    return shown(this.stage);
  }
}

const outgoing = (): Life => new Life('outgoing');
const incoming = (): Life => new Life('incoming');
const rung = (): Life => outgoing().on('invited', 'delivered');
const talking = (): Life => rung().on('accepted', 'entered', 'peerEntered', 'flowing');

describe('an outgoing call', () => {
  test('invites, rings, rings there, connects, talks', () => {
    const call = outgoing();
    expect(call.state).toEqual({ kind: 'inviting' });
    expect(call.on('invited').state).toEqual({ kind: 'ringing', delivered: false });
    expect(call.on('delivered').state).toEqual({ kind: 'ringing', delivered: true });
    expect(call.on('accepted').state).toEqual({ kind: 'connecting' });
    expect(call.effects).toEqual(['enterRoom']);
    call.now = 7;
    call.on('entered', 'peerEntered');
    expect(call.state).toEqual({ kind: 'connecting' });
    call.now = 300;
    expect(call.on('flowing').state).toEqual({ kind: 'talking', since: 7 });
  });

  test('talks only when both are in the room and media flows, in whatever order', () => {
    expect(rung().on('accepted', 'flowing', 'peerEntered', 'entered').state).toMatchObject({ kind: 'talking' });
    expect(rung().on('accepted', 'flowing', 'entered').state).toMatchObject({ kind: 'connecting' });
  });

  test('counts from when the server had both in the room, however long media takes here', () => {
    const call = rung().on('accepted', 'entered');
    call.now = 50;
    call.on('peerEntered');
    call.now = 900;
    expect(call.on('peerEntered', 'flowing').state).toEqual({ kind: 'talking', since: 50 });
  });

  test('whose warm device is taken into the room has been answered, whatever is told first', () => {
    const call = rung().on('entered', 'accepted', 'peerEntered', 'flowing');
    expect(call.state).toMatchObject({ kind: 'talking' });
    expect(call.effects).toEqual(['enterRoom']);
  });

  test('may be answered before the own invite is', () => {
    expect(outgoing().on('accepted', 'invited').state).toEqual({ kind: 'connecting' });
  });

  test('ends as declined, busy or unanswered as the server says', () => {
    expect(rung().on({ type: 'rejected', reason: 'active' }).state).toMatchObject({ reason: 'reject', side: 'remote' });
    expect(rung().on({ type: 'rejected', reason: 'busy' }).state).toMatchObject({ reason: 'lineBusy', side: 'remote' });
    expect(rung().on('timedOut').state).toMatchObject({ reason: 'noResponse', message: 'alice did not answer.' });
  });

  test('that rang nowhere ends as unreachable', () => {
    expect(outgoing().on('invited', 'timedOut').state).toMatchObject({
      reason: 'offline',
      message: 'alice could not be reached.',
    });
  });

  test('that the server refuses says why', () => {
    const refusal: CallEvent = { type: 'inviteRefused', lost: false, why: refused(-1, 'There is no such user.') };
    expect(outgoing().on(refusal).state).toMatchObject({ reason: 'unknown', message: 'There is no such user.' });
  });

  test('that never reaches the server is a lost connection', () => {
    const refusal: CallEvent = { type: 'inviteRefused', lost: true, why: refused(-1, 'Nobody answered.') };
    expect(outgoing().on(refusal).state).toMatchObject({ reason: 'connectionLost' });
  });

  test('does not ring for ever when the server is gone', () => {
    expect(rung().pass(40_000).state).toMatchObject({ reason: 'connectionLost' });
  });

  test('without a microphone is cancelled', () => {
    const call = rung().on({ type: 'noMicrophone', why: refused(-1, 'There is no microphone.') });
    expect(call.state).toMatchObject({ reason: 'deviceError', message: 'There is no microphone.' });
    expect(call.effects).toEqual(['sendCancel']);
  });
});

describe('cancelling', () => {
  test('waits for the server to agree', () => {
    const call = rung().on('hangUp');
    expect(call.effects).toEqual(['sendCancel']);
    expect(call.state).toMatchObject({ kind: 'ringing' });
    expect(call.on('cancelDone').state).toMatchObject({ reason: 'canceled', side: 'local' });
  });

  test('asks once however often the button is pressed', () => {
    expect(rung().on('hangUp', 'hangUp').effects).toEqual(['sendCancel']);
  });

  test('that came after the answer hangs up on whoever answered', () => {
    const call = rung().on('hangUp', 'accepted');
    expect(call.state).toMatchObject({ reason: 'hangup', side: 'local' });
    expect(call.effects).toEqual(['sendCancel', 'meetAndLeave']);
  });

  test('that crossed a rejection ends as rejected', () => {
    expect(rung().on('hangUp', { type: 'rejected', reason: 'active' }).state).toMatchObject({ reason: 'reject' });
  });

  test('without a connection ends here after two seconds', () => {
    expect(rung().on('hangUp').pass(2_000).state).toMatchObject({ reason: 'canceled', side: 'local' });
  });
});

describe('an incoming call', () => {
  test('rings, is answered, connects', () => {
    const call = incoming();
    expect(call.state).toEqual({ kind: 'ringing', delivered: true });
    expect(call.on('accept', 'acceptSent').state).toEqual({ kind: 'connecting' });
    expect(call.on('acceptDone').effects).toEqual(['enterRoom']);
  });

  test('is declined', () => {
    const call = incoming().on({ type: 'reject', reason: 'active' });
    expect(call.state).toMatchObject({ reason: 'reject', side: 'local', message: 'You declined the call.' });
    expect(call.effects).toEqual(['sendReject']);
  });

  test('is declined for another call', () => {
    const call = incoming().on({ type: 'reject', reason: 'busy' });
    expect(call.state).toMatchObject({ reason: 'lineBusy', side: 'local' });
    expect(call.effects).toEqual(['sendBusy']);
  });

  test('whose warm device is taken into the room before the answer is read connects', () => {
    const call = incoming().on('accept', 'acceptSent', 'entered', 'acceptDone', 'peerEntered', 'flowing');
    expect(call.state).toMatchObject({ kind: 'talking' });
    expect(call.effects).toEqual(['enterRoom']);
  });

  test('stops ringing when it is over elsewhere', () => {
    expect(incoming().on({ type: 'cancelled', side: 'remote' }).state).toMatchObject({ reason: 'canceled' });
    expect(incoming().on('timedOut').state).toMatchObject({
      reason: 'noResponse',
      message: 'You missed a call from alice.',
    });
    expect(incoming().on({ type: 'answeredElsewhere', outcome: 'accepted' }).state).toMatchObject({
      reason: 'otherDeviceAccepted',
    });
    expect(incoming().on({ type: 'answeredElsewhere', outcome: 'rejected' }).state).toMatchObject({
      reason: 'otherDeviceReject',
    });
  });

  test('answered too late ends for the reason the server gives', () => {
    const lost: CallEvent = { type: 'acceptRefused', over: true, why: refused(-1, 'Over.') };
    const call = incoming().on('accept', 'acceptSent', lost);
    expect(call.state).toEqual({ kind: 'connecting' });
    expect(call.on({ type: 'cancelled', side: 'remote' }).state).toMatchObject({ reason: 'canceled' });
  });

  test('answered too late ends even when no reason is given', () => {
    const lost: CallEvent = { type: 'acceptRefused', over: true, why: refused(-1, 'Over.') };
    expect(incoming().on('accept', 'acceptSent', lost).pass(2_000).state).toMatchObject({ reason: 'unknown' });
  });

  test('without a microphone is declined before the answer was sent, and left after', () => {
    const none: CallEvent = { type: 'noMicrophone', why: refused(-1, 'No.') };
    expect(incoming().on('accept', none).effects).toEqual(['sendReject']);
    expect(incoming().on('accept', 'acceptSent', none).effects).toEqual(['meetAndLeave']);
  });

  test('that crossed an own call is accepted by the server', () => {
    expect(incoming().on('accept', 'acceptSent', 'accepted', 'acceptDone').effects).toEqual(['enterRoom']);
  });

  test('stops ringing by itself when the server is gone', () => {
    expect(incoming().pass(40_000).state).toMatchObject({ reason: 'noResponse' });
  });
});

describe('in the room', () => {
  test('counts from when the server had both there, however late that is heard', () => {
    const call = rung().on('accepted', 'entered');
    call.now += 700;
    call.on({ type: 'peerEntered', since: 300 }, 'flowing');
    expect(call.state).toEqual({ kind: 'talking', since: 300 });
  });

  test('takes the length of the call from the server when it says so, and only of a call that was talked in', () => {
    const call = talking();
    call.now += 61_000;
    expect(call.on({ type: 'peerLeft', reason: 0, talkedMs: 60_400 }).state).toMatchObject({ talkedMs: 60_400 });
    expect(talking().on('hangUp', { type: 'counted', talkedMs: 5 }).state).toMatchObject({ talkedMs: 0 });
    const mine = talking();
    mine.now += 61_000;
    expect(mine.on('hangUp', { type: 'counted', talkedMs: 60_900 }).state).toMatchObject({ talkedMs: 60_900 });
    expect(rung().on('hangUp', 'cancelDone', { type: 'counted', talkedMs: 9 }).state).toMatchObject({ talkedMs: 0 });
  });

  test('hanging up tells how long it took', () => {
    const call = talking();
    call.now += 61_000;
    expect(call.on('hangUp').state).toMatchObject({ reason: 'hangup', side: 'local', talkedMs: 61_000 });
    expect(call.effects).toEqual(['enterRoom', 'leaveRoom']);
  });

  test.each([
    [0, 'hangup', 'remote'],
    [1, 'connectionLost', 'remote'],
    [2, 'endByServer', 'server'],
  ] as const)('the other side leaving for reason %i ends it as %s', (reason, ended, side) => {
    const call = talking().on({ type: 'peerLeft', reason });
    expect(call.state).toMatchObject({ reason: ended, side });
    expect(call.effects).toEqual(['enterRoom', 'leaveRoom']);
  });

  test.each([
    ['kicked', 'endByServer'],
    ['dissolved', 'endByServer'],
    ['lost', 'connectionLost'],
  ] as const)('being out because %s ends it as %s', (why, reason) => {
    expect(talking().on({ type: 'roomEnded', why }).state).toMatchObject({ reason });
  });

  test('hanging up before the other side is there makes sure that it learns of it', () => {
    expect(rung().on('accepted', 'entered', 'hangUp').effects).toEqual(['enterRoom', 'meetAndLeave']);
  });

  test('nobody coming ends it after 20 s', () => {
    expect(rung().on('accepted', 'entered').pass(20_000).state).toMatchObject({ reason: 'connectionLost' });
  });

  test('losing the sign-in ends it', () => {
    expect(talking().on({ type: 'sessionEnded', by: 'server' }).state).toMatchObject({ reason: 'endByServer' });
    expect(talking().on({ type: 'sessionEnded', by: 'local' }).state).toMatchObject({ reason: 'hangup' });
  });
});

test('an ended call stays as it ended', () => {
  const call = talking().on('hangUp');
  const { stage } = call;
  call.on('accepted', 'timedOut', 'wake', { type: 'peerLeft', reason: 1 }, { type: 'sessionEnded', by: 'server' });
  expect(call.stage).toBe(stage);
});

describe('the data of an invitation', () => {
  test('is what the guide writes', () => {
    expect(inviteData('video', 'r1')).toBe('{"cmd":"av_call","msg":{"callType":"videoCall","roomId":"r1"}}');
    expect(rejectData('audio', 'busy')).toBe('{"cmd":"av_call","msg":{"callType":"audioCall","reason":"busy"}}');
  });

  test('is read in both of the forms the guide has', () => {
    const offer = { media: 'audio', room: { strRoomId: 'r1' } };
    expect(readOffer('{"cmd":"av_call","msg":{"callType":"audioCall","roomId":"r1"}}')).toEqual(offer);
    expect(readOffer('{"cmd":"av_call","cmdInfo":{"callType":"audioCall","roomId":"r1"}}')).toEqual(offer);
    expect(readOffer('{"cmd":"av_call","msg":{"callType":"videoCall","roomId":7}}')).toEqual({
      media: 'video',
      room: { roomId: 7 },
    });
  });

  test.each(['', 'x', 'null', '7', '{}', '{"cmd":"av_call"}', '{"cmd":"other","msg":{}}', '{"cmd":"av_call","msg":7}'])(
    '%s is no call',
    (data) => {
      expect(readOffer(data)).toBeUndefined();
      expect(readReason(data)).toBe('active');
    },
  );
});
