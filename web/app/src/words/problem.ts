// SPDX-License-Identifier: Apache-2.0
import type { Words } from './words.js';

/** Something in the way of signing in: what it is and what to do. */
export interface Problem {
  readonly title: string;
  readonly advice: string;
}

/** What is in the way, to be said in whatever language the page then speaks. */
export type Obstacle = (words: Words) => Problem;

export const unreachable: Obstacle = ({ problems }) => problems.unreachable;

export const kicked: Obstacle = ({ problems }) => problems.kicked;

/** A sign-in the server refused, with the server's sentence, which says what to do. */
export const refusedSignIn =
  (code: number, desc: string): Obstacle =>
  ({ problems }) =>
    problems.refused(code, desc);
