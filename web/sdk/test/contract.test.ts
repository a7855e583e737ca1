// SPDX-License-Identifier: Apache-2.0
/// <reference types="vite/client" />
import { describe, expect, test } from 'vitest';
import { decode, encodeRequest, readResult } from '../src/wire/codec.js';
import type { Method } from '../src/wire/frames.js';
import { events, results } from '../src/wire/shapes.js';

interface Frame {
  readonly id: string | number | null;
  readonly method: string;
  readonly params: object;
  readonly result: object;
  readonly error: { readonly code: number; readonly message: string };
}

/** Every golden frame: its name, its first word, and what it holds. */
const golden = Object.entries(
  import.meta.glob<Frame>('../../../contract/frames/*.json', { eager: true, import: 'default' }),
).map(([path, frame]) => {
  const name = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
  return { name, word: name.slice(0, name.indexOf('.')), kind: name.slice(name.lastIndexOf('.') + 1), frame };
});

const ofKind = (kind: string): typeof golden => golden.filter((each) => each.kind === kind);

const words = (kind: string): string[] => [...new Set(ofKind(kind).map(({ word }) => word))].toSorted();

/** What is left out on the wire has a value here, so every golden member must be found again, and more may be. */
const contains = (read: unknown, written: object): void => {
  expect(read).toMatchObject(nameRooms(written) as object);
};

/** A room's name is two members on the wire and one here. */
function nameRooms(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(nameRooms);
  const { strRoomId, roomId, ...rest } = value as Record<string, unknown>;
  const named = Object.entries(rest).map(([key, each]) => [key, nameRooms(each)]);
  const name = strRoomId === undefined ? { roomId } : { strRoomId };
  return Object.fromEntries(strRoomId === undefined && roomId === undefined ? named : [...named, ['name', name]]);
}

describe('golden frames', () => {
  test('there are some', () => {
    expect(golden.length).toBeGreaterThan(40);
  });

  test('every method and every notification is known here, and no other', () => {
    expect(Object.keys(results).toSorted()).toEqual(words('request'));
    expect(Object.keys(results).toSorted()).toEqual(words('result'));
    expect(Object.keys(events).toSorted()).toEqual(words('event'));
  });

  test.each(ofKind('request'))('$name is written the same', ({ frame }) => {
    const text = encodeRequest(frame.id ?? '', frame.method as Method, frame.params as never);
    expect(text).toBe(JSON.stringify(frame));
  });

  test.each(ofKind('result'))('$name is read whole', ({ word, frame }) => {
    const incoming = decode(JSON.stringify(frame));
    if (incoming.kind !== 'answer') throw new Error(`It was read as ${incoming.kind}.`);
    expect(incoming.id).toBe(frame.id);
    const { code, data } = readResult(word as Method, incoming.result);
    expect(code).toBe(0);
    contains(data, frame.result);
  });

  test.each(ofKind('event'))('$name is read whole', ({ word, frame }) => {
    const incoming = decode(JSON.stringify(frame));
    if (incoming.kind !== 'event') throw new Error(`It was read as ${incoming.kind}.`);
    expect(incoming.event.method).toBe(word);
    contains(incoming.event.params, frame.params);
  });

  test.each(ofKind('error'))('$name is read as a refusal', ({ frame }) => {
    expect(decode(JSON.stringify(frame))).toEqual({ kind: 'refusal', id: frame.id, ...frame.error });
  });
});

/** A small generator with a seed, so that a failure can be had again. */
function* numbers(seed: number): Generator<number, never> {
  for (;;) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    yield seed / 2 ** 32;
  }
}

describe('broken frames', () => {
  test('never throw, whatever is missing from a golden frame or has another type', () => {
    const random = numbers(20261123);
    const odd: unknown[] = [null, 7, -1, 'x', true, [], {}, undefined];
    const spoil = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || random.next().value < 0.2) {
        return odd[Math.floor(random.next().value * odd.length)];
      }
      const keys = Object.keys(value);
      const victim = keys[Math.floor(random.next().value * keys.length)];
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === victim ? spoil(each) : each]));
    };
    for (let round = 0; round < 200; round++) {
      for (const { name, word, frame } of golden) {
        const text = JSON.stringify(spoil(frame)) as string | undefined;
        const cut = text?.slice(
          0,
          random.next().value < 0.1 ? Math.floor(random.next().value * text.length) : undefined,
        );
        expect(() => {
          const incoming = decode(cut);
          if (incoming.kind === 'answer' && word in results) readResult(word as Method, incoming.result);
        }, `${name}: ${cut}`).not.toThrow();
      }
    }
  });
});
