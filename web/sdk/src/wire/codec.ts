// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';
import type { EventName, Method, Methods, ServerEvent } from './frames.js';
import { number, read, record, text, type Reader } from './read.js';
import { events, results } from './shapes.js';

/**
 * What a frame of the server turned out to be. `garbage` is counted and logged, it never reaches the app; `stranger` is
 * a notification of a newer server, which is nobody's fault.
 */
export type Incoming =
  | { readonly kind: 'answer'; readonly id: RequestId; readonly result: unknown }
  | { readonly kind: 'refusal'; readonly id: RequestId | null; readonly code: number; readonly message: string }
  | { readonly kind: 'event'; readonly event: ServerEvent }
  | { readonly kind: 'stranger'; readonly method: string }
  | { readonly kind: 'garbage'; readonly why: string };

type RequestId = string | number;

export function encodeRequest<M extends Method>(id: RequestId, method: M, params: Methods[M]['params']): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params });
}

const garbage = (why: string): Incoming => ({ kind: 'garbage', why });

export function decode(frame: unknown): Incoming {
  if (typeof frame !== 'string') return garbage('a binary frame');
  let parsed: unknown;
  try {
    parsed = JSON.parse(frame);
  } catch {
    return garbage('not JSON');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return garbage('not an object');
  const object = parsed as Record<string, unknown>;
  if ('method' in object) return notification(object);
  if ('error' in object) return refusal(object);
  const { id, result } = object;
  if (isRequestId(id) && 'result' in object) return { kind: 'answer', id, result };
  return garbage('neither an answer nor a notification');
}

const isRequestId = (id: unknown): id is RequestId => typeof id === 'string' || typeof id === 'number';

function notification({ method, params }: Record<string, unknown>): Incoming {
  if (typeof method !== 'string') return garbage('the method is not a string');
  if (!Object.hasOwn(events, method)) return { kind: 'stranger', method };
  const got = read(events[method as EventName] as Reader<unknown>, params ?? {}, method);
  return 'misfit' in got
    ? garbage(got.misfit)
    : { kind: 'event', event: { method, params: got.value } as unknown as ServerEvent };
}

const errorShape = record({ code: number, message: text });

function refusal({ id, error }: Record<string, unknown>): Incoming {
  const got = read(errorShape, error, 'error');
  if ('misfit' in got) return garbage(got.misfit);
  return { kind: 'refusal', id: isRequestId(id) ? id : null, ...got.value };
}

/** The typed result of an answer, or a refusal when the server answered something else than it promised. */
export function readResult<M extends Method>(method: M, value: unknown): Result<Methods[M]['result']> {
  const got = read(results[method] as Reader<Methods[M]['result']>, value, method);
  return 'misfit' in got
    ? refused(Code.badAnswer, `The server's answer cannot be read: ${got.misfit}.`)
    : done(got.value);
}
