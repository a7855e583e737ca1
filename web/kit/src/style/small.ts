// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** A stage as a card in a corner of the page: see `browser/corner.ts`. */
export const small = css`
  :host([small]) {
    --disc: 44px;
    inset: auto calc(var(--space-4) + var(--safe-right)) calc(var(--space-4) + var(--safe-bottom)) auto;
    width: min(300px, calc(100vw - 2 * var(--space-4)));
    height: var(--small-height, 200px);
    border-radius: var(--radius-l);
    box-shadow:
      0 0 0 1px var(--stage-line),
      var(--shadow-float);
    cursor: grab;
    touch-action: none;
    user-select: none;
  }
  :host([small]:active) {
    cursor: grabbing;
  }
  :host([small][corner~='top']) {
    top: calc(var(--space-4) + var(--safe-top));
    bottom: auto;
  }
  :host([small][corner~='left']) {
    left: calc(var(--space-4) + var(--safe-left));
    right: auto;
  }
  :host([small]) .caption {
    display: none;
  }
  :host([small]) .row {
    justify-content: flex-end;
    gap: var(--space-2);
    animation: none;
  }
  :host([small]) .round {
    min-width: 0;
  }
  :host([small]) h1 {
    max-width: 100%;
    margin: 0;
    overflow: hidden;
    font-size: 0.9375rem;
    line-height: 1.3;
    letter-spacing: 0;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  /* A name that may be broken is cut off here instead. */
  :host([small]) wbr {
    display: none;
  }
  @media (forced-colors: active) {
    :host([small]) {
      border: 2px solid CanvasText;
    }
  }
`;
