// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test } from 'vitest';
import { backoff } from '../src/session/backoff.js';
import { Driver, invitation, kinds, loginAnswer, names, notices, sent, someone } from './driver.js';

let client: Driver;
beforeEach(() => {
  client = new Driver();
});

describe('signing in', () => {
  test('asks for a ticket, opens a socket, logs in, is online', () => {
    client.signIn();
    expect(kinds(client.effects)).toEqual(['askTicket']);
    expect(kinds(client.feed({ type: 'ticket', userSig: 'sig' }))).toEqual(['connect']);
    const [login] = sent(client.feed({ type: 'socketOpened', socket: 1 }));
    expect(login).toMatchObject({ id: 'login1', method: 'login', params: { ...someone, userSig: 'sig' } });
    const effects = client.frame({ id: 'login1', result: loginAnswer({ iceServers: ['stun:x'] }) });
    expect(client.state.kind).toBe('online');
    expect(effects).toContainEqual({
      type: 'signedIn',
      result: {
        code: 0,
        desc: 'ok',
        data: { loginId: 'l1', serverTime: 5_000, iceServers: [{ urls: 'stun:x' }], first: true },
      },
    });
  });

  test('a server that cannot be reached is tried for 15 s, then the login fails', () => {
    client.signIn();
    client.feed({ type: 'ticket', userSig: 'sig' });
    let attempts = 0;
    for (; client.state.kind === 'connecting'; attempts++) {
      client.feed({ type: 'socketClosed', socket: client.socket });
      client.pass(1_000);
    }
    expect(attempts).toBeGreaterThan(3);
    expect(client.state.kind).toBe('signedOut');
    expect(client.effects.at(-1)).toMatchObject({ type: 'signedIn', result: { code: 9508 } });
  });

  test('a socket that opens but never answers the login is closed and replaced', () => {
    client.signIn();
    client.feed({ type: 'ticket', userSig: 'sig' });
    client.feed({ type: 'socketOpened', socket: 1 });
    expect(kinds(client.pass(11_000))).toEqual(['close', 'attemptFailed', 'connect']);
  });

  test('a refusal other than an expired ticket ends the attempt and asks for no ticket', () => {
    client.signIn();
    client.feed({ type: 'ticket', userSig: 'sig' });
    client.feed({ type: 'socketOpened', socket: 1 });
    const effects = client.frame({ id: 'login1', error: { code: 70009, message: 'Forged.' } });
    expect(client.state).toEqual({ kind: 'signedOut', why: { code: 70009, desc: 'Forged.' } });
    expect(kinds(effects)).not.toContain('askTicket');
  });

  test.each([6206, 70001])('%i asks for a new ticket once and never loops', (code) => {
    client.signIn();
    client.feed({ type: 'ticket', userSig: 'old' });
    client.feed({ type: 'socketOpened', socket: 1 });
    expect(kinds(client.frame({ id: 'login1', error: { code, message: 'Expired.' } }))).toContain('askTicket');
    client.feed({ type: 'ticket', userSig: 'new' });
    const [login] = sent(client.feed({ type: 'socketOpened', socket: 2 }));
    expect(login?.params).toMatchObject({ userSig: 'new' });
    const effects = client.frame({ id: 'login2', error: { code, message: 'Expired.' } });
    expect(kinds(effects)).not.toContain('askTicket');
    expect(client.state).toMatchObject({ kind: 'signedOut', why: { code } });
    expect(names(effects)).toEqual(['userSigExpired']);
  });

  test('an expired ticket surfaces at once when nobody can give another', () => {
    client.signIn(false);
    client.feed({ type: 'ticket', userSig: 'old' });
    client.feed({ type: 'socketOpened', socket: 1 });
    client.frame({ id: 'login1', error: { code: 70001, message: 'Expired.' } });
    expect(client.state.kind).toBe('signedOut');
  });

  test('a busy server is asked again later', () => {
    client.signIn();
    client.feed({ type: 'ticket', userSig: 'sig' });
    client.feed({ type: 'socketOpened', socket: 1 });
    client.frame({ id: 'login1', error: { code: 6012, message: 'Busy.' } });
    expect(kinds(client.pass(1_000))).toContain('connect');
  });

  test('a second sign-in while one is under way is refused', () => {
    client.signIn();
    client.signIn();
    expect(client.effects.at(-1)).toMatchObject({ type: 'signedIn', result: { code: 7501 } });
  });

  test('signing out says goodbye and answers what waited', () => {
    client.goOnline();
    const token = client.request('getInvitation', { inviteId: 'i1' });
    const effects = client.feed({ type: 'signOut' });
    expect(sent(effects).map(({ method }) => method)).toEqual(['logout']);
    expect(client.settled(token)).toMatchObject({ code: 6014 });
    expect(client.state.kind).toBe('signedOut');
  });
});

