// SPDX-License-Identifier: Apache-2.0
export { DuetCall } from './element/duet-call.js';
export type { CallingClient } from './element/client.js';
export type { Person } from './names.js';
