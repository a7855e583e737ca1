// SPDX-License-Identifier: Apache-2.0
export { EffectApi, type EffectHost } from './api.js';
export { NoiseSuppression } from './audio/noise.js';
export type { Background, Beauty, Picture } from './parameters.js';
