// SPDX-License-Identifier: Apache-2.0
import { EffectApi } from '@duet/effects';
import type { EffectNotice } from '@duet/sdk';
import { check, equal, expect, keep, until } from './checks.js';
import { areas, Snapshot } from './picture.js';

const api = EffectApi.getApi();

export async function openCamera(): Promise<MediaStreamTrack> {
  const video = { width: { exact: 640 }, height: { exact: 360 } };
  const [camera] = (await navigator.mediaDevices.getUserMedia({ video })).getVideoTracks();
  if (!camera) throw new Error('no camera');
  return camera;
}

interface Scene {
  readonly camera: MediaStreamTrack;
  readonly track: MediaStreamTrack;
  readonly notices: EffectNotice[];
}

/** Runs with the effect on the camera, which lives on when the effect has stopped. */
export async function withEffect(run: (scene: Scene) => Promise<void>): Promise<void> {
  const camera = await openCamera();
  const notices: EffectNotice[] = [];
  const track = await api.videoEffect.start(camera, (notice) => notices.push(notice));
  try {
    await run({ camera, track, notices });
  } finally {
    api.videoEffect.stop();
  }
  equal('the track', track.readyState, 'ended');
  equal('the camera', camera.readyState, 'live');
  camera.stop();
}

/** The effect as each check finds it: never falling back, whatever this machine can do. */
async function only(beauty: { smoothing?: number; whitening?: number }, background = 'none'): Promise<void> {
  api.setMinFps(0);
  api.setBeauty({ smoothing: 0, whitening: 0, ...beauty });
  if (background !== 'picture') await api.setBackground({ kind: background as 'none' });
}

const near = (what: string, now: Snapshot, before: Snapshot, area: keyof typeof areas, by = 6): void =>
  expect(`${what}: the luma of ${area}`, now.look(areas[area]).luma, {
    over: before.look(areas[area]).luma - by,
    under: before.look(areas[area]).luma + by,
  });

check('with nothing wished for the picture passes as it is', async () => {
  await only({});
  await withEffect(async ({ camera, track }) => {
    const [before, now] = [await Snapshot.of(camera), await Snapshot.of(track)];
    equal('the size', now.size, '640x360');
    for (const area of Object.keys(areas) as (keyof typeof areas)[]) near('passing', now, before, area, 3);
  });
});

check('a blur takes the edges out of the room and leaves the person', async () => {
  await only({}, 'blur');
  await withEffect(async ({ camera, track, notices }) => {
    const [before, now] = [await Snapshot.of(camera), await Snapshot.of(track)];
    await keep('plain', before);
    await keep('blur', now);
    const sharp = before.look(areas.bars).edge;
    expect('the edge of the bars', now.look(areas.bars).edge, { under: sharp / 5 });
    for (const area of ['leftCheek', 'rightCheek', 'eyes', 'shirt', 'hair'] as const)
      near('blur', now, before, area, 3);
    expect('the contrast of the eyes', now.look(areas.eyes).contrast, { over: before.look(areas.eyes).contrast * 0.9 });
    equal('the number of notices', notices.length, 0);
  });
});

check('a stronger blur leaves less', async () => {
  await only({}, 'blur');
  await api.setBackground({ kind: 'blur', strength: 0 });
  await withEffect(async ({ track }) => {
    const weak = (await Snapshot.of(track)).look(areas.bars).edge;
    await api.setBackground({ kind: 'blur', strength: 1 });
    const strong = (await Snapshot.of(track, 6)).look(areas.bars).edge;
    expect('the edge of the bars', strong, { under: weak / 2 });
  });
});

/** A page's own picture: red above, blue below. */
async function flag(): Promise<Blob> {
  const canvas = new OffscreenCanvas(320, 180);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas');
  context.fillStyle = '#e01010';
  context.fillRect(0, 0, 320, 90);
  context.fillStyle = '#1010e0';
  context.fillRect(0, 90, 320, 90);
  return canvas.convertToBlob();
}

check('a picture stands behind the person, the right way up', async () => {
  await only({}, 'picture');
  equal('the answer', (await api.setBackground({ kind: 'picture', picture: await flag() })).code, 0);
  await withEffect(async ({ camera, track }) => {
    const [before, now] = [await Snapshot.of(camera), await Snapshot.of(track)];
    await keep('picture', now);
    const above = now.look([20, 20, 100, 60]);
    expect('red above', above.red, { over: 180 });
    expect('blue above', above.blue, { under: 70 });
    const below = now.look([20, 260, 80, 60]);
    expect('blue below', below.blue, { over: 180 });
    for (const area of ['leftCheek', 'shirt', 'hair'] as const) near('picture', now, before, area, 3);
  });
});

