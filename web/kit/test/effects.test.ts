// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeCall } from '../preview/fake-call.js';
import { FakeEffects } from '../preview/fake-effects.js';
import { plain, type EffectChoice } from '../src/effects/choice.js';
import { en } from '../src/words/en.js';
import { mount, type Page } from './mount.js';

const talking = { state: { kind: 'talking', since: 0 } } as const;
const camera = {} as MediaStreamTrack;

let fake: FakeEffects;
const load = vi.fn(() => Promise.resolve(fake));

beforeEach(() => {
  fake = new FakeEffects();
  load.mockReset().mockImplementation(() => Promise.resolve(fake));
});

afterEach(() => {
  document.body.replaceChildren();
  localStorage.clear();
});

const keep = (choice: Partial<EffectChoice>) => localStorage.setItem('duet-effects', JSON.stringify(choice));
const kept = () => JSON.parse(localStorage.getItem('duet-effects') ?? 'null') as EffectChoice | null;
const isOn = (page: Page, testId: string) => !(page.get(testId) as HTMLInputElement).matches(':disabled, :disabled *');

async function inCall(fields: Partial<FakeCall> = talking): Promise<{ page: Page; call: FakeCall }> {
  const page = await mount({ effects: load });
  const call = page.client.ring(new FakeCall(fields));
  await page.settled();
  return { page, call };
}

/** Until the menu is there and knows what can be done. */
async function opened(fields?: Partial<FakeCall>) {
  const { page, call } = await inCall(fields);
  await page.press('effects');
  await vi.waitFor(() => expect(page.find('effects-menu')).toBeDefined());
  await vi.waitFor(() => expect(page.text('effects-status')).not.toBe(en.menus.loading));
  await page.settled();
  return { page, call };
}

async function pick(page: Page, testId: string, value?: string) {
  const field = page.get(testId) as HTMLInputElement;
  if (value === undefined) field.click();
  else {
    field.value = value;
    field.dispatchEvent(new Event('input'));
  }
  await page.settled();
}

describe('before anybody wants an effect', () => {
  test('nothing is loaded, and a call is as it was', async () => {
    const { call } = await inCall();
    expect(load).not.toHaveBeenCalled();
    expect([call.videoEffect, call.audioEffect]).toEqual([undefined, undefined]);
  });

  test('opening the menu loads what it needs, and changes nothing', async () => {
    const { page, call } = await opened();
    expect(load).toHaveBeenCalledOnce();
    expect(page.get('effects-status').hidden).toBe(true);
    expect([call.videoEffect, call.audioEffect]).toEqual([undefined, undefined]);
  });
});

