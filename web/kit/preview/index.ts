// SPDX-License-Identifier: Apache-2.0
export { FakeCall } from './fake-call.js';
export { FakeEffects } from './fake-effects.js';
export { FakeClient } from './fake-client.js';
export { Seen } from './seen.js';
export { list } from './list.js';
