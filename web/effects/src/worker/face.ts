// SPDX-License-Identifier: Apache-2.0
import { isSkin, tone, type Tone } from './skin.js';

/** Where a face is, as an ellipse in shares of the picture, and the mean colour of its skin. */
export interface Face {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
  readonly tone: Tone;
}

/** A small picture of four bytes a pixel whose alpha says how surely a person is there. */
export interface Thumbnail {
  readonly pixels: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

export const mostFaces = 3;
/** Less of the picture is a hand far away, or noise. */
const smallestShare = 0.004;
/** Beside a face, another patch this much smaller is an ear, a hand or a piece of throat. */
const smallestOfLargest = 0.3;

/** The patches of skin on people that have a face's size and shape, the largest first. */
export function findFaces(thumbnail: Thumbnail): Face[] {
  const patches = patchesOf(skinMap(thumbnail), thumbnail).toSorted((a, b) => b.length - a.length);
  const smallest = Math.max(
    smallestShare * thumbnail.width * thumbnail.height,
    smallestOfLargest * (patches[0]?.length ?? 0),
  );
  return patches
    .filter((patch) => patch.length >= smallest)
    .map((patch) => measure(patch, thumbnail))
    .filter((face) => isFaceShaped(face, thumbnail))
    .slice(0, mostFaces);
}

function skinMap({ pixels, width, height }: Thumbnail): Uint8Array {
  const map = new Uint8Array(width * height);
  for (let i = 0; i < map.length; i++) {
    const [r = 0, g = 0, b = 0, person = 0] = pixels.subarray(4 * i, 4 * i + 4);
    map[i] = person > 127 && isSkin(tone(r, g, b)) ? 1 : 0;
  }
  return map;
}

/** Groups what touches; the map is used up. */
function patchesOf(map: Uint8Array, { width }: Thumbnail): number[][] {
  const patches: number[][] = [];
  for (let start = 0; start < map.length; start++) {
    if (map[start] === 1) patches.push(flood(map, start, width));
  }
  return patches;
}

function flood(map: Uint8Array, start: number, width: number): number[] {
  const patch = [start];
  map[start] = 0;
  for (let next = 0; next < patch.length; next++) {
    for (const neighbour of neighbours(patch[next] ?? 0, width)) {
      if (map[neighbour] !== 1) continue;
      map[neighbour] = 0;
      patch.push(neighbour);
    }
  }
  return patch;
}

function neighbours(at: number, width: number): number[] {
  const column = at % width;
  return [at - width, at + width, ...(column > 0 ? [at - 1] : []), ...(column < width - 1 ? [at + 1] : [])];
}

/** The ellipse with the patch's centre and spread: one filled evenly spreads by half its radius. */
function measure(patch: readonly number[], { pixels, width, height }: Thumbnail): Face {
  const xs = patch.map((at) => ((at % width) + 0.5) / width);
  const ys = patch.map((at) => (Math.floor(at / width) + 0.5) / height);
  const tones = patch.map((at) => tone(pixels[4 * at] ?? 0, pixels[4 * at + 1] ?? 0, pixels[4 * at + 2] ?? 0));
  return {
    x: mean(xs),
    y: mean(ys),
    radiusX: 2 * spread(xs),
    radiusY: 2 * spread(ys),
    tone: [mean(tones.map(([y]) => y)), mean(tones.map(([, cb]) => cb)), mean(tones.map(([, , cr]) => cr))],
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length;

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((each) => (each - middle) ** 2)));
}

/** A throat makes a face longer, a turned head and the edge of the picture make it narrower; an arm is beyond all that. */
function isFaceShaped({ radiusX, radiusY }: Face, { width, height }: Thumbnail): boolean {
  const slimness = (radiusY * height) / (radiusX * width);
  return slimness > 0.6 && slimness < 3;
}

/** The faces now, drawn towards where they were, so that an ellipse does not jump with the grain of the picture. */
export function follow(before: readonly Face[], now: readonly Face[]): Face[] {
  return now.map((face) => {
    const old = before.find((each) => Math.hypot(each.x - face.x, each.y - face.y) < face.radiusY / 2);
    return old ? between(old, face, 0.5) : face;
  });
}

function between(from: Face, to: Face, share: number): Face {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    radiusX: mix(from.radiusX, to.radiusX),
    radiusY: mix(from.radiusY, to.radiusY),
    tone: [mix(from.tone[0], to.tone[0]), mix(from.tone[1], to.tone[1]), mix(from.tone[2], to.tone[2])],
  };
}