describe('tickets', () => {
  test('a newer one is used for the next login', () => {
    client.goOnline();
    client.feed({ type: 'ticket', userSig: 'newer' });
    client.feed({ type: 'socketClosed', socket: 1 });
    client.pass(1_000);
    const [login] = sent(client.feed({ type: 'socketOpened', socket: 2 }));
    expect(login?.params).toMatchObject({ userSig: 'newer' });
  });

  test('when the next cannot be had, the login fails for the first', () => {
    client.signIn();
    client.feed({ type: 'ticket', userSig: 'old' });
    client.feed({ type: 'socketOpened', socket: 1 });
    client.frame({ id: 'login1', error: { code: 70001, message: 'Expired.' } });
    const effects = client.feed({ type: 'ticketFailed', why: 'no network' });
    expect(client.state).toMatchObject({ kind: 'signedOut', why: { code: 70001 } });
    expect(names(effects)).toEqual(['userSigExpired']);
    expect(client.pass(60_000)).toEqual([]);
  });

  test('who signs in again after the last one expired goes on with what was known', () => {
    client.signIn(false);
    client.feed({ type: 'ticket', userSig: 'sig' });
    client.openAndLogIn({ pending: [invitation({})] });
    client.event('userSigExpired', {});
    client.signIn(false);
    client.feed({ type: 'ticket', userSig: 'new' });
    expect(names(client.openAndLogIn({ pending: [invitation({})] }))).toEqual([]);
    expect(names(client.event('invitationTimeout', { inviteId: 'i1', inviteeList: ['bob'] }))).toEqual([
      'invitationTimeout',
    ]);
  });
});

describe('an invitation learned elsewhere', () => {
  const push = { type: 'heard', invitation: invitation({}) as never } as const;

  test('is told once', () => {
    client.goOnline();
    expect(names(client.feed(push))).toEqual(['newInvitation']);
    expect(names(client.feed(push))).toEqual([]);
    expect(names(client.event('newInvitation', invitation({})))).toEqual([]);
  });

  test('is nothing without a login', () => {
    expect(client.feed(push)).toEqual([]);
  });
});

