// SPDX-License-Identifier: Apache-2.0

/** What the snippets printed so far. */
export const printed: string[] = [];

/** The guide's `debugPrint`, where a test can read it. */
export function debugPrint(text: string): void {
  printed.push(text);
}
