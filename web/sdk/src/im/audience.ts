// SPDX-License-Identifier: Apache-2.0
import { safely } from '../events.js';
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';
import { isObject } from './check.js';

/** A listener as the guide hands it over: by itself or as the one named parameter. */
export type Handed<L> = L | { listener: L };

const named = (handed: object): unknown => ('listener' in handed ? handed.listener : handed);

/** `{}`, as a call without its one optional parameter. */
const isEmpty = (params: unknown): boolean =>
  isObject(params) && Object.getPrototypeOf(params) === Object.prototype && Object.keys(params).length === 0;

const noListener = refused(Code.invalidParameters, 'listener must be an object.');

/** Listeners in the order they came; the same one twice counts once. */
export class Audience<L extends object> {
  private readonly listeners = new Set<L>();

  add(handed: Handed<L>): Result {
    const listener = isObject(handed) ? named(handed) : undefined;
    if (!isObject(listener)) return noListener;
    this.listeners.add(listener as L);
    return done();
  }

  /** Without a listener every one is taken off. */
  remove(handed?: Handed<L> | { listener?: L | undefined }): Result {
    if (this.listeners.delete(handed as L)) return done();
    const listener = isObject(handed) ? named(handed) : handed;
    if ((listener ?? undefined) === undefined || isEmpty(listener)) this.listeners.clear();
    else if (!isObject(listener)) return noListener;
    else this.listeners.delete(listener as L);
    return done();
  }

  tell(what: (listener: L) => void): void {
    // A copy, so that a listener may take itself off while it is told.
    for (const listener of Array.from(this.listeners)) safely(() => what(listener));
  }
}