describe('losing the socket', () => {
  test('reconnects after a jittered, growing pause that is never longer than 15 s', () => {
    expect([0, 1, 2, 9].map((attempt) => backoff(attempt, 0))).toEqual([250, 500, 1000, 7500]);
    expect([0, 1, 2, 9].map((attempt) => backoff(attempt, 1))).toEqual([500, 1000, 2000, 15000]);
  });

  test('the network coming back ends the pause', () => {
    client.goOnline();
    client.feed({ type: 'socketClosed', socket: 1 });
    expect(client.state.kind).toBe('resuming');
    expect(kinds(client.feed({ type: 'nudge' }))).toEqual(['connect']);
  });

  test('it never gives up once it was online', () => {
    client.goOnline();
    client.feed({ type: 'socketClosed', socket: 1 });
    for (let i = 0; i < 100; i++) {
      client.pass(60_000);
      client.feed({ type: 'socketClosed', socket: client.socket });
    }
    expect(client.state.kind).toBe('resuming');
    client.pass(60_000);
    client.openAndLogIn();
    expect(client.state.kind).toBe('online');
  });

  test('a late word about an earlier socket changes nothing', () => {
    client.goOnline();
    client.gap();
    expect(client.feed({ type: 'socketClosed', socket: 1 })).toEqual([]);
    expect(client.state.kind).toBe('online');
  });

  test('a silent socket is asked for a sign of life, and replaced when none comes', () => {
    client.goOnline();
    expect(sent(client.pass(20_000)).map(({ method }) => method)).toEqual(['getInvitation']);
    expect(kinds(client.pass(5_000))).toContain('close');
    expect(client.state.kind).toBe('resuming');
  });

  test('any word of the server is a sign of life', () => {
    client.goOnline();
    client.pass(20_000);
    client.frame({ id: 'probe1', error: { code: 8010, message: 'Unknown.' } });
    client.pass(10_000);
    expect(client.state.kind).toBe('online');
  });

  test('a changed network makes it look at once', () => {
    client.goOnline();
    expect(kinds(client.feed({ type: 'nudge' }))).toEqual(['send']);
    client.pass(2_500);
    expect(client.state.kind).toBe('resuming');
  });

  test('a request nobody answers betrays a dead socket, and is sent again on the next', () => {
    client.goOnline();
    const token = client.request('accept', { inviteId: 'i1', data: '' });
    client.pass(8_500);
    expect(client.socket).toBe(2);
    expect(sent(client.openAndLogIn())).toMatchObject([{ id: `r${token}`, method: 'accept' }]);
    client.answer(token);
    expect(client.settled(token)).toMatchObject({ code: 0 });
  });

  test('a request that is never answered fails in the end', () => {
    client.goOnline();
    const token = client.request('accept', { inviteId: 'i1', data: '' });
    client.feed({ type: 'socketClosed', socket: 1 });
    client.pass(15_000);
    expect(client.settled(token)).toMatchObject({ code: 6012 });
  });
});

describe('requests across sockets', () => {
  test('an invite is repeated only when the client made its id', () => {
    client.goOnline();
    const named = client.request('invite', { invitee: 'carol', inviteId: 'mine' });
    const nameless = client.request('invite', { invitee: 'carol' });
    const effects = client.gap();
    expect(client.settled(nameless)).toMatchObject({ code: 9508 });
    expect(sent(effects).map(({ id }) => id)).toEqual([`r${named}`]);
  });

  test('an invite the snapshot shows is answered from it, and its end is still told', () => {
    client.goOnline();
    const token = client.request('invite', { invitee: 'carol', inviteId: 'mine' });
    const mine = { inviteId: 'mine', inviter: 'bob', inviteeList: ['carol'] };
    const effects = client.gap({ pending: [invitation({ ...mine, state: 'ended', outcome: 'accepted' })] });
    expect(sent(effects)).toEqual([]);
    expect(client.settled(token)).toMatchObject({ code: 0, data: { inviteId: 'mine', deadline: 31_000 } });
    expect(names(effects)).toEqual(['inviteeAccepted']);
  });

  test('an accept that reached the server before the gap has succeeded, without a callback', () => {
    client.goOnline({ pending: [invitation({})] });
    const token = client.request('accept', { inviteId: 'i1', data: '' });
    const effects = client.gap({ pending: [invitation({ state: 'ended', outcome: 'accepted' })] });
    expect(client.settled(token)).toMatchObject({ code: 0 });
    expect(names(effects)).toEqual([]);
  });

  test('an accept that lost to a cancel is refused, and the cancel is told', () => {
    client.goOnline({ pending: [invitation({})] });
    const token = client.request('accept', { inviteId: 'i1', data: '' });
    const effects = client.gap({ pending: [invitation({ state: 'ended', outcome: 'cancelled' })] });
    expect(client.settled(token)).toMatchObject({ code: 8010 });
    expect(names(effects)).toEqual(['invitationCancelled']);
  });

  test('what is asked for during a gap is sent after it, in order', () => {
    client.goOnline();
    client.feed({ type: 'socketClosed', socket: 1 });
    client.request('setMedia', { audio: true, video: false, screen: false });
    client.request('setMedia', { audio: false, video: false, screen: false });
    client.pass(1_000);
    expect(sent(client.openAndLogIn()).map(({ params }) => params)).toMatchObject([{ audio: true }, { audio: false }]);
  });

  test('a message that must not be doubled fails instead', () => {
    client.goOnline();
    client.feed({ type: 'socketClosed', socket: 1 });
    const token = client.request('sendCustomCmd', { cmdId: 1, data: '', reliable: true, ordered: true });
    expect(client.settled(token)).toMatchObject({ code: 9508 });
  });

  test('leaving a room one is not in has succeeded', () => {
    client.goOnline();
    const token = client.request('exitRoom', {});
    client.refuse(token, -102005);
    expect(client.settled(token)).toMatchObject({ code: 0 });
  });

  test('a request without a session is refused', () => {
    const token = client.request('accept', { inviteId: 'i1', data: '' });
    expect(client.settled(token)).toMatchObject({ code: 6014 });
  });
});

