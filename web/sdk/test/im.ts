// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest';
import { ImManager, type InitParams } from '../src/index.js';
import type { Platform } from '../src/session/platform.js';
import type { World } from './world.js';

/** Every callback of a listener, written down. */
export const recorder = (log: string[], told: (...call: unknown[]) => void = () => {}): object =>
  new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) => {
          told(String(name), ...args);
          log.push(
            `${String(name)}(${args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(', ')})`,
          );
        },
    },
  );

/** An answer that needs no time, but the world's turns. */
export async function soon<T>(world: World, answer: Promise<T>): Promise<T> {
  await world.settle();
  return answer;
}

/** One person's ImManager, and what it told. */
export interface Side {
  readonly im: ImManager;
  readonly log: string[];
  readonly platform: Platform;
  /** What was told since the last time. */
  readonly news: () => string[];
}

export async function initialized(world: World, params: Partial<InitParams> = {}): Promise<Side> {
  const log: string[] = [];
  const platform = world.platform();
  const im = new ImManager(platform);
  const listener = recorder(log);
  expect(await im.initSDK({ sdkAppID: 1, server: 'http://duet.test', listener, ...params })).toMatchObject({ code: 0 });
  im.getSignalingManager().addSignalingListener({ listener: recorder(log) });
  return { im, log, platform, news: () => log.splice(0) };
}

export async function signedIn(world: World, userID: string, params: Partial<InitParams> = {}): Promise<Side> {
  const side = await initialized(world, params);
  expect(await soon(world, side.im.login({ userID, userSig: 'sig' }))).toEqual({ code: 0, desc: 'ok' });
  side.news();
  return side;
}
