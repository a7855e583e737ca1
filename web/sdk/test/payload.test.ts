// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cipherKey, nonces, seal, unseal, type Secret } from '../src/rtc/payload/envelope.js';
import { Riders } from '../src/rtc/payload/riders.js';
import { parted, withMessages } from '../src/rtc/payload/trailer.js';
import { params, together, visitor } from './rtc.js';
import { World } from './world.js';

// Loaded beforehand, as from a browser's cache.
await import('../src/rtc/payload/workshop.js');

type Bytes = Uint8Array<ArrayBuffer>;

const text = (words: string): Bytes => new TextEncoder().encode(words);
const keyframe = Uint8Array.from([0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x40, 0x01, 0xb4, 0x00, 7, 7, 7]);
const delta = Uint8Array.from([0x31, 0x02, 0x00, 9, 9, 9]);

describe('messages that ride on a frame', () => {
  test.each([[[]], [['one']], [['', 'grüß dich', 'x'.repeat(1_000)]]])('%j come off it again', (words) => {
    const messages = words.map(text);
    expect(parted(withMessages(keyframe, messages))).toEqual({ frame: keyframe, messages });
  });

  test('stand behind the frame, so that a decoder which knows nothing of them begins as ever', () => {
    expect(withMessages(delta, [text('one')]).slice(0, delta.length)).toEqual(delta);
  });

  test('a frame without any stays whole', () => {
    expect(parted(delta)).toEqual({ frame: delta, messages: [] });
    expect(parted(new Uint8Array())).toEqual({ frame: new Uint8Array(), messages: [] });
  });

  test('what only looks like messages stays whole, wherever it is cut off or whatever is changed', () => {
    const whole = withMessages(delta, [text('one'), text('two')]);
    for (let cut = 1; cut <= whole.length; cut += 1) {
      const rest = whole.slice(cut);
      const { frame, messages } = parted(rest);
      if (cut > delta.length) expect([frame, messages]).toEqual([rest, []]);
    }
    const lengthAt = whole.length - 7;
    const wrong = whole.slice();
    wrong.set([0xff, 0xff], lengthAt);
    expect(parted(wrong)).toEqual({ frame: wrong, messages: [] });
  });

  test('garbage never throws', () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647);
    for (let round = 0; round < 500; round += 1) {
      const garbage = Uint8Array.from({ length: random() % 40 }, random);
      const tail = [0x44, 0x53, 0x45, 0x49];
      const { frame, messages } = parted(Uint8Array.from([...garbage, ...tail]));
      const all = messages.reduce((sum, { length }) => sum + length + 2, frame.length);
      expect([garbage.length + 4, garbage.length - 1]).toContain(all);
    }
  });

  test('ride as often as they are to on each of the camera’s pictures', () => {
    const riders = new Riders();
    riders.add(text('a'), 2, 0);
    const rode = (picture: string, now: number): number => riders.board(picture, now).length;
    expect([rode('h', 10), rode('l', 10), rode('h', 40), rode('l', 40), rode('h', 70), rode('l', 70)]).toEqual([
      1, 1, 1, 1, 0, 0,
    ]);
  });

  test('wait for a picture as long as one may come, and ride on none that comes later', () => {
    const riders = new Riders();
    riders.add(text('a'), 1, 0);
    expect(riders.board('h', 4_000)).toHaveLength(1);
    expect(riders.board('l', 5_000)).toHaveLength(0);
    riders.add(text('b'), 1, 10_000);
    expect(riders.board('h', 15_001)).toHaveLength(0);
  });
});

const secret = (key: string, bits: 128 | 256 = 128): Secret => ({ key: text(key), salt: new Uint8Array(32), bits });

describe('a sealed frame', () => {
  const right = cipherKey(secret('k'.repeat(32)));

  test.each([
    ['audio', Uint8Array.from([0x78, 1, 2, 3])],
    ['audio', new Uint8Array()],
    ['video', keyframe],
    ['video', delta],
  ] as const)('of %s is what it was', async (kind, frame) => {
    const sealed = (await seal(await right, kind, frame, nonces()())) as Bytes;
    expect(sealed.length).toBeGreaterThan(frame.length + 28);
    expect(await unseal(await right, kind, sealed)).toEqual(frame);
  });

  test('shows a relay whether it is a keyframe, and of what size, and a decoder that it is none of its', async () => {
    const sealed = (await seal(await right, 'video', keyframe, nonces()())) as Bytes;
    expect(sealed.slice(3, 10)).toEqual(keyframe.slice(3, 10));
    const tag = (sealed[0] ?? 0) | ((sealed[1] ?? 0) << 8) | ((sealed[2] ?? 0) << 16);
    expect([tag & 0x1f, tag >> 5]).toEqual([0x10, 0x7ffff]);
    const later = (await seal(await right, 'video', delta, nonces()())) as Bytes;
    expect([(later[0] ?? 0) & 0x1f, later[1], later[2]]).toEqual([0x11, 0xff, 0xff]);
  });

  test.each([
    ['another key', secret('l'.repeat(32))],
    ['another length', secret('k'.repeat(32), 256)],
    ['another salt', { ...secret('k'.repeat(32)), salt: new Uint8Array(32).fill(1) }],
  ])('is nothing to who has %s', async (_, other) => {
    const sealed = (await seal(await right, 'video', keyframe, nonces()())) as Bytes;
    expect(await unseal(await cipherKey(other), 'video', sealed)).toBeUndefined();
  });

  test('is nothing when it was cut off, changed anywhere, or never sealed', async () => {
    const key = await right;
    const sealed = (await seal(key, 'video', delta, nonces()())) as Bytes;
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x80;
      expect(await unseal(key, 'video', changed)).toBeUndefined();
      expect(await unseal(key, 'video', sealed.slice(0, at))).toBeUndefined();
    }
    expect(await unseal(key, 'audio', sealed)).toBeUndefined();
    expect(await unseal(key, 'video', keyframe)).toBeUndefined();
  });

  test('no two have the same nonce, and two streams never begin alike', () => {
    const [one, other] = [nonces(), nonces()];
    const all = [one(), one(), one(), other(), other()].map(String);
    expect(new Set(all).size).toBe(5);
  });
});

