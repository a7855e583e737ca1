// SPDX-License-Identifier: Apache-2.0

const [width, height] = [1600, 900];

/** A capture of a screen that shows a text editor, for looking at the screens without one. */
export function filmScreen(): MediaStream {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('No canvas to draw on.');
  const paint = () => {
    draw(pen);
    requestAnimationFrame(paint);
  };
  paint();
  return canvas.captureStream(5);
}

function draw(pen: CanvasRenderingContext2D) {
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = '#e8eaed';
  pen.fillRect(0, 0, width, 64);
  pen.fillStyle = '#c4c9d0';
  for (let line = 0; line < 14; line++) pen.fillRect(120, 140 + line * 50, 700 + ((line * 197) % 560), 16);
  pen.fillStyle = '#2f5d62';
  pen.fillRect(120, 90, 360, 26);
}
