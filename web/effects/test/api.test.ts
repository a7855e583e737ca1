// SPDX-License-Identifier: Apache-2.0
import { registeredVideoEffect } from '@duet/sdk';
import { describe, expect, it, vi } from 'vitest';
import { EffectApi, NoiseSuppression } from '../src/index.js';

const api = EffectApi.getApi();

const forbidden = (name: string) =>
  vi.fn(() => {
    throw new Error(`${name} was made`);
  });

describe('EffectApi', () => {
  it('is one object, and the effect that the experimental API switches', () => {
    expect(EffectApi.getApi()).toBe(api);
    expect(registeredVideoEffect()).toBe(api.videoEffect);
  });

  it('makes no worker, no WebAssembly, no canvas, no sound and no request before it is switched on', async () => {
    const dear = ['Worker', 'OffscreenCanvas', 'AudioContext', 'AudioWorkletNode', 'fetch', 'createImageBitmap'];
    for (const name of dear) vi.stubGlobal(name, forbidden(name));
    vi.stubGlobal('WebAssembly', { compile: forbidden('WebAssembly'), instantiate: forbidden('WebAssembly') });
    api.setResourcePath('/somewhere');
    expect(api.setBeauty({ smoothing: 1, whitening: 1 }).code).toBe(0);
    expect((await api.setBackground({ kind: 'blur', strength: 1 })).code).toBe(0);
    expect(api.setMinFps(20).code).toBe(0);
    expect(new NoiseSuppression().name).toBe('duet-noise-suppression');
    api.enable(false);
    expect(api.running).toBe(false);
    vi.unstubAllGlobals();
  });

  it('needs no licence and says so, later as a callback does', async () => {
    const heard: [number, string][] = [];
    api.setLicense('key', 'https://licence.example', (code, msg) => heard.push([code, msg]));
    expect(heard).toEqual([]);
    await vi.waitFor(() => expect(heard).toEqual([[0, expect.stringContaining('no licence')]]));
  });

  it('is not ready where the browser lacks what it needs, with the reason', async () => {
    const results: number[] = [];
    vi.stubGlobal('Worker', undefined);
    api.initXmagic((result) => results.push(result));
    await vi.waitFor(() => expect(results).toEqual([8001]));
    expect((await api.check()).desc).toContain('workers');
    vi.unstubAllGlobals();
  });

  it.each([-0.1, 1.1, Number.NaN, '1' as unknown as number])('refuses %s as an amount of beauty', (smoothing) => {
    expect(api.setBeauty({ smoothing })).toEqual({ code: 8003, desc: expect.stringContaining('smoothing') });
  });

  it.each([
    [{ kind: 'rain' as 'none' }, '"blur"'],
    [{ kind: 'blur' as const, strength: 2 }, 'from 0 to 1'],
    [{ kind: 'picture' as const, picture: '' }, 'needs its picture'],
  ])('refuses %o as a background', async (background, sentence) => {
    expect(await api.setBackground(background)).toEqual({ code: 8003, desc: expect.stringContaining(sentence) });
  });

  it.each([-1, Number.NaN, 'fast' as unknown as number])('refuses %s as a frame rate', (fps) => {
    expect(api.setMinFps(fps).code).toBe(8003);
  });

  it('is switched through the experimental API of the cloud it is attached to', () => {
    const orders: unknown[] = [];
    api.attachTo({ callExperimentalAPI: (json) => orders.push(JSON.parse(json)) });
    expect(api.enable(true).code).toBe(0);
    api.enable(false);
    expect(orders).toEqual([
      { api: 'enableVideoProcessByNative', params: { enable: true } },
      { api: 'enableVideoProcessByNative', params: { enable: false } },
    ]);
  });

  it('is given to a host that takes effects', () => {
    const given: unknown[] = [];
    api.attachTo({ setVideoEffect: (effect) => given.push(effect) });
    api.enable(true);
    api.enable(false);
    expect(given).toEqual([api.videoEffect, undefined]);
  });
});