describe('after a gap', () => {
  test('an invitation that still rings is told once', () => {
    client.goOnline();
    expect(names(client.gap({ pending: [invitation({})] }))).toEqual(['newInvitation']);
    expect(names(client.gap({ pending: [invitation({})] }))).toEqual([]);
    expect(names(client.event('newInvitation', invitation({})))).toEqual([]);
  });

  test('an invitation that ended meanwhile ends here too, once', () => {
    client.goOnline({ pending: [invitation({})] });
    const ended = { pending: [invitation({ state: 'ended', outcome: 'timedOut' })] };
    expect(names(client.gap(ended))).toEqual(['invitationTimeout']);
    expect(names(client.gap(ended))).toEqual([]);
    expect(names(client.event('invitationTimeout', { inviteId: 'i1', inviteeList: ['bob'] }))).toEqual([]);
  });

  test('the data of the step that ended it is handed on', () => {
    client.goOnline();
    const token = client.request('invite', { invitee: 'carol', inviteId: 'mine' });
    client.answer(token, { inviteId: 'mine', deadline: 31_000 });
    const ended = { inviteId: 'mine', inviter: 'bob', inviteeList: ['carol'], state: 'ended', outcome: 'rejected' };
    expect(notices(client.gap({ pending: [invitation({ ...ended, endedData: 'busy' })] }))).toMatchObject([
      { method: 'inviteeRejected', params: { inviteId: 'mine', invitee: 'carol', data: 'busy' } },
    ]);
  });

  test('an invitation that came and went is told whole', () => {
    client.goOnline();
    const effects = client.gap({ pending: [invitation({ state: 'ended', outcome: 'cancelled' })] });
    expect(names(effects)).toEqual(['newInvitation', 'invitationCancelled']);
  });

  test('an invitation the server forgot stops ringing', () => {
    client.goOnline({ pending: [invitation({})] });
    expect(notices(client.gap())).toEqual([
      { method: 'invitationTimeout', params: { inviteId: 'i1', inviteeList: ['bob'] } },
    ]);
  });

  test('changed data is told', () => {
    client.goOnline({ pending: [invitation({})] });
    expect(names(client.gap({ pending: [invitation({ data: 'other' })] }))).toEqual(['invitationModified']);
  });

  test('what the own answer ended is not told again', () => {
    client.goOnline({ pending: [invitation({})] });
    client.answer(client.request('reject', { inviteId: 'i1', data: '' }));
    expect(names(client.gap({ pending: [invitation({ state: 'ended', outcome: 'rejected' })] }))).toEqual([]);
  });

  test('a first login rings for what rings and keeps quiet about what ended', () => {
    const pending = [invitation({}), invitation({ inviteId: 'i2', state: 'ended', outcome: 'cancelled' })];
    expect(names(client.goOnline({ pending }))).toEqual(['newInvitation']);
  });

  test('what happened in the room is told', () => {
    client.goOnline();
    const alice = { userId: 'alice', audio: true, video: true, screen: false };
    client.answer(client.request('enterRoom', { strRoomId: 'r' }), { sdp: 'x', users: [alice], elapsed: 1 });
    const room = { strRoomId: 'r', scene: 'videoCall' };
    expect(names(client.gap({ room: { ...room, users: [alice] } }))).toEqual([]);
    expect(names(client.gap({ room: { ...room, users: [{ ...alice, video: false }] } }))).toEqual(['mediaChanged']);
    expect(names(client.gap({ room: { ...room, users: [] } }))).toEqual(['userLeft']);
    expect(names(client.gap({ room: { ...room, users: [alice] } }))).toEqual(['userEntered', 'mediaChanged']);
    expect(names(client.gap({ room: null }))).toEqual(['roomLost']);
    expect(names(client.gap({ room: null }))).toEqual([]);
  });

  test('a room of a page that was reloaded is left', () => {
    const effects = client.goOnline({ room: { strRoomId: 'r', scene: 'videoCall', users: [] } });
    expect(sent(effects).map(({ method }) => method)).toContain('exitRoom');
  });
});

