// SPDX-License-Identifier: Apache-2.0
export type { Result } from './result.js';
export { DuetClient } from './call/client.js';
export type {
  Call,
  CallMedia,
  CallQuality,
  CallState,
  ClientEvents,
  ConnectionState,
  DuetClientOptions,
  EndReason,
  EndSide,
  LoginInfo,
  Quality,
  RemoteMedia,
} from './call/types.js';
