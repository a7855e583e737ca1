// SPDX-License-Identifier: Apache-2.0
import { nowhere, socketUrl } from '../session/address.js';
import { code, integer, object, optional, text, type Kind } from './check.js';
import type { SdkListener } from './listeners.js';

/** How important a line of the log is. */
export const LogLevelEnum = { LOG_ALL: 0, LOG_DEBUG: 1, LOG_INFO: 2, LOG_WARN: 3, LOG_ERROR: 4, LOG_NONE: 5 } as const;

export interface InitParams {
  sdkAppID: number;
  listener?: SdkListener;
  /** The least important that `onLog` is told, one of `LogLevelEnum`. */
  loglevel?: number;
  onLog?: (level: number, content: string) => void;
  /** Origin of the server; the page's own by default. */
  server?: string;
  deviceName?: string;
  /** Asked once for another ticket when the server calls one expired; without it, that surfaces. */
  userSigProvider?: (userID: string) => Promise<string> | string;
}

/** What `initSDK` has to be given. */
export const initParams: Readonly<Record<string, Kind>> = {
  sdkAppID: integer(1, 2 ** 32 - 1),
  listener: optional(object),
  loglevel: optional(integer(0, 100)),
  onLog: optional(code),
  server: optional({
    fits: (value) => typeof value === 'string' && socketUrl(value) !== nowhere,
    is: 'an origin, as https://calls.example.org',
  }),
  deviceName: optional(text),
  userSigProvider: optional(code),
};

/** Null counts as absent. */
export const withoutNull = (params: InitParams): InitParams =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null)) as unknown as InitParams;

/** The ticket of the login first, then those of the app's provider. */
export function tickets({ userSigProvider }: InitParams, userId: string, userSig: string): () => Promise<string> {
  let first: string | undefined = userSig;
  return async () => {
    const given = first ?? (await userSigProvider?.(userId)) ?? userSig;
    first = undefined;
    return given;
  };
}
