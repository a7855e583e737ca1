// SPDX-License-Identifier: Apache-2.0
import { findFaces, follow, mostFaces, type Face } from './face.js';
import { discard, Pass, surface, texture, upload, type Size, type Surface } from './gl.js';
import type { Frame, Wish } from './messages.js';
import * as shaders from './shaders.js';

/** Enough pixels for a face across the room, few enough to be read back at once. */
const thumbnailSize: Size = { width: 64, height: 36 };
/** A blur needs no detail, and this way costs the same for every size of picture. */
const backdropHeight = 90;
/** In rows of the backdrop: the strongest blur leaves of a room only its light. */
const widestStride = 2.8;
const kinds = { none: 0, blur: 1, picture: 2 } as const;

interface Surfaces {
  readonly size: Size;
  readonly person: Surface;
  readonly backdrop: readonly [Surface, Surface];
}

/** Draws people and what is behind them with WebGL2. */
export class Painter {
  readonly canvas = new OffscreenCanvas(1, 1);
  private readonly gl: WebGL2RenderingContext;
  private readonly passes: Readonly<Record<keyof typeof shaders, Pass>>;
  private readonly frame: WebGLTexture;
  private readonly mask: WebGLTexture;
  private readonly scene: WebGLTexture;
  private sceneSize: Size | undefined;
  private readonly thumbnail: Surface;
  private steady: [Surface, Surface] | undefined;
  private surfaces: Surfaces | undefined;
  private faces: Face[] = [];

  constructor() {
    const gl = this.canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false });
    if (!gl) throw new Error('This browser has no WebGL2.');
    this.gl = gl;
    const made = Object.entries(shaders).map(([name, source]) => [name, new Pass(gl, source)]);
    this.passes = Object.fromEntries(made) as typeof this.passes;
    [this.frame, this.mask, this.scene] = [texture(gl), texture(gl), texture(gl)];
    this.thumbnail = surface(gl, thumbnailSize);
  }

  /** The picture for the background `picture`. */
  setScene(picture: ImageBitmap): void {
    this.sceneSize = { width: picture.width, height: picture.height };
    upload(this.gl, this.scene, picture);
  }

  /** Paints onto `canvas`, in the frame's size. */
  paint(frame: Frame, size: Size, mask: ImageBitmap, wish: Wish): void {
    if (this.gl.isContextLost()) throw new Error('The graphics context is lost.');
    const surfaces = this.surfacesFor(size);
    upload(this.gl, this.frame, frame);
    this.refine(surfaces, mask);
    if (wish.background === 'blur') this.blur(surfaces, wish.strength);
    this.faces = wish.smoothing > 0 || wish.whitening > 0 ? follow(this.faces, this.look(surfaces)) : [];
    this.compose(surfaces, wish);
  }

  private surfacesFor(size: Size): Surfaces {
    const old = this.surfaces;
    if (old && old.size.width === size.width && old.size.height === size.height) return old;
    if (old) for (const each of [old.person, ...old.backdrop]) discard(this.gl, each);
    Object.assign(this.canvas, { width: size.width, height: size.height });
    const half = { width: Math.ceil(size.width / 2), height: Math.ceil(size.height / 2) };
    const small = { width: Math.ceil((backdropHeight * size.width) / size.height), height: backdropHeight };
    const { gl } = this;
    this.surfaces = { size, person: surface(gl, half), backdrop: [surface(gl, small), surface(gl, small)] };
    return this.surfaces;
  }

  private refine({ person }: Surfaces, mask: ImageBitmap): void {
    const [before, now] = this.steadyFor(mask);
    upload(this.gl, this.mask, mask);
    this.passes.steady.draw(now, { mask: this.mask, before: before.texture });
    this.steady = [now, before];
    const stride = [1 / mask.width, 1 / mask.height];
    this.passes.refine.draw(person, { mask: now.texture, frame: this.frame, stride });
  }

  private steadyFor({ width, height }: Size): [Surface, Surface] {
    const old = this.steady;
    if (old && old[0].width === width && old[0].height === height) return old;
    if (old) for (const each of old) discard(this.gl, each);
    return [surface(this.gl, { width, height }), surface(this.gl, { width, height })];
  }

  private blur({ person, backdrop: [one, other] }: Surfaces, strength: number): void {
    const cell = [1 / one.width, 1 / one.height];
    this.passes.backdrop.draw(one, { frame: this.frame, mask: person.texture, cell });
    const reach = Math.max(0.3, widestStride * strength);
    for (let turn = 0; turn < 2; turn++) {
      this.passes.blur.draw(other, { picture: one.texture, stride: [reach / one.width, 0] });
      this.passes.blur.draw(one, { picture: other.texture, stride: [0, reach / one.height] });
    }
  }

  private look({ person }: Surfaces): Face[] {
    const { gl, thumbnail } = this;
    const { width, height } = thumbnail;
    const cell = [1 / width, 1 / height];
    this.passes.thumbnail.draw(thumbnail, { frame: this.frame, mask: person.texture, cell });
    const pixels = new Uint8Array(4 * width * height);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
    return findFaces({ pixels, width, height });
  }

  private compose({ size, person, backdrop }: Surfaces, { background, smoothing, whitening }: Wish): void {
    const kind = background === 'picture' && !this.sceneSize ? 'none' : background;
    this.passes.compose.draw(size, {
      frame: this.frame,
      mask: person.texture,
      soft: backdrop[0].texture,
      scene: this.scene,
      kindOfBackground: kinds[kind],
      fit: cover(size, this.sceneSize ?? size),
      pixel: [1 / size.width, 1 / size.height],
      countOfFaces: this.faces.length,
      places: four(this.faces.map(({ x, y, radiusX, radiusY }) => [x, y, radiusX, radiusY])),
      tones: four(this.faces.map(({ tone }) => [...tone, 0])),
      smoothing,
      whitening,
    });
  }

  close(): void {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }
}

/** Which share of `inner` is seen when it covers `outer` and keeps its shape. */
function cover(outer: Size, inner: Size): number[] {
  const wider = inner.width / inner.height / (outer.width / outer.height);
  return wider > 1 ? [1 / wider, 1, 0, 0] : [1, wider, 0, 0];
}

/** Vectors of four for the arrays of the shader, the rest of which is zero. */
function four(vectors: readonly (readonly number[])[]): number[] {
  const flat = vectors.flat();
  return [...flat, ...Array.from({ length: 4 * mostFaces - flat.length }, () => 0)];
}