function warm(): void {
  client.goOnline({ pending: [invitation({})] });
  client.answer(client.request('warmUp', { inviteId: 'i1', strRoomId: 'r', sdp: 'x' }), { sdp: 'y' });
}

describe('warm, held and current rooms', () => {
  const alice = { userId: 'alice', audio: true, video: false, screen: false, held: false };
  const room = { strRoomId: 'r', scene: 'videoCall', users: [alice] };
  const heldRoom = (): void => {
    client.goOnline();
    client.answer(client.request('enterRoom', { strRoomId: 'r' }), { sdp: 'x', users: [alice] });
    client.answer(client.request('holdRoom', {}));
  };

  test('a warm device that was taken in while its socket was down is told, after the acceptance', () => {
    warm();
    const accepted = invitation({ inviter: 'bob', inviteeList: ['alice'], state: 'ended', outcome: 'accepted' });
    const effects = client.gap({ pending: [accepted], room });
    expect(names(effects)).toEqual(['inviteeAccepted', 'roomEntered']);
    expect(sent(effects)).toEqual([]);
    expect(names(client.gap({ room: { ...room, users: [] } }))).toEqual(['userLeft']);
  });

  test('and where it was taken in is the other side’s choice when both had called', () => {
    warm();
    const effects = client.gap({ pending: [], room: { ...room, strRoomId: 'theirs' } });
    expect(names(effects)).toEqual(['invitationTimeout', 'roomEntered']);
    expect(sent(effects)).toEqual([]);
  });

  test('a warm device that finds the room full is told', () => {
    warm();
    expect(names(client.event('roomExited', { reason: 1 }))).toEqual(['roomExited']);
    expect(names(client.event('roomExited', { reason: 1 }))).toEqual([]);
    expect(sent(client.gap({ room })).map(({ method }) => method)).toEqual(['exitRoom']);
  });

  test('the end of the room on hold is told and leaves the current one', () => {
    heldRoom();
    client.answer(client.request('enterRoom', { strRoomId: 'other' }), { sdp: 'x', users: [] });
    expect(notices(client.event('roomExited', { strRoomId: 'r', reason: 2 }))).toEqual([
      { method: 'roomExited', params: { name: { strRoomId: 'r' }, reason: 2 } },
    ]);
    expect(names(client.gap({ room: { ...room, strRoomId: 'other', users: [] } }))).toEqual([]);
  });

  test('leaving a room one is not in leaves none', () => {
    heldRoom();
    client.answer(client.request('enterRoom', { strRoomId: 'other' }), { sdp: 'x', users: [] });
    client.answer(client.request('exitRoom', { strRoomId: 'elsewhere' }));
    const other = { ...room, strRoomId: 'other', users: [] };
    expect(names(client.gap({ held: room, room: other }))).toEqual([]);
  });

  test('what the server says at entry is known', () => {
    warm();
    expect(names(client.event('roomEntered', { ...room, elapsed: 9 }))).toEqual(['roomEntered']);
    expect(names(client.gap({ room }))).toEqual(['invitationTimeout']);
    expect(names(client.gap({ room: null }))).toEqual(['roomLost']);
  });

  test('a warm-up nobody answered keeps the room from being left', () => {
    client.goOnline({ pending: [invitation({})] });
    client.request('warmUp', { inviteId: 'i1', strRoomId: 'r', sdp: 'x' });
    expect(sent(client.gap({ room })).map(({ method }) => method)).toEqual(['warmUp']);
  });

  test('what happens in the room on hold is told, and another room beside it', () => {
    heldRoom();
    expect(names(client.gap({ held: room }))).toEqual([]);
    client.answer(client.request('enterRoom', { strRoomId: 'other' }), { sdp: 'x', users: [] });
    const other = { ...room, strRoomId: 'other', users: [] };
    expect(names(client.gap({ held: { ...room, users: [] }, room: other }))).toEqual(['userLeft']);
    const lost = notices(client.gap({ held: null, room: other }));
    expect(lost).toEqual([{ method: 'roomLost', params: { name: { strRoomId: 'r' } } }]);
  });

  test('a word with the name of the room on hold is about that', () => {
    heldRoom();
    client.answer(client.request('enterRoom', { strRoomId: 'other' }), { sdp: 'x', users: [] });
    client.event('mediaChanged', { strRoomId: 'r', ...alice, video: true });
    client.event('userHeld', { strRoomId: 'r', userId: 'alice', held: true });
    const held = { ...room, users: [{ ...alice, video: true, held: true }] };
    expect(names(client.gap({ held, room: { ...room, strRoomId: 'other', users: [] } }))).toEqual([]);
  });

  test('a missed hold of the other side is told', () => {
    client.goOnline();
    client.answer(client.request('enterRoom', { strRoomId: 'r' }), { sdp: 'x', users: [alice] });
    const effects = client.gap({ room: { ...room, users: [{ ...alice, audio: false, held: true }] } });
    expect(names(effects)).toEqual(['mediaChanged', 'userHeld']);
  });

  test('entering the room on hold resumes it', () => {
    heldRoom();
    client.answer(client.request('enterRoom', { strRoomId: 'r' }), { sdp: 'x', users: [alice] });
    expect(names(client.gap({ room }))).toEqual([]);
  });

  test('a hold that reached the server before the gap has succeeded', () => {
    client.goOnline();
    client.answer(client.request('enterRoom', { strRoomId: 'r' }), { sdp: 'x', users: [alice] });
    const token = client.request('holdRoom', {});
    const effects = client.gap({ held: room });
    expect(client.settled(token)).toMatchObject({ code: 0 });
    expect(sent(effects)).toEqual([]);
    expect(names(effects)).toEqual([]);
  });

  test('leaving by name leaves the room on hold and no other', () => {
    heldRoom();
    client.answer(client.request('enterRoom', { strRoomId: 'other' }), { sdp: 'x', users: [] });
    client.answer(client.request('exitRoom', { strRoomId: 'r' }));
    expect(names(client.gap({ room: { ...room, strRoomId: 'other', users: [] } }))).toEqual([]);
  });

  test('a room on hold of a page that was reloaded is left by its name', () => {
    const [exit] = sent(client.goOnline({ held: room }));
    expect(exit).toMatchObject({ method: 'exitRoom', params: { strRoomId: 'r' } });
  });

  test('a speed test ends with its socket', () => {
    client.goOnline();
    const token = client.request('startSpeedTest', { sdp: 'x' });
    client.feed({ type: 'socketClosed', socket: client.socket });
    expect(client.settled(token)).toMatchObject({ code: 9508 });
  });
});

