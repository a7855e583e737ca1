// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import { findFaces, follow, type Face, type Thumbnail } from '../src/worker/face.js';
import { isSkin, tone } from '../src/worker/skin.js';

const width = 64;
const height = 36;

type Colour = readonly [number, number, number];
const skin: Colour = [214, 160, 130];
const shirt: Colour = [37, 48, 78];

interface Patch {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly colour?: Colour;
  /** Whether the segmentation sees a person there. */
  readonly person?: boolean;
}

/** Ellipses on a background without people; all in pixels. */
function thumbnail(...patches: Patch[]): Thumbnail {
  const pixels = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [(i % width) + 0.5, Math.floor(i / width) + 0.5];
    const hit = patches.findLast((each) => ((x - each.x) / each.radiusX) ** 2 + ((y - each.y) / each.radiusY) ** 2 < 1);
    pixels.set([...(hit?.colour ?? (hit ? skin : shirt)), hit && hit.person !== false ? 255 : 0], 4 * i);
  }
  return { pixels, width, height };
}

describe('the skin model', () => {
  const people: [string, Colour][] = [
    ['fair', [240, 200, 180]],
    ['light', [224, 172, 140]],
    ['olive', [198, 150, 110]],
    ['brown', [141, 85, 56]],
    ['dark', [92, 58, 44]],
  ];
  it.each(people)('knows %s skin', (_, colour) => {
    expect(isSkin(tone(...colour))).toBe(true);
  });

  const things: [string, Colour][] = [
    ['a blue shirt', shirt],
    ['dark hair', [42, 27, 18]],
    ['grey', [128, 128, 128]],
    ['white', [255, 255, 255]],
    ['leaves', [60, 140, 60]],
    ['the sky', [120, 170, 230]],
  ];
  it.each(things)('does not take %s for skin', (_, colour) => {
    expect(isSkin(tone(...colour))).toBe(false);
  });

  it('reads grey as no colour and white as the brightest', () => {
    expect(tone(255, 255, 255)[0]).toBeCloseTo(1);
    expect(tone(128, 128, 128)[1]).toBeCloseTo(0.5);
    expect(tone(128, 128, 128)[2]).toBeCloseTo(0.5);
  });
});

describe('finding faces', () => {
  it('gives the place, the size and the colour of a face', () => {
    const [face, ...others] = findFaces(thumbnail({ x: 32, y: 15, radiusX: 6, radiusY: 8 }));
    expect(others).toEqual([]);
    expect(face?.x).toBeCloseTo(0.5, 2);
    expect(face?.y).toBeCloseTo(15 / 36, 2);
    expect(face?.radiusX).toBeCloseTo(6 / 64, 1);
    expect(face?.radiusY).toBeCloseTo(8 / 36, 1);
    face?.tone.forEach((each, i) => expect(each).toBeCloseTo(tone(...skin)[i] ?? 0, 3));
  });

  it('finds none where the segmentation sees no person, whatever the colour', () => {
    expect(findFaces(thumbnail({ x: 32, y: 15, radiusX: 6, radiusY: 8, person: false }))).toEqual([]);
  });

  it('finds none on a person without skin to see', () => {
    expect(findFaces(thumbnail({ x: 32, y: 20, radiusX: 12, radiusY: 14, colour: shirt }))).toEqual([]);
  });

  it('finds two people, the nearer first', () => {
    const faces = findFaces(
      thumbnail({ x: 14, y: 15, radiusX: 4, radiusY: 5 }, { x: 46, y: 15, radiusX: 5, radiusY: 7 }),
    );
    expect(faces.map(({ x }) => Math.round(64 * x))).toEqual([46, 14]);
  });

  it('leaves out what is too small beside a face, and an arm', () => {
    const face: Patch = { x: 32, y: 12, radiusX: 6, radiusY: 8 };
    const ear: Patch = { x: 50, y: 12, radiusX: 2, radiusY: 2 };
    const arm: Patch = { x: 32, y: 32, radiusX: 24, radiusY: 2 };
    expect(findFaces(thumbnail(face, ear, arm)).map(({ x, y }) => [Math.round(64 * x), Math.round(36 * y)])).toEqual([
      [32, 12],
    ]);
  });

  it('tells patches apart that touch opposite sides of the picture', () => {
    const faces = findFaces(
      thumbnail({ x: 0, y: 18, radiusX: 5, radiusY: 7 }, { x: 64, y: 17, radiusX: 5, radiusY: 7 }),
    );
    expect(faces).toHaveLength(2);
  });
});

describe('following faces', () => {
  const face: Face = { x: 0.5, y: 0.4, radiusX: 0.1, radiusY: 0.2, tone: [0.6, 0.45, 0.58] };

  it('goes half of the way to where a face is now', () => {
    expect(follow([face], [{ ...face, x: 0.54 }])[0]?.x).toBeCloseTo(0.52);
  });

  it('takes a face that was not there at its word, and forgets one that is gone', () => {
    const other = { ...face, x: 0.1 };
    expect(follow([face], [other])).toEqual([other]);
    expect(follow([face], [])).toEqual([]);
  });
});