check('an address serves as a picture, and a missing one is refused with a sentence', async () => {
  const picture = URL.createObjectURL(await flag());
  equal('the answer', (await api.setBackground({ kind: 'picture', picture })).code, 0);
  const refusal = await api.setBackground({ kind: 'picture', picture: '/nowhere.png' });
  equal('the refusal', refusal.code, 8003);
  equal('whether the sentence names it', refusal.desc.includes('/nowhere.png'), true);
});

check('whitening lightens the skin of the face and nothing else', async () => {
  await only({ whitening: 1 });
  await withEffect(async ({ camera, track }) => {
    const [before, now] = [await Snapshot.of(camera), await Snapshot.of(track, 6)];
    await keep('whitening', now);
    for (const cheek of ['leftCheek', 'rightCheek'] as const) {
      expect(`the luma of ${cheek}`, now.look(areas[cheek]).luma, { over: before.look(areas[cheek]).luma + 12 });
    }
    for (const area of ['skinColouredThing', 'shirt', 'hair', 'bars'] as const) near('whitening', now, before, area, 3);
  });
});

check('smoothing takes freckles away and keeps the eyes', async () => {
  await only({ smoothing: 1 });
  await withEffect(async ({ camera, track }) => {
    const [before, now] = [await Snapshot.of(camera), await Snapshot.of(track, 6)];
    await keep('smoothing', now);
    for (const cheek of ['leftCheek', 'rightCheek'] as const) {
      expect(`the contrast of ${cheek}`, now.look(areas[cheek]).contrast, {
        under: before.look(areas[cheek]).contrast * 0.6,
      });
      near('smoothing', now, before, cheek, 5);
    }
    expect('the contrast of the eyes', now.look(areas.eyes).contrast, { over: before.look(areas.eyes).contrast * 0.8 });
    near('smoothing', now, before, 'skinColouredThing', 2);
  });
});

/** Runs as in a browser that has no streams of frames. */
async function withoutStreams(run: () => Promise<void>): Promise<void> {
  const real = Reflect.get(globalThis, 'MediaStreamTrackGenerator') as unknown;
  Reflect.deleteProperty(globalThis, 'MediaStreamTrackGenerator');
  await run().finally(() => Object.assign(globalThis, { MediaStreamTrackGenerator: real }));
}

check('without streams of frames a canvas carries the picture', async () => {
  await only({}, 'blur');
  await withoutStreams(() =>
    withEffect(async ({ camera, track }) => {
      const [before, now] = [await Snapshot.of(camera), await Snapshot.of(track)];
      expect('the edge of the bars', now.look(areas.bars).edge, { under: before.look(areas.bars).edge / 5 });
      near('canvas', now, before, 'leftCheek', 4);
    }),
  );
});

async function endOfCamera(): Promise<void> {
  await only({}, 'blur');
  const camera = await openCamera();
  const track = await api.videoEffect.start(camera, () => {});
  await Snapshot.of(track);
  camera.stop();
  await until('the end of the track', () => track.readyState === 'ended');
  api.videoEffect.stop();
}

check('a camera that ends, ends the track', endOfCamera);
check('a camera that ends, ends the track over a canvas, too', () => withoutStreams(endOfCamera));

check('started on another camera it leaves the first track and keeps its models', async () => {
  await only({}, 'blur');
  const first = await openCamera();
  const one = await api.videoEffect.start(first, () => {});
  const began = performance.now();
  await withEffect(async ({ track }) => {
    equal('the first track', one.readyState, 'ended');
    expect('the bars', (await Snapshot.of(track)).look(areas.bars).edge, { under: 6 });
  });
  expect('the time in ms', performance.now() - began, { under: 10_000 });
  first.stop();
});

check('stopped while it starts, it starts not', async () => {
  const camera = await openCamera();
  const starting = api.videoEffect.start(camera, () => {});
  api.videoEffect.stop();
  const fault = await starting.then(
    () => 'none',
    (error: Error) => error.message,
  );
  equal('whether it says so', fault.includes('before it had begun'), true);
  equal('the camera', camera.readyState, 'live');
  camera.stop();
});
