// SPDX-License-Identifier: Apache-2.0
import type { Result } from '@duet/sdk';
import type { Words } from './words.js';

/** A trouble in the reader's language. */
export function told({ problems, otherProblem }: Words, { code, desc }: Pick<Result, 'code' | 'desc'>): string {
  return problems[String(code)] ?? otherProblem(code, desc);
}
