// SPDX-License-Identifier: Apache-2.0

/** The views that were made here, by number. */
const made = new Map<number, WeakRef<HTMLElement>>();
let lastId = 0;

/**
 * An element to show a picture in, known by a number. `onViewCreated` is called with the number, once the element is
 * there: in `parent` if one is given, else wherever the page puts `element`.
 */
export class RtcCloudVideoView {
  readonly viewId: number;
  readonly element: HTMLElement;

  constructor(options: { parent?: HTMLElement | string; onViewCreated?: (viewId: number) => void } = {}) {
    this.viewId = ++lastId;
    this.element = document.createElement('div');
    Object.assign(this.element.style, { width: '100%', height: '100%' });
    this.element.dataset['viewId'] = String(this.viewId);
    made.set(this.viewId, new WeakRef(this.element));
    if (options.parent) findView(options.parent)?.append(this.element);
    options.onViewCreated?.(this.viewId);
  }
}

/** The element meant by an element, its id, or the number of a view; undefined when there is none. */
export function findView(view: unknown): HTMLElement | undefined {
  if (view instanceof HTMLElement) return view;
  if (typeof view !== 'string' && typeof view !== 'number') return undefined;
  return made.get(Number(view))?.deref() ?? document.getElementById(String(view)) ?? undefined;
}