describe('the effects menu', () => {
  test('blurs the background, smooths and brightens, and takes noise out', async () => {
    const { page, call } = await opened();
    await pick(page, 'background-blur');
    await pick(page, 'effects-smoothing', '60');
    await pick(page, 'effects-whitening', '30');
    await pick(page, 'effects-noise');
    expect(kept()).toEqual({ smoothing: 0.6, whitening: 0.3, background: 'blur', quiet: true });
    await vi.waitFor(() => expect(fake.told).toContainEqual({ smoothing: 0.6, whitening: 0.3 }));
    expect(fake.told).toContainEqual({ kind: 'blur' });
    await call.videoEffect?.start(camera, () => {});
    await call.audioEffect?.start(camera, () => {});
    expect(fake.last).toEqual({ video: 'start', audio: 'start' });
  });

  test('switches everything off at once', async () => {
    keep({ smoothing: 0.6, background: 'blur', quiet: true });
    const { page, call } = await opened();
    expect([call.videoEffect, call.audioEffect]).not.toContain(undefined);
    await page.press('effects-off');
    expect([call.videoEffect, call.audioEffect]).toEqual([undefined, undefined]);
    expect(kept()).toEqual(plain);
  });

  test('opens by E over a call that rings as well, and closes by Escape with the focus where it was', async () => {
    const localStream = new MediaStream();
    const { page } = await inCall({ direction: 'outgoing', state: { kind: 'ringing', delivered: true }, localStream });
    await page.key('e');
    await vi.waitFor(() => expect(page.find('effects-menu')).toBeDefined());
    expect(page.get('effects').getAttribute('aria-expanded')).toBe('true');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true });
    page.get('effects-menu').dispatchEvent(escape);
    await page.settled();
    expect(page.find('effects-menu')).toBeUndefined();
    expect(page.focused()).toBe(page.get('effects'));
    expect(page.client.currentCall?.state.kind).toBe('ringing');
  });

  test('takes the place of the device menu', async () => {
    const { page } = await inCall();
    await page.press('devices');
    await vi.waitFor(() => expect(page.find('devices-menu')).toBeDefined());
    await page.key('e');
    await vi.waitFor(() => expect(page.find('effects-menu')).toBeDefined());
    expect(page.find('devices-menu')).toBeUndefined();
  });

  test('is nowhere on a page that wants no effects', async () => {
    keep({ background: 'blur' });
    const page = await mount({ effects: load, noEffects: true });
    const call = page.client.ring(new FakeCall(talking));
    await page.settled();
    await page.key('e');
    expect([page.find('effects'), page.find('effects-menu'), call.videoEffect]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('where it cannot be done', () => {
  test('a package that cannot be loaded is said so, and the call goes on', async () => {
    load.mockImplementation(() => Promise.reject(new Error('404')));
    const { page, call } = await opened();
    expect(page.text('effects-status')).toBe(en.menus.notLoaded);
    expect(isOn(page, 'background-blur')).toBe(false);
    expect(call.state.kind).toBe('talking');
  });

  test('a browser that cannot change pictures is said so, and may still take noise out', async () => {
    fake = new FakeEffects({ code: 8001, desc: 'This browser has no WebGL2.' });
    const { page } = await opened();
    expect(page.text('effects-status')).toContain('This browser has no WebGL2.');
    expect([isOn(page, 'background-blur'), isOn(page, 'effects-noise')]).toEqual([false, true]);
  });

  test('an effect that is too slow is said so, over the call and in the menu, until it is there again', async () => {
    keep({ background: 'blur' });
    const { page, call } = await opened();
    const { videoEffect } = call;
    if (!videoEffect) throw new Error('No effect was kept.');
    call.notice(videoEffect, { kind: 'fellBack', code: 8004, desc: '' });
    await page.settled();
    expect(page.text('effects-status')).toBe(en.effects.tooSlow);
    expect(page.get('effects').getAttribute('aria-label')).toContain(en.effects.tooSlow);
    expect(page.words().split(en.effects.tooSlow).length).toBe(3);
    call.notice(videoEffect, { kind: 'resumed' });
    await page.settled();
    expect(page.get('effects-status').hidden).toBe(true);
  });

  test('an effect that could not begin is tried anew by the next choice', async () => {
    keep({ background: 'blur' });
    const { page, call } = await opened();
    const { videoEffect } = call;
    if (!videoEffect) throw new Error('No effect was kept.');
    call.notice(videoEffect, { kind: 'fellBack', code: 8001, desc: '' });
    const given = vi.spyOn(call, 'setVideoEffect');
    await pick(page, 'effects-smoothing', '50');
    expect(given.mock.calls.map(([effect]) => effect)).toEqual([undefined, videoEffect]);
  });
});

describe('a choice that the browser keeps', () => {
  test('is on a call before its camera opens', async () => {
    keep({ background: 'blur' });
    const page = await mount({ effects: load });
    const call = page.client.ring(new FakeCall(talking));
    expect(call.videoEffect).toBeDefined();
    expect(load).not.toHaveBeenCalled();
    await call.videoEffect?.start(camera, () => {});
    expect(fake.told).toContainEqual({ kind: 'blur' });
    expect(fake.last.video).toBe('start');
  });

  test('that makes no sense is none', async () => {
    localStorage.setItem('duet-effects', '{"background":');
    const { call } = await inCall();
    expect(call.videoEffect).toBeUndefined();
  });

  test('is stopped by no call but the one that began it last', async () => {
    keep({ background: 'blur' });
    const { page, call } = await inCall();
    await call.videoEffect?.start(camera, () => {});
    const second = page.client.ring(new FakeCall({ direction: 'incoming', peer: 'carol', ...talking }));
    second.videoEffect?.stop();
    await page.settled();
    expect(fake.last.video).toBe('start');
    await second.videoEffect?.start(camera, () => {});
    call.videoEffect?.stop();
    await page.settled();
    expect(fake.last.video).toBe('start');
    second.videoEffect?.stop();
    await vi.waitFor(() => expect(fake.last.video).toBe('stop'));
  });
});
