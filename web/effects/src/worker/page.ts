// SPDX-License-Identifier: Apache-2.0

declare function importScripts(...urls: string[]): void;

/**
 * Makes this worker look like a page to the segmentation library. The library has a branch of its own for workers, but that
 * one forgets to keep its GL context and fails on the first frame; the branch for pages works, given what it asks of a
 * page: a canvas, script elements, and a document on which nobody is listened to.
 */
export function lookLikePage(): void {
  const document = {
    createElement: (name: string) => (name === 'canvas' ? new OffscreenCanvas(1, 1) : new Script()),
    body: { appendChild: (script: Script) => script.run() },
    addEventListener: () => {},
    removeEventListener: () => {},
  };
  Object.assign(globalThis, { window: globalThis, document });
}

class Script {
  private src = '';
  private readonly listeners = new Map<string, (event: unknown) => void>();

  setAttribute(name: string, value: string): void {
    if (name === 'src') this.src = value;
  }

  addEventListener(name: string, listener: (event: unknown) => void): void {
    this.listeners.set(name, listener);
  }

  run(): void {
    try {
      importScripts(this.src);
      this.listeners.get('load')?.({});
    } catch (error) {
      this.listeners.get('error')?.(error);
    }
  }
}
