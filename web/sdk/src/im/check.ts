// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { refused, type Result } from '../result.js';

/** What a parameter has to be: a test, and the words for what passes it. */
export interface Kind {
  readonly fits: (value: unknown) => boolean;
  readonly is: string;
}

/** Half a surrogate pair has no UTF-8 form, and a server refuses the whole frame for it. */
const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed();

export const text: Kind = { fits: isText, is: 'a string' };
export const someText: Kind = { fits: (value) => isText(value) && value !== '', is: 'a string that is not empty' };
export const flag: Kind = { fits: (value) => typeof value === 'boolean', is: 'true or false' };
export const code: Kind = { fits: (value) => typeof value === 'function', is: 'a function' };
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const object: Kind = { fits: isObject, is: 'an object' };

export const integer = (from: number, to: number): Kind => ({
  fits: (value) => Number.isSafeInteger(value) && Number(value) >= from && Number(value) <= to,
  is: `an integer from ${from} to ${to}`,
});

export const texts = (from: number, to: number): Kind => ({
  fits: (value) => Array.isArray(value) && value.length >= from && value.length <= to && value.every(someText.fits),
  is: `a list of ${from} to ${to} strings`,
});

/** Absent is undefined or null. */
export const optional = ({ fits, is }: Kind): Kind => ({
  fits: (value) => (value ?? undefined) === undefined || fits(value),
  is,
});

/** Says which parameter is not what it has to be; undefined when all are. */
export function misfit(params: unknown, kinds: Readonly<Record<string, Kind>>): Result<never> | undefined {
  if (!isObject(params)) return refused(Code.invalidParameters, 'The parameters must be one object.');
  const wrong = Object.entries(kinds).find(([name, { fits }]) => !fits((params as Record<string, unknown>)[name]));
  return wrong && refused(Code.invalidParameters, `${wrong[0]} must be ${wrong[1].is}.`);
}

const encoder = new TextEncoder();

export const bytesIn = (value: string): number => encoder.encode(value).length;

/** What a value is on the wire; undefined for one that has no JSON form. */
export function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
