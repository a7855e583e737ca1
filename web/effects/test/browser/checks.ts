// SPDX-License-Identifier: Apache-2.0
import type { Snapshot } from './picture.js';

interface Check {
  readonly name: string;
  readonly run: () => Promise<void>;
}

const checks: Check[] = [];

export const check = (name: string, run: () => Promise<void>): void => void checks.push({ name, run });

const tellStray = (fault: unknown): void =>
  void tell('check', { name: 'nothing goes wrong unnoticed', fault: String(fault), took: 0 });

addEventListener('error', ({ message }) => tellStray(message));
addEventListener('unhandledrejection', ({ reason }) => tellStray(reason));

/** Runs them one after the other and tells the server how each went. */
export async function runChecks(): Promise<void> {
  const only = new URLSearchParams(location.search).get('only');
  for (const { name, run } of checks.filter((each) => !only || each.name.includes(only))) {
    const began = performance.now();
    const fault = await run().then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? `${error.message}\n${error.stack}` : String(error)),
    );
    await tell('check', { name, fault, took: Math.round(performance.now() - began) });
  }
  await tell('end', {});
}

export const tell = (what: string, body: object): Promise<Response> =>
  fetch(`/report/${what}`, { method: 'POST', body: JSON.stringify(body) });

/** Leaves a picture for eyes in the folder that the run names. */
export const keep = async (name: string, snapshot: Snapshot): Promise<void> =>
  void (await tell('picture', { name, image: snapshot.image }));

export function expect(what: string, value: number, { over, under }: { over?: number; under?: number }): void {
  const fits = (over === undefined || value > over) && (under === undefined || value < under);
  if (fits) return;
  const wanted = [over !== undefined && `over ${over.toFixed(1)}`, under !== undefined && `under ${under.toFixed(1)}`];
  throw new Error(`${what} is ${value.toFixed(2)}, not ${wanted.filter(Boolean).join(' and ')}`);
}

export function equal<T>(what: string, value: T, wanted: T): void {
  if (value !== wanted) throw new Error(`${what} is ${String(value)}, not ${String(wanted)}`);
}

/** Waits until `condition` holds, and says what was waited for when it does not in time. */
export async function until(what: string, condition: () => boolean, patience_ms = 30_000): Promise<void> {
  const end = performance.now() + patience_ms;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited for ${what} in vain`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