describe('in a browser without RTCRtpScriptTransform', () => {
  test('nothing is encrypted and nothing rides', async () => {
    const world = new World();
    const [alice] = await together(world);
    alice.rtc.startLocalPreview(true);
    await world.settle();
    expect(alice.rtc.sendSEIMsg('hello', 1)).toBe(false);
    expect(visitor(world).rtc.enablePayloadPrivateEncryption(true, right)).toBe(-4);
  });
});

const right = {
  encryptionAlgorithm: 0,
  encryptionKey: 'a2e898d07a304246044f899a16123263',
  encryptionSalt: new Uint8Array(32),
} as const;

describe('where the browser has it', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
    vi.stubGlobal('RTCRtpScriptTransform', vi.fn());
    // Here it only has to be clear at once that none starts.
    vi.stubGlobal('Worker', undefined);
  });
  afterEach(() => vi.unstubAllGlobals());

  test.each([
    [undefined],
    [{ ...right, encryptionAlgorithm: 2 }],
    [{ ...right, encryptionKey: 'short' }],
    [{ ...right, encryptionAlgorithm: 1, encryptionKey: 'x'.repeat(31) }],
    [{ ...right, encryptionKey: 7 }],
    [{ ...right, encryptionSalt: new Uint8Array(31) }],
    [{ ...right, encryptionSalt: 'salt' }],
  ])('%j is no encryption', (config) => {
    expect(visitor(world).rtc.enablePayloadPrivateEncryption(true, config as never)).toBe(-2);
  });

  test.each([
    [right],
    [{ ...right, encryptionAlgorithm: 1 }],
    [{ ...right, encryptionSalt: Array.from({ length: 32 }, () => 1) }],
  ])('%j is one, before a room', async (config) => {
    expect(visitor(world).rtc.enablePayloadPrivateEncryption(true, config as never)).toBe(0);
    const [alice] = await together(world);
    expect(alice.told('onEnterRoom')).toHaveLength(1);
    expect(alice.rtc.enablePayloadPrivateEncryption(true, config as never)).toBe(-3);
  });

  test('a room is not entered in the clear when its encryption cannot begin', async () => {
    const { rtc, told } = visitor(world);
    expect(rtc.enablePayloadPrivateEncryption(true, right)).toBe(0);
    rtc.enterRoom(params('alice'), 0);
    await vi.waitFor(async () => {
      await world.settle();
      expect(told('onEnterRoom')).toEqual([[-3301]]);
    });
    expect(world.peers).toEqual([]);
  });

  test.each([[''], ['x'.repeat(1_001)], [7], [undefined]])('a message of %j does not ride', async (data) => {
    const [alice] = await together(world);
    alice.rtc.startLocalPreview(true);
    await world.settle();
    expect(alice.rtc.sendSEIMsg(data as never, 1)).toBe(false);
  });

  test('nor does one without a camera, or without end', async () => {
    const [alice] = await together(world);
    expect(alice.rtc.sendSEIMsg('hello', 1)).toBe(false);
    alice.rtc.startLocalPreview(true);
    await world.settle();
    for (const times of [0, -1, 1.5, 31, '1']) expect(alice.rtc.sendSEIMsg('hello', times as never)).toBe(false);
  });

  test('messages and custom commands have one allowance', async () => {
    const [alice] = await together(world);
    alice.rtc.startLocalPreview(true);
    await world.settle();
    const sent = Array.from({ length: 20 }, (_, i) => [
      alice.rtc.sendSEIMsg(`${i}`, 1),
      alice.rtc.sendCustomCmdMsg(1, `${i}`, true, true),
    ]).flat();
    expect(sent.filter(Boolean)).toHaveLength(30);
  });
});
