// SPDX-License-Identifier: Apache-2.0

/** The smallest WebAssembly module with an instruction on vectors, without which the models are too slow. */
const smallest = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 9, 1, 7, 0, 65, 0, 253, 15, 26, 11,
]);

/** What this browser lacks for effects on the picture, as a sentence; undefined when it lacks nothing. */
export function lacking(): string | undefined {
  if (typeof Worker === 'undefined') return 'This browser has no workers.';
  if (typeof WebAssembly === 'undefined') return 'This browser has no WebAssembly.';
  if (!WebAssembly.validate(smallest)) return 'This browser has no WebAssembly with vector instructions.';
  if (typeof OffscreenCanvas === 'undefined') return 'This browser has no OffscreenCanvas.';
  if (!('requestVideoFrameCallback' in HTMLVideoElement.prototype)) return 'This browser is too old for effects.';
  return hasWebGL2() ? undefined : 'This browser has no WebGL2, or it is switched off.';
}

function hasWebGL2(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
