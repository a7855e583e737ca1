// SPDX-License-Identifier: Apache-2.0

/** Why a value is not what the wire promises; never leaves `wire/`. */
export class Misfit extends Error {}

/** Takes a parsed JSON value apart, or throws a `Misfit` that names the place. Unknown fields are left out. */
export type Reader<T> = (value: unknown, at: string) => T;

const misfit = (at: string, wanted: string): never => {
  throw new Misfit(`${at} is not ${wanted}`);
};

export const text: Reader<string> = (value, at) => (typeof value === 'string' ? value : misfit(at, 'a string'));

export const number: Reader<number> = (value, at) =>
  typeof value === 'number' && Number.isFinite(value) ? value : misfit(at, 'a number');

export const flag: Reader<boolean> = (value, at) => (typeof value === 'boolean' ? value : misfit(at, 'a boolean'));

export const oneOf =
  <const V extends readonly (string | number)[]>(...values: V): Reader<V[number]> =>
  (value, at) =>
    (values as readonly unknown[]).includes(value) ? (value as V[number]) : misfit(at, `one of ${values.join(', ')}`);

export const list =
  <T>(item: Reader<T>): Reader<T[]> =>
  (value, at) =>
    Array.isArray(value) ? value.map((each, i) => item(each, `${at}[${i}]`)) : misfit(at, 'a list');

export const orElse =
  <T, F>(reader: Reader<T>, fallback: F): Reader<T | F> =>
  (value, at) =>
    value === undefined || value === null ? fallback : reader(value, at);

export const record =
  <S extends Record<string, Reader<unknown>>>(shape: S): Reader<{ [K in keyof S]: ReturnType<S[K]> }> =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return misfit(at, 'an object');
    const source = value as Record<string, unknown>;
    const entries = Object.entries(shape).map(([key, reader]) => [key, reader(source[key], `${at}.${key}`)]);
    return Object.fromEntries(entries) as { [K in keyof S]: ReturnType<S[K]> };
  };

/** The value, or the sentence that says why it is none. */
export function read<T>(reader: Reader<T>, value: unknown, at: string): { value: T } | { misfit: string } {
  try {
    return { value: reader(value, at) };
  } catch (error) {
    if (error instanceof Misfit) return { misfit: error.message };
    throw error;
  }
}
