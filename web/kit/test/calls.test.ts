// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeCall } from '../preview/fake-call.js';
import { mount, type Page } from './mount.js';

beforeEach(() => vi.useFakeTimers());

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const ringing = { kind: 'ringing', delivered: true } as const;

async function talking(fields: Partial<FakeCall> = {}): Promise<{ page: Page; call: FakeCall }> {
  const page = await mount();
  const call = page.client.ring(new FakeCall({ state: { kind: 'talking', since: Date.now() }, ...fields }));
  await page.settled();
  return { page, call };
}

/** Carol calls while bob is talked to. */
async function second(fields: Partial<FakeCall> = {}) {
  const { page, call } = await talking();
  const other = new FakeCall({ direction: 'incoming', peer: 'carol', state: ringing, media: 'audio', ...fields });
  page.client.ring(other);
  await page.settled();
  return { page, call, other };
}

describe('a second caller', () => {
  test('is shown over the call, which goes on', async () => {
    const { page } = await second();
    expect(page.text('second-call')).toContain('carol');
    expect(page.get('second-call').dataset['media']).toBe('audio');
    expect(page.find('in-call')).toBeDefined();
    expect(page.find('incoming')).toBeUndefined();
    expect(page.text('announcement')).toBe('carol is calling too.');
  });

  test('takes the focus, and gives it back when it is gone', async () => {
    const { page, call } = await talking();
    page.get('mute').focus();
    const other = page.client.ring(new FakeCall({ direction: 'incoming', peer: 'carol', state: ringing }));
    await page.settled();
    expect(page.focused()?.dataset['testid']).toBe('second-call');
    other.end('canceled', 'remote');
    await page.settled();
    expect(page.focused()?.dataset['testid']).toBe('mute');
    expect(call.state.kind).toBe('talking');
  });

  test('is declined as busy', async () => {
    const { page, call, other } = await second();
    await page.press('decline-busy');
    expect(other.rejectedAs).toBe('busy');
    expect(page.find('second-call')).toBeUndefined();
    expect(call.state.kind).toBe('talking');
  });

  test('is answered with the first call on hold, which stands by and can be swapped with', async () => {
    const { page, call, other } = await second();
    await page.press('hold-answer');
    expect([call.held, other.state.kind]).toEqual(['local', 'talking']);
    expect(page.find('second-call')).toBeUndefined();
    expect(page.text('held-call')).toContain('bob');
    await page.press('swap');
    expect([call.held, other.held]).toEqual(['none', 'local']);
    expect(page.text('held-call')).toContain('carol');
  });

  test('is answered with the first call ended', async () => {
    const { page, call } = await second();
    await page.press('end-answer');
    expect(call.state).toMatchObject({ reason: 'hangup', side: 'local' });
    expect(page.find('in-call')).toBeDefined();
    expect(page.find('held-call')).toBeUndefined();
    expect(page.words()).toContain('You hung up.');
  });

  test('cannot be answered with a third call on hold', async () => {
    const page = await mount();
    page.client.ring(new FakeCall({ peer: 'dora', held: 'local', state: { kind: 'talking', since: 0 } }));
    page.client.ring(new FakeCall({ state: { kind: 'talking', since: 0 } }));
    page.client.ring(new FakeCall({ direction: 'incoming', peer: 'carol', state: ringing }));
    await page.settled();
    expect(page.find('end-answer')).toBeDefined();
    expect(page.find('hold-answer')).toBeUndefined();
  });

  test('rings in front once the first call is over', async () => {
    const { page, call } = await second();
    call.end('hangup', 'remote');
    await page.settled();
    expect(page.text('caller')).toBe('carol');
    expect(page.find('second-call')).toBeUndefined();
  });

  test('may try again to be answered when the first call could not be put on hold', async () => {
    const { page, other } = await second({ acceptResult: { code: 70500, desc: 'No.' } });
    await page.press('hold-answer');
    expect(page.find('second-call')).toBeDefined();
    other.acceptResult = { code: 0, desc: '' };
    await page.press('hold-answer');
    expect(other.state.kind).toBe('talking');
  });

  test('hears busy at once where call waiting is off', async () => {
    const page = await mount({ noCallWaiting: true });
    expect(page.client.callWaiting).toBe(false);
    page.element.noCallWaiting = false;
    await page.settled();
    expect(page.client.callWaiting).toBe(true);
  });
});

