// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test } from 'vitest';
import '../src/later.js';
import { FakeCall } from '../preview/fake-call.js';
import { mount, type Page } from './mount.js';

const device = (kind: string, deviceId: string, label: string) => ({ kind, deviceId, label });
const devices = [
  device('audioinput', 'default', 'Default'),
  device('audioinput', 'm1', 'Desk microphone'),
  device('videoinput', 'c1', ''),
  device('audiooutput', 's1', 'Headset'),
];

const enumerateDevices = () => Promise.resolve(devices);

beforeEach(() => {
  Object.assign(navigator, { mediaDevices: Object.assign(new EventTarget(), { enumerateDevices }) });
  Object.assign(HTMLMediaElement.prototype, { setSinkId: () => Promise.resolve() });
});

afterEach(() => {
  document.body.replaceChildren();
  Object.assign(navigator, { mediaDevices: undefined });
});

async function opened(): Promise<{ page: Page; call: FakeCall }> {
  const page = await mount();
  const call = page.client.ring(new FakeCall({ state: { kind: 'talking', since: 0 } }));
  await page.settled();
  await page.press('devices');
  await page.settled();
  return { page, call };
}

const choose = async (page: Page, testId: string, value: string) => {
  const select = page.get(testId) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await page.settled();
};

test('the device menu lists what there is, and names what has no name', async () => {
  const { page } = await opened();
  const options = (testId: string) => [...page.get(testId).querySelectorAll('option')].map((o) => o.textContent.trim());
  expect(options('choose-microphone')).toEqual(['System default', 'Desk microphone']);
  expect(options('choose-camera')).toEqual(['System default', 'Device 1']);
  expect(options('choose-speaker')).toEqual(['System default', 'Headset']);
});

test('the device menu chooses', async () => {
  const { page, call } = await opened();
  await choose(page, 'choose-microphone', 'm1');
  await choose(page, 'choose-camera', 'c1');
  await choose(page, 'choose-speaker', 's1');
  expect(call.devices).toEqual({ microphone: 'm1', camera: 'c1', speaker: 's1' });
});

test('the device menu closes by Escape, by the button, and by a press beside it', async () => {
  const { page } = await opened();
  page
    .get('devices-menu')
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
  await page.settled();
  expect(page.find('devices-menu')).toBeUndefined();
  await page.press('devices');
  expect(page.find('devices-menu')).toBeDefined();
  await page.press('devices');
  expect(page.find('devices-menu')).toBeUndefined();
  await page.press('devices');
  window.dispatchEvent(new PointerEvent('pointerdown'));
  await page.settled();
  expect(page.find('devices-menu')).toBeUndefined();
});

test('the device menu puts the call on hold, and switches between voice and video', async () => {
  const { page, call } = await opened();
  await page.press('switch');
  expect([call.media, call.cameraOn]).toEqual(['audio', false]);
  await page.press('devices');
  await page.press('switch');
  expect([call.media, call.cameraOn]).toEqual(['video', true]);
  await page.press('devices');
  await page.press('hold');
  expect(call.held).toBe('local');
});
