// SPDX-License-Identifier: Apache-2.0
import { EffectApi } from '@duet/effects';
import type { EffectNotice } from '@duet/sdk';
import { check, equal, expect, until } from './checks.js';
import { areas, Snapshot } from './picture.js';
import { openCamera, withEffect } from './picture-effects.js';

const api = EffectApi.getApi();

check('slower than its set frame rate it falls back to the plain camera and says so', async () => {
  api.setMinFps(10_000);
  await api.setBackground({ kind: 'blur' });
  const heard: EffectNotice[] = [];
  const off = api.on('notice', (notice) => heard.push(notice));
  await withEffect(async ({ camera, track, notices }) => {
    const before = await Snapshot.of(camera);
    await until('a notice', () => notices.length > 0);
    const [notice] = notices;
    equal('the notice', notice?.kind === 'fellBack' && notice.code, 8004);
    equal('the number that listeners of the API heard', heard.length, 1);
    const sharp = before.look(areas.bars).edge;
    expect('the bars', (await Snapshot.of(track)).look(areas.bars).edge, { over: sharp * 0.9 });
    equal('the track', track.readyState, 'live');
  });
  off();
  api.setMinFps(12);
});

check('without its files it does not start and says what to do', async () => {
  api.setResourcePath('/nowhere/');
  const camera = await openCamera();
  const fault = await api.videoEffect
    .start(camera, () => {})
    .then(
      () => 'none',
      (error: Error) => error.message,
    );
  equal('whether it names the way out', fault.includes('setResourcePath'), true);
  const result = await new Promise<number>((resolve) => api.initXmagic(resolve));
  equal('what initXmagic says', result, 8001);
  api.setResourcePath('/effects');
  equal('what initXmagic says then', await new Promise<number>((resolve) => api.initXmagic(resolve)), 0);
  equal('whether it runs', api.running, false);
  camera.stop();
});

check('without WebGL2 it does not start and says so', async () => {
  const canvas = OffscreenCanvas.prototype as { getContext: unknown };
  const real = canvas.getContext;
  canvas.getContext = () => null;
  const camera = await openCamera();
  const fault = await api.videoEffect
    .start(camera, () => {})
    .then(
      () => 'none',
      (error: Error) => error.message,
    );
  canvas.getContext = real;
  equal('whether it names what is missing', fault.includes('WebGL2'), true);
  equal('the camera', camera.readyState, 'live');
  equal('whether it runs', api.running, false);
  camera.stop();
});
