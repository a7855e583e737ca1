// SPDX-License-Identifier: Apache-2.0
// A drawn person in front of a drawn room, as the file of a fake camera.

export const width = 640;
export const height = 360;

const rectangle = (left, top, w, h) => (x, y) => x >= left && x < left + w && y >= top && y < top + h;
const ellipse = (cx, cy, rx, ry) => (x, y) => ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1;
const both = (one, other) => (x, y) => one(x, y) && other(x, y);
const plain = (red, green, blue) => () => [red, green, blue];
const mix = (from, to, share) => from.map((each, i) => each + (to[i] - each) * share);

const skin = plain(214, 160, 130);
const hair = plain(42, 27, 18);

/** Bottom to top: where, and in which colour. */
const layers = [
  [() => true, (x, y) => mix([70, 98, 127], [127, 160, 137], (x / width + y / height) / 2)],
  // Bars, whose edges tell a blurred room from a sharp one.
  [(x) => x % 90 < 12, plain(43, 61, 51)],
  // A thing of the colour of skin that is no skin.
  [rectangle(30, 60, 110, 90), skin],
  [rectangle(520, 40, 80, 130), plain(221, 221, 221)],
  [ellipse(320, 372, 172, 128), plain(37, 48, 78)],
  [rectangle(292, 205, 56, 55), plain(197, 140, 108)],
  [ellipse(320, 255, 35, 18), plain(197, 140, 108)],
  [ellipse(320, 125, 78, 92), hair],
  [ellipse(320, 148, 60, 78), (x, y) => mix([233, 184, 153], [192, 132, 99], Math.hypot(x - 300, y - 130) / 120)],
  // Freckles, which smoothing is to take away.
  [both((x, y) => x % 6 < 2 && y % 6 < 2, ellipse(293, 172, 16, 14)), plain(190, 138, 108)],
  [both((x, y) => x % 6 < 2 && y % 6 < 2, ellipse(347, 172, 16, 14)), plain(180, 128, 98)],
  [ellipse(320, 82, 62, 34), hair],
  ...[-1, 1].flatMap((side) => [
    [ellipse(320 + side * 61, 150, 8, 16), plain(185, 127, 96)],
    [ellipse(320 + side * 25, 140, 12, 6.5), plain(244, 240, 234)],
    [ellipse(320 + side * 25, 140, 5.5, 5.5), plain(58, 36, 22)],
    [ellipse(320 + side * 25, 124, 14, 3), hair],
  ]),
  [both(ellipse(320, 165, 12, 10), (x, y) => y > 170), plain(165, 108, 80)],
  [ellipse(320, 194, 20, 6), plain(168, 72, 63)],
];

/** Four samples a pixel, so that edges are as soft as a lens makes them. */
function pixel(x, y) {
  const samples = [0.25, 0.75].flatMap((dx) => [0.25, 0.75].map((dy) => colour(x + dx, y + dy)));
  return [0, 1, 2].map((i) => samples.reduce((sum, each) => sum + each[i], 0) / 4);
}

const colour = (x, y) => layers.findLast(([within]) => within(x, y))[1](x, y);

/** A YUV4MPEG2 file of one frame, which Chromium's fake camera repeats. */
export function cameraFile() {
  const size = width * height;
  const planes = [Buffer.alloc(size), Buffer.alloc(size / 4), Buffer.alloc(size / 4)];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = pixel(x, y);
      planes[0][y * width + x] = 16 + 0.257 * r + 0.504 * g + 0.098 * b;
      if (x % 2 || y % 2) continue;
      const at = ((y / 2) * width) / 2 + x / 2;
      planes[1][at] = 128 - 0.148 * r - 0.291 * g + 0.439 * b;
      planes[2][at] = 128 + 0.439 * r - 0.368 * g - 0.071 * b;
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), ...planes]);
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F15:1 Ip A1:1 C420\n`), frame, frame]);
}
