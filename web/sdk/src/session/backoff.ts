// SPDX-License-Identifier: Apache-2.0

const first_ms = 500;
const longest_ms = 15_000;

/**
 * How long to wait before the next attempt to connect: doubling from half a second to 15 s, then spread over its upper
 * half, so that the clients of a restarted server do not come back in one instant. `attempt` counts from 0, `random` is
 * in [0, 1).
 */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(longest_ms, first_ms * 2 ** attempt);
  return full / 2 + (random * full) / 2;
}
