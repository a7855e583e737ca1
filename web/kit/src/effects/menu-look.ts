// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** The inside of the effects menu: sliders, tiles, a switch. */
export const effectsLook = css`
  section {
    gap: var(--space-4);
  }
  [role='status'] {
    padding: var(--space-3);
    border-radius: var(--radius-s);
    font-size: 0.9375rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
    background: var(--stage);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset:disabled {
    opacity: 0.45;
  }
  legend {
    padding: 0;
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--stage-ink-soft);
  }
  .mirror {
    display: none;
    width: 100%;
    height: 132px;
    border-radius: var(--radius-s);
    object-fit: cover;
    transform: scaleX(-1);
  }
  @media (max-width: 700px) and (min-height: 640px) {
    .mirror {
      display: block;
    }
  }
  input {
    accent-color: var(--stage-accent);
  }
  label {
    font-size: 0.9375rem;
  }
  .slider {
    display: grid;
    grid-template-columns: 6.5em 1fr 1.8em;
    align-items: center;
    gap: var(--space-3);
    min-height: 44px;
  }
  .slider input {
    width: 100%;
    min-width: 0;
    height: 44px;
    margin: 0;
    color-scheme: dark;
  }
  output {
    font-variant-numeric: tabular-nums;
    text-align: right;
    color: var(--stage-ink-soft);
  }
  .tiles {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: var(--space-2);
    margin-top: var(--space-2);
  }
  .tile {
    position: relative;
    display: grid;
    justify-items: center;
    gap: var(--space-1);
    font-size: var(--text-s);
    text-align: center;
    cursor: pointer;
  }
  .tile input,
  .file input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .thumb {
    display: grid;
    place-items: center;
    width: 100%;
    aspect-ratio: 16 / 10;
    overflow: hidden;
    border-radius: var(--radius-s);
    background: rgb(255 255 255 / 8%);
    box-shadow: inset 0 0 0 1px var(--stage-line);
  }
  .thumb canvas {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .tile:hover .thumb {
    background: rgb(255 255 255 / 16%);
  }
  .tile input:checked + .thumb {
    outline: 2px solid var(--stage-accent);
    outline-offset: 2px;
  }
  .tile input:checked ~ span:last-child {
    color: var(--stage-accent);
    font-weight: 600;
  }
  .tile input:focus-visible + .thumb {
    outline: 3px solid var(--stage-ink);
    outline-offset: 2px;
  }
  .file,
  .switch,
  button {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 44px;
    font-size: 0.9375rem;
    font-weight: 600;
    cursor: pointer;
  }
  .file {
    margin-top: var(--space-2);
    padding: 0 var(--space-2);
    margin-inline: calc(-1 * var(--space-2));
    border-radius: var(--radius-s);
  }
  .file .icon {
    width: 1.25em;
    height: 1.25em;
  }
  .file:hover,
  button:hover {
    background: rgb(255 255 255 / 8%);
  }
  .file:has(:focus-visible) {
    outline: 3px solid var(--stage-ink);
  }
  .switch {
    justify-content: space-between;
    padding-top: var(--space-3);
    border-top: 1px solid var(--stage-line);
  }
  .switch input {
    position: relative;
    flex: none;
    width: 46px;
    height: 28px;
    margin: 0;
    border-radius: var(--radius-round);
    background: rgb(255 255 255 / 14%);
    box-shadow: inset 0 0 0 1px rgb(255 255 255 / 46%);
    appearance: none;
    cursor: pointer;
    transition: background-color var(--quick) var(--ease);
  }
  .switch input::before {
    content: '';
    position: absolute;
    top: 4px;
    left: 4px;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: var(--stage-ink);
    transition: translate var(--quick) var(--ease);
  }
  .switch input:checked {
    background: var(--stage-accept);
  }
  .switch input:checked::before {
    translate: 18px 0;
  }
  .switch input:disabled {
    opacity: 0.45;
  }
  button {
    justify-content: center;
    border-radius: var(--radius-m);
    background: rgb(255 255 255 / 8%);
  }
  button:hover {
    background: rgb(255 255 255 / 14%);
  }
  @media (forced-colors: active) {
    .thumb {
      border: 1px solid CanvasText;
    }
    .tile input:checked + .thumb {
      outline-color: Highlight;
    }
    .switch input {
      appearance: auto;
    }
  }
`;
