// SPDX-License-Identifier: Apache-2.0

/**
 * The answer to anything that can be refused: `code` 0 is success, any other code is one of the documented numbers and
 * `desc` an English sentence. A refusal is a value; nothing throws for it.
 */
export type Result<T = void> = { code: number; desc: string; data?: T };

export function done(): Result;
export function done<T>(data: T): Result<T>;
export function done<T>(data?: T): Result<T> {
  return data === undefined ? { code: 0, desc: 'ok' } : { code: 0, desc: 'ok', data };
}

/** An answer of which only matters whether it was a refusal. */
export const bare = ({ code, desc }: Result<unknown>): Result => ({ code, desc });

export const refused = (code: number, desc: string): Result<never> => ({ code, desc });

/** A refusal for something that threw. */
export const broken = (code: number, what: string, error: unknown): Result<never> =>
  refused(code, `${what} failed: ${String(error)}.`);
