// SPDX-License-Identifier: Apache-2.0

/** A callback that was called. */
export interface Told {
  readonly name: string;
  readonly args: readonly unknown[];
}

/** Every callback so far, in order. */
export const told: Told[] = [];

/** A listener to everything. */
export const recorder: object = new Proxy(
  {},
  {
    get:
      (_, name) =>
      (...args: unknown[]): void => {
        told.push({ name: String(name), args });
      },
  },
);