describe('being kicked', () => {
  test('ends the session for good', () => {
    client.goOnline();
    const token = client.request('accept', { inviteId: 'i1', data: '' });
    expect(names(client.event('kickedOffline', { reason: 'multipleDevice' }))).toEqual(['kickedOffline']);
    expect(client.settled(token)).toMatchObject({ code: 6014 });
    expect(client.state).toEqual({ kind: 'kicked', reason: 'multipleDevice' });
    expect(client.pass(3_600_000)).toEqual([]);
    expect(client.feed({ type: 'nudge' })).toEqual([]);
  });

  test.each([
    [4002, 'multipleDevice'],
    [4003, 'sameDevice'],
  ])('the close code %i says so too, and nobody comes back', (code, reason) => {
    client.goOnline();
    const effects = client.feed({ type: 'socketClosed', socket: 1, code });
    expect(notices(effects)).toEqual([{ method: 'kickedOffline', params: { reason } }]);
    expect(client.pass(3_600_000)).toEqual([]);
  });

  test('in the middle of a login is the answer to it', () => {
    client.signIn();
    client.feed({ type: 'ticket', userSig: 'sig' });
    client.feed({ type: 'socketOpened', socket: 1 });
    const effects = client.feed({ type: 'socketClosed', socket: 1, code: 4003 });
    expect(effects).toContainEqual({ type: 'signedIn', result: { code: 6208, desc: 'You were signed in elsewhere.' } });
    expect(client.state.kind).toBe('signedOut');
  });

  test('a ticket that expires online is replaced once, and the session goes on', () => {
    client.goOnline();
    expect(kinds(client.event('userSigExpired', {}))).toContain('askTicket');
    client.feed({ type: 'ticket', userSig: 'new' });
    client.openAndLogIn();
    expect(client.state.kind).toBe('online');
    client.event('userSigExpired', {});
    expect(client.state.kind).toBe('signedOut');
  });
});

