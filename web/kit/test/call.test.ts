// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeCall } from '../preview/fake-call.js';
import { mount, type Page } from './mount.js';

beforeEach(() => {
  vi.useFakeTimers();
  document.title = 'My page';
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

async function calling(fields: Partial<FakeCall> = {}): Promise<{ page: Page; call: FakeCall }> {
  const page = await mount();
  const call = page.client.ring(new FakeCall({ direction: 'outgoing', peer: 'bob', ...fields }));
  await page.settled();
  return { page, call };
}

async function called(fields: Partial<FakeCall> = {}): Promise<{ page: Page; call: FakeCall }> {
  return calling({ direction: 'incoming', state: { kind: 'ringing', delivered: true }, ...fields });
}

async function talking(fields: Partial<FakeCall> = {}): Promise<{ page: Page; call: FakeCall }> {
  return calling({ state: { kind: 'talking', since: Date.now() }, ...fields });
}

test('an outgoing call says Calling, and Ringing once it is delivered', async () => {
  const { page, call } = await calling();
  expect(page.words()).toContain('Calling…');
  call.set({ state: { kind: 'ringing', delivered: false } });
  await page.settled();
  expect(page.words()).toContain('Calling…');
  call.set({ state: { kind: 'ringing', delivered: true } });
  await page.settled();
  expect(page.words()).toContain('Ringing…');
});

test.each(['the button', 'Escape'])('%s cancels an outgoing call', async (how) => {
  const { page } = await calling({ state: { kind: 'ringing', delivered: true } });
  await (how === 'Escape' ? page.key('Escape') : page.press('cancel'));
  expect(page.get('ended-reason').dataset['reason']).toBe('canceled');
});

test('an incoming call shows who calls and how, and offers to accept and to reject', async () => {
  const { page } = await called({ media: 'audio' });
  expect(page.get('incoming').dataset['media']).toBe('audio');
  expect(page.text('caller')).toBe('bob');
  expect(page.words()).toContain('Incoming voice call');
  expect(page.find('accept')).toBeDefined();
  expect(page.find('reject')).toBeDefined();
});

test('an incoming call flashes the title of the page until it is answered', async () => {
  const { page } = await called();
  expect(document.title).toBe('● bob is calling');
  vi.advanceTimersByTime(1000);
  expect(document.title).toBe('My page');
  await page.press('accept');
  expect(document.title).toBe('My page');
  vi.advanceTimersByTime(5000);
  expect(document.title).toBe('My page');
});

test('an incoming call is announced to screen readers, and so is its end', async () => {
  const { page, call } = await called();
  expect(page.text('announcement')).toBe('Incoming video call from bob. Press Enter to accept, Escape to decline.');
  call.end('canceled', 'remote');
  await page.settled();
  expect(page.text('announcement')).toBe('bob cancelled the call before you answered.');
});

test.each(['the button', 'Enter'])('%s accepts an incoming call', async (how) => {
  const { page, call } = await called();
  vi.advanceTimersByTime(600);
  await (how === 'Enter' ? page.key('Enter') : page.press('accept'));
  expect(call.state.kind).toBe('talking');
  expect(page.find('in-call')).toBeDefined();
});

test.each(['the button', 'Escape'])('%s rejects an incoming call', async (how) => {
  const { page } = await called();
  vi.advanceTimersByTime(600);
  await (how === 'Escape' ? page.key('Escape') : page.press('reject'));
  expect(page.get('ended-reason').dataset['reason']).toBe('reject');
});

test('a key that was meant for a text field does not answer a call that has only just come in', async () => {
  const { page, call } = await called();
  await page.key('Enter');
  await page.key('Escape');
  expect(call.state.kind).toBe('ringing');
});

test('an accept the server refuses can be tried again', async () => {
  const { page, call } = await called({ acceptResult: { code: 6013, desc: 'Not connected.' } });
  await page.press('accept');
  call.acceptResult = { code: 0, desc: '' };
  await page.press('accept');
  expect(call.state.kind).toBe('talking');
});

test('a second call that comes in does not push the first off the screen', async () => {
  const { page } = await talking();
  page.client.ring(new FakeCall({ direction: 'incoming', peer: 'carol', state: { kind: 'ringing', delivered: true } }));
  await page.settled();
  expect(page.find('incoming')).toBeUndefined();
  expect(page.find('in-call')).toBeDefined();
});

test('a call that comes in while the last one’s end is on the screen replaces it', async () => {
  const { page, call } = await talking();
  call.end('hangup', 'remote');
  page.client.ring(new FakeCall({ direction: 'incoming', peer: 'carol', state: { kind: 'ringing', delivered: true } }));
  await page.settled();
  expect(page.text('caller')).toBe('carol');
});

test('an answered call says it is connecting, and then counts the time', async () => {
  const { page, call } = await calling({ state: { kind: 'connecting' } });
  expect(page.words()).toContain('Connecting…');
  expect(page.find('duration')).toBeUndefined();
  call.set({ state: { kind: 'talking', since: Date.now() } });
  await page.settled();
  expect(page.text('duration')).toBe('0:00');
  await vi.advanceTimersByTimeAsync(62_000);
  await page.settled();
  expect(page.text('duration')).toBe('1:02');
});

test.each(['the button', 'the key M'])('%s mutes and unmutes', async (how) => {
  const { page, call } = await talking();
  const act = () => (how === 'the button' ? page.press('mute') : page.key('m'));
  await act();
  expect(call.muted).toBe(true);
  expect(page.get('mute').getAttribute('aria-pressed')).toBe('true');
  expect(page.get('mute').getAttribute('aria-label')).toBe('Unmute the microphone');
  await act();
  expect(call.muted).toBe(false);
});

test.each(['the button', 'the key V'])('%s turns the camera off and on', async (how) => {
  const { page, call } = await talking();
  const act = () => (how === 'the button' ? page.press('camera') : page.key('v'));
  await act();
  expect(call.cameraOn).toBe(false);
  expect(page.words()).toContain('Your camera is off');
  await act();
  expect(call.cameraOn).toBe(true);
});

test('a camera that cannot be turned on says why, for a while', async () => {
  const { page } = await talking({
    cameraOn: false,
    cameraResult: { code: -1314, desc: 'No.' },
  });
  await page.press('camera');
  expect(page.words()).toContain('This page may not use the camera.');
  await vi.advanceTimersByTimeAsync(8000);
  await page.settled();
  expect(page.words()).not.toContain('This page may not use the camera.');
});

test('a camera that failed while it rang is spoken of before and after the answer', async () => {
  const { page, call } = await calling();
  call.set({ cameraOn: false, deviceProblem: { code: -1, desc: 'There is no camera.' } });
  await page.settled();
  expect(page.words()).toContain('There is no camera.');
  call.set({ state: { kind: 'talking', since: Date.now() } });
  await page.settled();
  expect(page.words()).toContain('There is no camera.');
  await vi.advanceTimersByTimeAsync(8000);
  await page.settled();
  expect(page.words()).not.toContain('There is no camera.');
});

test('an incoming video call shows the own picture if the camera may be used', async () => {
  const { page } = await called({ localStream: new MediaStream() });
  expect((page.get('local-video') as HTMLVideoElement).muted).toBe(true);
});

test('the controls are left alone while a key with a modifier is pressed', async () => {
  const { call } = await talking();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', ctrlKey: true }));
  expect(call.muted).toBe(false);
});

test('pressing the small picture swaps it with the large one, and back', async () => {
  const { page } = await talking();
  const large = () => page.get('remote-video').parentElement?.classList.contains('large');
  expect(large()).toBe(true);
  await page.press('local-video');
  expect(large()).toBe(false);
  await page.press('remote-video');
  expect(large()).toBe(true);
});

test('the same video elements stay when pictures are swapped, so that nothing stops playing', async () => {
  const { page } = await talking();
  const before = [page.get('remote-video'), page.get('local-video')];
  await page.press('local-video');
  expect([page.get('remote-video'), page.get('local-video')]).toEqual(before);
});

test('a voice call has sound but no pictures', async () => {
  const { page } = await talking({
    media: 'audio',
    cameraOn: false,
    remote: { audio: true, video: false, screen: false },
  });
  expect(page.get('in-call').dataset['media']).toBe('audio');
  expect(page.find('remote-video')).toBeDefined();
  expect(page.find('local-video')).toBeUndefined();
  expect(page.text('duration')).toBe('0:00');
});

test('the remote video element is never muted, and the local one always is', async () => {
  const { page } = await talking();
  expect((page.get('remote-video') as HTMLVideoElement).muted).toBe(false);
  expect((page.get('local-video') as HTMLVideoElement).muted).toBe(true);
});

test('a browser that refuses to play sound gets a button to hear the other side', async () => {
  const refuse = vi
    .spyOn(HTMLMediaElement.prototype, 'play')
    .mockRejectedValue(new DOMException('no gesture yet', 'NotAllowedError'));
  const { page } = await talking({ localStream: undefined, remoteStream: new MediaStream() });
  await page.settled();
  expect(page.text('hear')).toBe('Tap to hear bob');
  refuse.mockResolvedValue(undefined);
  await page.press('hear');
  expect(page.find('hear')).toBeUndefined();
  refuse.mockRestore();
});

test('the worse direction of the line is shown in words and as a number', async () => {
  const { page, call } = await talking();
  expect(page.get('in-call').dataset['quality']).toBe('2');
  expect(page.words()).toContain('Good');
  call.set({ quality: { local: 1, remote: 5, rtt: 900, upLoss: 0, downLoss: 30 } });
  await page.settled();
  expect(page.get('in-call').dataset['quality']).toBe('5');
  expect(page.words()).toContain('Very weak');
});

test('a lost line to the server shows as reconnecting while the call goes on', async () => {
  const { page } = await talking();
  page.client.connect('reconnecting');
  await page.settled();
  expect(page.text('connection')).toBe('Reconnecting…');
  expect(page.find('hang-up')).toBeDefined();
});

test('hanging up ends the call and says for how long it was', async () => {
  const { page } = await talking();
  await vi.advanceTimersByTimeAsync(61_000);
  await page.press('hang-up');
  expect(page.get('ended-reason').dataset['reason']).toBe('hangup');
  expect(page.text('ended-reason')).toBe('You hung up.');
  expect(page.words()).toContain('You talked for 1 minute 1 second');
});

test('the end of a call offers the same call again', async () => {
  const { page, call } = await talking();
  call.end('hangup', 'remote');
  await page.settled();
  await page.press('call-again');
  expect(page.client.currentCall).not.toBe(call);
  expect(page.client.currentCall).toMatchObject({ peer: 'bob', media: 'video', direction: 'outgoing' });
});

test.each(['the button', 'Escape', 'Enter'])('%s puts the end of a call away', async (how) => {
  const { page, call } = await talking();
  call.end('hangup', 'remote');
  await page.settled();
  await (how === 'the button' ? page.press('close-ended') : page.key(how));
  expect(page.find('ended-reason')).toBeUndefined();
});