describe('a call on hold', () => {
  test('says so, offers to resume, and hides what cannot be done meanwhile', async () => {
    const { page, call } = await talking({ held: 'local' });
    expect(page.text('on-hold')).toBe('bob is on hold');
    expect(page.get('in-call').dataset['held']).toBe('local');
    expect([page.find('mute'), page.find('camera'), page.find('devices')]).toEqual([undefined, undefined, undefined]);
    await page.press('resume');
    expect(call.held).toBe('none');
    expect(page.find('on-hold')).toBeUndefined();
  });

  test('by the other side says so, and keeps the controls', async () => {
    const { page } = await talking({ held: 'remote' });
    expect(page.text('on-hold')).toBe('bob put you on hold');
    expect(page.text('announcement')).toBe('bob put you on hold');
    expect(page.find('mute')).toBeDefined();
    expect(page.find('resume')).toBeUndefined();
  });

  test.each([
    ['local', 'none'],
    ['none', 'local'],
  ] as const)('the key H changes %s to %s', async (before, after) => {
    const { page, call } = await talking({ held: before });
    await page.key('h');
    expect(call.held).toBe(after);
  });

  test('stays in front when the call beside it ends, and the end is told', async () => {
    const { page } = await second();
    await page.press('hold-answer');
    await page.press('hang-up');
    expect(page.text('on-hold')).toBe('bob is on hold');
    expect(page.words()).toContain('You hung up.');
    expect(page.find('ended-reason')).toBeUndefined();
  });
});

describe('a small call', () => {
  test('leaves the page to be used, and comes back', async () => {
    const { page } = await talking();
    const covers: boolean[] = [];
    page.element.addEventListener('duet-call-covers', (event) => covers.push((event as CustomEvent<boolean>).detail));
    await page.press('mini');
    expect(page.element.small).toBe(true);
    expect(page.find('mini')).toBeUndefined();
    await page.press('restore');
    expect(page.element.small).toBe(false);
    expect(covers).toEqual([false, true]);
  });

  test('keeps the same video element, so that nothing stops playing', async () => {
    const { page } = await talking();
    const before = page.get('remote-video');
    await page.press('mini');
    expect(page.get('remote-video')).toBe(before);
  });

  test('has its keys only while it has the focus', async () => {
    const { page, call } = await talking();
    await page.press('mini');
    await page.key('m');
    expect(call.muted).toBe(false);
    const press = new KeyboardEvent('keydown', { key: 'm', bubbles: true, composed: true });
    page.get('restore').dispatchEvent(press);
    expect(call.muted).toBe(true);
  });

  test('is sent to another corner by the arrow keys', async () => {
    const { page } = await talking();
    await page.press('mini');
    const card = page.host('in-call');
    expect(card.getAttribute('corner')).toBe('bottom right');
    const press = (key: string) =>
      page.get('restore').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    press('ArrowUp');
    press('ArrowLeft');
    expect(card.getAttribute('corner')).toBe('top left');
    press('ArrowDown');
    press('ArrowRight');
    expect(card.getAttribute('corner')).toBe('bottom right');
  });

  test('is dragged to the corner it is let go of near to', async () => {
    const { page } = await talking();
    await page.press('mini');
    const card = page.host('in-call');
    card.setPointerCapture = () => {};
    const pointer = (type: string, x: number, y: number) =>
      card.dispatchEvent(new PointerEvent(type, { pointerId: 1, clientX: x, clientY: y, button: 0 }));
    pointer('pointerdown', 900, 700);
    pointer('pointermove', 903, 701);
    expect(card.style.translate).toBe('');
    pointer('pointermove', 100, 80);
    expect(card.style.translate).toBe('-800px -620px');
    vi.spyOn(card, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 300, 200));
    pointer('pointerup', 100, 80);
    expect(card.getAttribute('corner')).toBe('top left');
    expect(card.style.translate).toBe('');
    await page.press('restore');
    expect(page.element.small).toBe(true);
    await page.press('restore');
    expect(page.element.small).toBe(false);
  });

  test('ends small', async () => {
    const { page, call } = await talking();
    await page.press('mini');
    call.end('hangup', 'remote');
    await page.settled();
    expect(page.element.small).toBe(true);
    expect(page.text('ended-reason')).toBe('bob hung up.');
  });

  test('an incoming call fills the window all the same', async () => {
    const page = await mount({ small: true });
    page.client.ring(new FakeCall({ direction: 'incoming', state: ringing }));
    await page.settled();
    expect(page.element.small).toBe(false);
    expect(page.find('incoming')).toBeDefined();
  });

  test('an outgoing call can be made small as well, and cancelled there', async () => {
    const page = await mount();
    const call = page.client.ring(new FakeCall({ state: ringing }));
    await page.settled();
    await page.press('mini');
    expect(page.find('restore')).toBeDefined();
    await page.press('cancel');
    expect(call.state).toMatchObject({ reason: 'canceled' });
  });
});

