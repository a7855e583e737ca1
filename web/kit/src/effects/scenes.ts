// SPDX-License-Identifier: Apache-2.0
import { sceneNames, type SceneName } from './choice.js';

type Pen = CanvasRenderingContext2D;

/** Backgrounds drawn by the kit itself, so that no file has to be served and no licence kept: each fills `width` by `height`. */
const scenes: Readonly<Record<SceneName, (pen: Pen, width: number, height: number) => void>> = {
  studio(pen, width, height) {
    fill(pen, width, height, [0, '#e9e2d6'], [0.72, '#d3c6b2'], [0.721, '#bda98d'], [1, '#a8916f']);
    glow(pen, width * 0.3, height * 0.3, height * 0.9, 'rgb(255 250 240 / 75%)');
    glow(pen, width * 0.86, height * 0.55, height * 0.5, 'rgb(120 90 60 / 22%)');
  },

  dusk(pen, width, height) {
    fill(pen, width, height, [0, '#2b3a5c'], [0.45, '#8a6f8f'], [0.68, '#e8a87c'], [1, '#f3cf9f']);
    glow(pen, width * 0.7, height * 0.66, height * 0.4, 'rgb(255 226 170 / 85%)');
    ['#6d5f7e', '#4a4a66', '#2c3348'].forEach((colour, i) =>
      hills(pen, width, height, 0.66 + i * 0.1, i * 2.1, colour),
    );
  },

  leaves(pen, width, height) {
    fill(pen, width, height, [0, '#dcead0'], [0.5, '#9dc08a'], [1, '#49714b']);
    const next = dice(7);
    for (let i = 0; i < 70; i++) {
      const light = 40 + next() * 40;
      pen.fillStyle = `hsl(${80 + next() * 60} 40% ${light}% / ${20 + next() * 22}%)`;
      disc(pen, next() * width, next() * height, height * (0.03 + next() * 0.11));
    }
  },

  shelf(pen, width, height) {
    fill(pen, width, height, [0, '#6b5443'], [1, '#4c3a2e']);
    const next = dice(3);
    const colours = ['#b9483c', '#d9a441', '#4f7f78', '#31506e', '#e4d8c3', '#7a8f5a', '#8b5a7a'];
    const row = height / 4;
    for (let y = 0; y < height; y += row) {
      pen.fillStyle = '#2f241c';
      pen.fillRect(0, y, width, row * 0.9);
      for (let x = width * 0.01; x < width;) {
        const [wide, tall] = [row * (0.1 + next() * 0.14), row * (0.55 + next() * 0.28)];
        pen.fillStyle = next() < 0.12 ? 'transparent' : (colours[Math.floor(next() * colours.length)] ?? '');
        pen.fillRect(x, y + row * 0.9 - tall, wide * 0.92, tall);
        x += wide;
      }
    }
    glow(pen, width * 0.5, height * 0.1, height, 'rgb(255 220 170 / 25%)');
  },
};

/** Draws a scene over all of a canvas. */
export function drawScene(name: SceneName, canvas: HTMLCanvasElement): void {
  const pen = canvas.getContext('2d');
  if (pen) scenes[name](pen, canvas.width, canvas.height);
}

/** A scene in the size of a call's picture; undefined when there is none of that name. */
export async function sceneBlob(name: SceneName): Promise<Blob | undefined> {
  if (!sceneNames.includes(name)) return undefined;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1280, 720];
  drawScene(name, canvas);
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/jpeg', 0.9));
}

function fill(pen: Pen, width: number, height: number, ...stops: [number, string][]): void {
  const down = pen.createLinearGradient(0, 0, 0, height);
  for (const [at, colour] of stops) down.addColorStop(at, colour);
  pen.fillStyle = down;
  pen.fillRect(0, 0, width, height);
}

function glow(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  const light = pen.createRadialGradient(x, y, 0, x, y, radius);
  light.addColorStop(0, colour);
  light.addColorStop(1, 'transparent');
  pen.fillStyle = light;
  pen.fillRect(0, 0, pen.canvas.width, pen.canvas.height);
}

function hills(pen: Pen, width: number, height: number, top: number, turn: number, colour: string): void {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.moveTo(0, height);
  for (let x = 0; x <= width; x += width / 64) {
    const along = (x / width) * 6 + turn;
    pen.lineTo(x, height * (top + 0.05 * Math.sin(along) + 0.03 * Math.sin(along * 2.3)));
  }
  pen.lineTo(width, height);
  pen.fill();
}

function disc(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

/** The same numbers from 0 to 1 each time, so that a scene is always the same (Park and Miller, 1988). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
