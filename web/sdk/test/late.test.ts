// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
import { Late } from '../src/late.js';

test('a part is loaded once, by the first that asks', async () => {
  const load = vi.fn(() => Promise.resolve({ name: 'part' }));
  const part = new Late(load);
  part.tell(() => expect.unreachable());
  expect(load).not.toHaveBeenCalled();
  expect(await Promise.all([part.ask(({ name }) => name), part.ask(({ name }) => name)])).toEqual(['part', 'part']);
  expect(load).toHaveBeenCalledTimes(1);
});

test('what is asked while it is loaded happens in order', async () => {
  const said: string[] = [];
  const part = new Late(() => Promise.resolve(said));
  const started = part.ask((log) => log.push('start'));
  part.tell((log) => log.push('stop'));
  await started;
  await Promise.resolve();
  expect(said).toEqual(['start', 'stop']);
});

test('a part that could not be loaded is tried again', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('here');
  const part = new Late(load);
  await expect(part.ask((it) => it)).rejects.toThrow('offline');
  part.tell(() => expect.unreachable());
  expect(await part.ask((it) => it)).toBe('here');
});
