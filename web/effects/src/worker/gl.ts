// SPDX-License-Identifier: Apache-2.0

export interface Size {
  readonly width: number;
  readonly height: number;
}

type Source = VideoFrame | ImageBitmap;
type Uniform = number | readonly number[] | WebGLTexture;

/** A picture that shaders read and draw on. */
export interface Surface extends Size {
  readonly texture: WebGLTexture;
  readonly framebuffer: WebGLFramebuffer;
}

/** One triangle over everything; `at` goes from 0 at the left and the top to 1, as in the frames. */
const vertexShader = `#version 300 es
out vec2 at;
uniform bool upright;
void main() {
  at = vec2(gl_VertexID == 1 ? 2 : 0, gl_VertexID == 2 ? 2 : 0);
  gl_Position = vec4(at * 2.0 - 1.0, 0.0, 1.0);
  if (upright) gl_Position.y = -gl_Position.y;
}`;

/** A fragment shader that is drawn over a whole surface. */
export class Pass {
  private readonly program: WebGLProgram;
  private readonly locations = new Map<string, WebGLUniformLocation | null>();

  constructor(
    private readonly gl: WebGL2RenderingContext,
    fragmentShader: string,
  ) {
    this.program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, vertexShader],
      [gl.FRAGMENT_SHADER, fragmentShader],
    ] as const) {
      const shader = gl.createShader(type);
      if (!shader) throw new Error('The graphics context is lost.');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(this.program, shader);
    }
    gl.linkProgram(this.program);
    if (gl.getProgramParameter(this.program, gl.LINK_STATUS)) return;
    throw new Error(`A shader of the effect was refused: ${gl.getProgramInfoLog(this.program) ?? 'no reason given'}`);
  }

  /** Draws onto `target`, or onto the canvas. */
  draw(target: Surface | Size, uniforms: Readonly<Record<string, Uniform>>): void {
    const { gl } = this;
    const onSurface = 'framebuffer' in target;
    gl.useProgram(this.program);
    gl.bindFramebuffer(gl.FRAMEBUFFER, onSurface ? target.framebuffer : null);
    gl.viewport(0, 0, target.width, target.height);
    gl.uniform1i(this.location('upright'), onSurface ? 0 : 1);
    let unit = 0;
    for (const [name, value] of Object.entries(uniforms)) {
      const location = this.location(name);
      if (!location) continue;
      if (value instanceof WebGLTexture) this.bind(location, value, unit++);
      else if (typeof value === 'number') this.scalar(location, name, value);
      else this.vector(location, name, value);
    }
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  private location(name: string): WebGLUniformLocation | null {
    const known = this.locations.get(name);
    if (known !== undefined) return known;
    const location = this.gl.getUniformLocation(this.program, name);
    this.locations.set(name, location);
    return location;
  }

  private bind(location: WebGLUniformLocation, picture: WebGLTexture, unit: number): void {
    this.gl.activeTexture(this.gl.TEXTURE0 + unit);
    this.gl.bindTexture(this.gl.TEXTURE_2D, picture);
    this.gl.uniform1i(location, unit);
  }

  /** Counts and choices are whole numbers in the shaders, and their names say so. */
  private scalar(location: WebGLUniformLocation, name: string, value: number): void {
    if (name.startsWith('count') || name.startsWith('kind')) this.gl.uniform1i(location, value);
    else this.gl.uniform1f(location, value);
  }

  /** A name in the plural is an array of vectors of four. */
  private vector(location: WebGLUniformLocation, name: string, value: readonly number[]): void {
    if (name.endsWith('s')) this.gl.uniform4fv(location, value);
    else if (value.length === 2) this.gl.uniform2fv(location, value);
    else this.gl.uniform4fv(location, value);
  }
}

export function texture(gl: WebGL2RenderingContext): WebGLTexture {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
  }
  return made;
}

export function upload(gl: WebGL2RenderingContext, into: WebGLTexture, source: Source): void {
  gl.activeTexture(gl.TEXTURE0);
  gl.bindTexture(gl.TEXTURE_2D, into);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, source);
}

export function surface(gl: WebGL2RenderingContext, { width, height }: Size): Surface {
  const made = { texture: texture(gl), framebuffer: gl.createFramebuffer(), width, height };
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
  gl.bindFramebuffer(gl.FRAMEBUFFER, made.framebuffer);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, made.texture, 0);
  return made;
}

export function discard(gl: WebGL2RenderingContext, { texture: picture, framebuffer }: Surface): void {
  gl.deleteTexture(picture);
  gl.deleteFramebuffer(framebuffer);
}