describe('a server that talks rubbish', () => {
  test.each([
    'not json',
    '[]',
    'null',
    '{}',
    '{"jsonrpc":"2.0","method":7,"params":{}}',
    '{"jsonrpc":"2.0","method":"newInvitation","params":{"inviteId":7}}',
    '{"jsonrpc":"2.0","method":"newInvitation"}',
    '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Not JSON."}}',
    '{"jsonrpc":"2.0","id":"r1","error":"no"}',
  ])('%s is counted and changes nothing', (frame) => {
    client.goOnline();
    expect(kinds(client.frame(frame))).toEqual(['garbage']);
    expect(client.state.kind).toBe('online');
  });

  test('a notification of a newer server is passed over, and is a sign of life', () => {
    client.goOnline();
    client.pass(20_000);
    expect(client.event('toString', {})).toEqual([]);
    client.pass(10_000);
    expect(client.state.kind).toBe('online');
  });

  test('an answer that is not what was promised is a refusal for whoever asked', () => {
    client.goOnline();
    const token = client.request('enterRoom', { strRoomId: 'r' });
    expect(kinds(client.answer(token, { sdp: 5 }))).toEqual(['settle', 'garbage']);
    expect(client.settled(token)).toMatchObject({ code: -7 });
  });

  test('a binary frame is counted', () => {
    client.goOnline();
    expect(kinds(client.feed({ type: 'frame', socket: 1, frame: new ArrayBuffer(4) }))).toEqual(['garbage']);
  });
});