describe('a voice call in which the other side turns the camera on', () => {
  const seen = { media: 'video', remote: { audio: true, video: true, screen: false } } as const;

  async function offered() {
    const { page, call } = await talking({
      media: 'audio',
      cameraOn: false,
      remote: { audio: true, video: false, screen: false },
    });
    call.set(seen);
    await page.settled();
    return { page, call };
  }

  test('shows the picture and offers one’s own', async () => {
    const { page, call } = await offered();
    expect(page.text('offer-video')).toContain('bob turned the camera on.');
    await page.press('offer-accept');
    expect(call.cameraOn).toBe(true);
    expect(page.find('offer-video')).toBeUndefined();
  });

  test('offers once', async () => {
    const { page, call } = await offered();
    await page.press('offer-refuse');
    expect(page.find('offer-video')).toBeUndefined();
    call.set({ muted: true });
    await page.settled();
    expect(page.find('offer-video')).toBeUndefined();
    expect(call.cameraOn).toBe(false);
  });

  test('offers nothing in a call that was a video call from the start', async () => {
    const { page, call } = await talking({ cameraOn: false, remote: { audio: true, video: false, screen: false } });
    call.set(seen);
    await page.settled();
    expect(page.find('offer-video')).toBeUndefined();
  });
});

describe('a screen', () => {
  test('of the other side is the large picture while it is shared, unless another is chosen', async () => {
    const { page, call } = await talking();
    const large = () => page.get('remote-video').parentElement?.classList.contains('large');
    expect(large()).toBe(true);
    call.set({ remote: { audio: true, video: true, screen: true } });
    await page.settled();
    expect(page.get('remote-screen').parentElement?.classList.contains('large')).toBe(true);
    await page.press('remote-video');
    expect(large()).toBe(true);
    call.set({ remote: { audio: true, video: true, screen: false } });
    await page.settled();
    expect(page.find('remote-screen')).toBeUndefined();
    expect(large()).toBe(true);
  });

  test('is shared by the button or the key S, where the browser can, and that is said', async () => {
    vi.stubGlobal('navigator', Object.assign(navigator, { mediaDevices: { getDisplayMedia: () => {} } }));
    const { page, call } = await talking();
    await page.press('screen-share');
    expect(call.screenOn).toBe(true);
    expect(page.text('sharing')).toContain('You are sharing your screen');
    await page.key('s');
    expect(call.screenOn).toBe(false);
    Object.assign(navigator, { mediaDevices: undefined });
  });

  test('cannot be shared where the browser cannot', async () => {
    const { page } = await talking();
    expect(page.find('screen-share')).toBeUndefined();
  });
});
