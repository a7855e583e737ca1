// SPDX-License-Identifier: Apache-2.0
import type { Result } from '@duet/sdk';
import type { Words } from './words.js';

/** A trouble in the reader's language where its number is known, else the sentence that came with it. */
export function told({ problems }: Words, { code, desc }: Pick<Result, 'code' | 'desc'>): string {
  return problems[String(code)] ?? desc;
}
