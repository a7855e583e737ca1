// SPDX-License-Identifier: Apache-2.0

/** Runs code that belongs to the app: what it throws surfaces as an uncaught error of the page, not inside the effects. */
export function safely(code: () => void): void {
  try {
    code();
  } catch (error) {
    reportError(error);
  }
}
