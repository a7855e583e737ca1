// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeCall } from '../preview/fake-call.js';
import { mount, type Page } from './mount.js';

/** A window over all others, as far as a page can tell. */
class FakeWindow extends EventTarget {
  readonly document = document.implementation.createHTMLDocument('');
  readonly sheets: string[] = [];
  closed = false;

  constructor() {
    super();
    Object.defineProperty(this.document, 'adoptedStyleSheets', { value: [], writable: true });
  }

  readonly CSSStyleSheet = ((sheets: string[]) =>
    class {
      replaceSync(css: string) {
        sheets.push(css);
      }
    })(this.sheets);

  close() {
    this.closed = true;
    this.dispatchEvent(new Event('pagehide'));
  }

  press(label: string) {
    this.document.querySelector<HTMLElement>(`[aria-label="${label}"]`)?.click();
  }
}

let opened: FakeWindow | undefined;

function requestWindow(): Promise<FakeWindow> {
  opened = new FakeWindow();
  return Promise.resolve(opened);
}

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(window, { documentPictureInPicture: { requestWindow } });
});

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
  Object.assign(window, { documentPictureInPicture: undefined });
  opened = undefined;
});

async function talking(fields: Partial<FakeCall> = {}): Promise<{ page: Page; call: FakeCall }> {
  const page = await mount();
  const call = page.client.ring(new FakeCall({ state: { kind: 'talking', since: Date.now() }, ...fields }));
  await page.settled();
  return { page, call };
}

const shown = () => (opened?.document.body.textContent ?? '').replace(/\s+/g, ' ').trim();

test.each(['the button', 'the key P'])('%s lifts the call over all windows, with its controls', async (how) => {
  const { page, call } = await talking();
  await (how === 'the button' ? page.press('pip') : page.key('p'));
  await page.settled();
  expect(shown()).toBe('bob 0:00');
  expect(opened?.sheets[0]).toContain('--stage');
  expect(page.get('pip').getAttribute('aria-pressed')).toBe('true');
  opened?.press('Mute the microphone');
  await page.settled();
  expect(call.muted).toBe(true);
  expect(opened?.document.querySelector('[aria-label="Unmute the microphone"]')).not.toBeNull();
});

test('its clock goes on', async () => {
  const { page } = await talking();
  await page.press('pip');
  await vi.advanceTimersByTimeAsync(3000);
  expect(shown()).toBe('bob 0:03');
});

test('the button closes it again, and so does its own window', async () => {
  const { page } = await talking();
  await page.press('pip');
  await page.settled();
  await page.press('pip');
  expect(opened?.closed).toBe(true);
  expect(page.get('pip').getAttribute('aria-pressed')).toBe('false');
  await page.press('pip');
  await page.settled();
  opened?.close();
  await page.settled();
  expect(page.get('pip').getAttribute('aria-pressed')).toBe('false');
});

test('the end of the call closes it', async () => {
  const { page } = await talking();
  await page.press('pip');
  await page.settled();
  opened?.press('Hang up');
  await page.settled();
  expect(opened?.closed).toBe(true);
  expect(page.find('ended-reason')).toBeDefined();
});

test('a browser with windows for videos alone lifts the picture of the other side, if there is one', async () => {
  Object.assign(window, { documentPictureInPicture: undefined });
  Object.assign(document, { pictureInPictureEnabled: true, exitPictureInPicture: () => Promise.resolve() });
  const lifted = vi.fn(() => Promise.resolve());
  Object.assign(HTMLVideoElement.prototype, { requestPictureInPicture: lifted });
  const { page, call } = await talking();
  await page.press('pip');
  expect(lifted).toHaveBeenCalledOnce();
  page.get('remote-video').dispatchEvent(new Event('leavepictureinpicture'));
  call.set({ remote: { audio: true, video: false, screen: false } });
  await page.settled();
  expect(page.find('pip')).toBeUndefined();
  Object.assign(document, { pictureInPictureEnabled: undefined });
});

test('a browser with neither has no such button', async () => {
  Object.assign(window, { documentPictureInPicture: undefined });
  const { page } = await talking();
  expect(page.find('pip')).toBeUndefined();
});
