// SPDX-License-Identifier: Apache-2.0

/** Something in the way of signing in: what it is and what to do. */
export interface Problem {
  readonly title: string;
  readonly advice: string;
}

export const unreachable: Problem = {
  title: 'The server cannot be reached.',
  advice: 'Check that it is running and that you are on the network, then try again.',
};

export const kicked: Problem = {
  title: 'You were signed out here.',
  advice: 'This name signed in on another device or tab. Sign in again to use it here.',
};

/** A sign-in the server refused, with the server's sentence, which says what to do. */
export function refusedSignIn(code: number, desc: string): Problem {
  return { title: 'The server refused the sign-in.', advice: `${desc} (code ${code})` };
}
