// SPDX-License-Identifier: Apache-2.0

/** The colours of a drawn person before a drawn wall. */
export interface Looks {
  readonly wall: readonly [string, string];
  readonly skin: string;
  readonly hair: string;
  readonly clothes: string;
}

export const visitor: Looks = { wall: ['#d9b58b', '#8a5a3c'], skin: '#e3b08d', hair: '#3b2418', clothes: '#2f5d62' };
export const myself: Looks = { wall: ['#a9c3c9', '#4f6f7a'], skin: '#c98f6b', hair: '#1d1a1c', clothes: '#b7523f' };

/** A camera that films a drawing, for looking at the screens without one. */
export function film(looks: Looks, width: number, height: number): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('No canvas to draw on.');
  // Drawn again and again, as a still canvas sends no frames.
  const paint = () => {
    draw(pen, looks, width, height);
    requestAnimationFrame(paint);
  };
  paint();
  return canvas.captureStream(15);
}

function draw(pen: CanvasRenderingContext2D, { wall, skin, hair, clothes }: Looks, width: number, height: number) {
  const light = pen.createLinearGradient(0, 0, width, height);
  light.addColorStop(0, wall[0]);
  light.addColorStop(1, wall[1]);
  pen.fillStyle = light;
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = 'rgb(255 255 255 / 14%)';
  pen.fillRect(width * 0.06, height * 0.1, width * 0.18, height * 0.5);
  const [x, unit] = [width / 2, height / 10];
  blob(pen, clothes, x, unit * 10.6, unit * 3.6, unit * 3.4);
  pen.fillStyle = skin;
  pen.fillRect(x - unit * 0.55, unit * 5.4, unit * 1.1, unit * 2.2);
  blob(pen, hair, x, unit * 4.05, unit * 1.75, unit * 2.05);
  blob(pen, skin, x, unit * 4.5, unit * 1.4, unit * 1.75);
  blob(pen, hair, x, unit * 2.9, unit * 1.5, unit * 0.75);
}

function blob(pen: CanvasRenderingContext2D, colour: string, x: number, y: number, across: number, down: number) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(x, y, across, down, 0, 0, Math.PI * 2);
  pen.fill();
}
