// SPDX-License-Identifier: Apache-2.0
import { EffectApi, NoiseSuppression } from '@duet/effects';
import { check, equal, until } from './checks.js';

const made: string[] = [];

/** Notes each making of what costs something. */
function watch(name: 'Worker' | 'OffscreenCanvas' | 'AudioContext'): void {
  const real = globalThis[name] as unknown as new (...args: unknown[]) => object;
  const watched = new Proxy(real, {
    construct: (target, args) => {
      made.push(name);
      return new target(...(args as unknown[]));
    },
  });
  Object.assign(globalThis, { [name]: watched });
}

watch('Worker');
watch('OffscreenCanvas');
watch('AudioContext');
const { compile, instantiate } = WebAssembly;
Object.assign(WebAssembly, {
  compile: (bytes: ArrayBuffer) => {
    made.push('WebAssembly');
    return compile(bytes);
  },
  instantiate: (module: WebAssembly.Module) => {
    made.push('WebAssembly');
    return instantiate(module);
  },
});

const fetched = (): number =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes('/effects/')).length;

check('nothing is loaded or made before an effect is switched on', async () => {
  const api = EffectApi.getApi();
  api.setBeauty({ smoothing: 1, whitening: 1 });
  equal('the answer', (await api.setBackground({ kind: 'blur' })).code, 0);
  equal('the noise suppression', new NoiseSuppression().kind, 'audio');
  equal('what was made', made.join(), '');
  equal('the number of files', fetched(), 0);
  equal('whether it runs', api.running, false);
});

check('what is watched for is seen once an effect is switched on', async () => {
  const api = EffectApi.getApi();
  const stream = await navigator.mediaDevices.getUserMedia({ video: true });
  const [camera] = stream.getVideoTracks();
  if (!camera) throw new Error('no camera');
  await api.videoEffect.start(camera, () => {});
  equal('whether a worker was made', made.includes('Worker'), true);
  await until('files', () => fetched() > 0);
  api.videoEffect.stop();
  equal('whether it runs', api.running, false);
  camera.stop();
});
