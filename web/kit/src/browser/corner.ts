// SPDX-License-Identifier: Apache-2.0
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A corner of the window. */
export interface Corner {
  readonly top: boolean;
  readonly left: boolean;
}

/** A card with the `small` attribute, which its `corner` attribute puts into place. */
type Card = ReactiveControllerHost & HTMLElement & { readonly small: boolean };

/** From how far on, in px, a press is a drag and no longer a click. */
const slack = 5;

const arrows: Readonly<Record<string, Partial<Corner>>> = {
  ArrowUp: { top: true },
  ArrowDown: { top: false },
  ArrowLeft: { left: true },
  ArrowRight: { left: false },
};

/** Where the next card goes: where the last one was put. */
let last: Corner = { top: false, left: false };

/** The corner that a card with its middle at this place of the window is nearest to. */
export function nearest(x: number, y: number, window: { width: number; height: number }): Corner {
  return { top: y < window.height / 2, left: x < window.width / 2 };
}

/** Lets a card be dragged, and be sent by the arrow keys, from corner to corner. */
export class CornerDrag implements ReactiveController {
  readonly #card: Card;
  #from: { x: number; y: number; pointer: number } | undefined;
  #dragging = false;

  constructor(card: Card) {
    this.#card = card;
  }

  hostConnected() {
    this.#go(last);
    this.#card.addEventListener('pointerdown', this.#down);
    this.#card.addEventListener('pointermove', this.#move);
    this.#card.addEventListener('pointerup', this.#up);
    this.#card.addEventListener('pointercancel', this.#up);
    this.#card.addEventListener('click', this.#click, { capture: true });
    this.#card.addEventListener('keydown', this.#key);
  }

  #go(corner: Corner) {
    last = corner;
    this.#card.setAttribute('corner', `${corner.top ? 'top' : 'bottom'} ${corner.left ? 'left' : 'right'}`);
  }

  readonly #down = (event: PointerEvent) => {
    if (!this.#card.small || event.button !== 0) return;
    this.#from = { x: event.clientX, y: event.clientY, pointer: event.pointerId };
    this.#dragging = false;
  };

  readonly #move = (event: PointerEvent) => {
    const from = this.#from;
    if (from === undefined || event.pointerId !== from.pointer) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!this.#dragging && Math.hypot(dx, dy) < slack) return;
    if (!this.#dragging) this.#card.setPointerCapture(from.pointer);
    this.#dragging = true;
    this.#card.style.translate = `${dx}px ${dy}px`;
  };

  readonly #up = () => {
    this.#from = undefined;
    if (!this.#dragging) return;
    const { left, top, width, height } = this.#card.getBoundingClientRect();
    const view = { width: window.innerWidth, height: window.innerHeight };
    this.#go(nearest(left + width / 2, top + height / 2, view));
    this.#settle(left, top);
  };

  /** Slides from where it was let go of to where it belongs; at once for those who want no motion. */
  #settle(left: number, top: number) {
    const { style } = this.#card;
    style.translate = '';
    const home = this.#card.getBoundingClientRect();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    this.#card.animate?.([{ translate: `${left - home.left}px ${top - home.top}px` }, { translate: '0 0' }], {
      duration: 240,
      easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)',
    });
  }

  /** The click that ends a drag presses nothing. */
  readonly #click = (event: MouseEvent) => {
    if (!this.#dragging) return;
    this.#dragging = false;
    event.stopPropagation();
    event.preventDefault();
  };

  readonly #key = (event: KeyboardEvent) => {
    const towards = arrows[event.key];
    if (!this.#card.small || towards === undefined) return;
    event.preventDefault();
    this.#go({ ...last, ...towards });
  };
}
