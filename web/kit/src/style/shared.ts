// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** What every component starts from: box sizing, inherited type, one focus ring, text only for screen readers. */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  button,
  input,
  textarea {
    font: inherit;
    color: inherit;
  }
  button {
    border: 0;
    background: none;
    padding: 0;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:disabled {
    cursor: not-allowed;
  }
  :focus-visible {
    outline: 3px solid var(--focus, var(--accent));
    outline-offset: 2px;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  .spoken {
    position: absolute;
    top: 0;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

/** Wide buttons with words on them, for the screens that are pages. */
export const buttons = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: 48px;
    padding: 0 var(--space-5);
    border-radius: var(--radius-m);
    font-weight: 600;
    transition:
      background-color var(--quick) var(--ease),
      transform var(--quick) var(--ease);
  }
  .button:active:not(:disabled) {
    transform: scale(0.98);
  }
  .button.first {
    background: var(--accent);
    color: var(--on-accent);
  }
  .button.first:hover:not(:disabled) {
    background: var(--accent-strong);
  }
  .button.second {
    background: var(--sunken);
    color: var(--ink);
  }
  .button.second:hover:not(:disabled) {
    background: var(--line);
  }
  .button:disabled {
    opacity: 0.5;
  }
`;

/** Drawings: see `parts/icon.ts`. */
export const icons = css`
  .icon {
    flex: none;
    width: 1.5em;
    height: 1.5em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon .solid {
    fill: currentcolor;
    stroke: none;
  }
`;
