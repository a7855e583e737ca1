// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** Where everything stands on the stage of an answered call, large or as a small card. */
export const inCallLook = css`
  .stage {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto 1fr auto;
    padding: 0;
  }
  header,
  .banners,
  footer {
    position: relative;
    z-index: 1;
    pointer-events: none;
  }
  header > *,
  .banners > *,
  footer > * {
    pointer-events: auto;
  }
  header {
    grid-row: 1;
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--space-4);
    padding: calc(var(--space-5) + var(--safe-top)) calc(var(--space-5) + var(--safe-right)) var(--space-7)
      calc(var(--space-5) + var(--safe-left));
  }
  .banners {
    grid-row: 2;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
    gap: var(--space-3);
    margin-top: calc(-1 * var(--space-5));
    padding: 0 var(--space-4);
  }
  footer {
    grid-row: 4;
    padding: var(--space-8) calc(var(--space-4) + var(--safe-right)) calc(var(--space-6) + var(--safe-bottom))
      calc(var(--space-4) + var(--safe-left));
  }
  /* Strong enough for white words over a white wall. */
  .pictured header {
    background: linear-gradient(rgb(8 14 12 / 80%), rgb(8 14 12 / 64%) 48%, rgb(8 14 12 / 26%) 76%, transparent);
  }
  .pictured footer {
    background: linear-gradient(transparent, rgb(8 14 12 / 26%) 24%, rgb(8 14 12 / 64%) 60%, rgb(8 14 12 / 80%));
  }
  .pictured .facts,
  .pictured .caption {
    color: var(--stage-ink);
  }
  .tools {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    margin-left: auto;
    --disc: 44px;
  }
  .tools .round {
    min-width: 0;
  }
  .name {
    min-width: 0;
  }
  :host([small]) .name {
    overflow: hidden;
  }
  duet-pictures .name {
    display: grid;
    justify-items: center;
  }
  duet-pictures h1 {
    max-width: 24ch;
    font-size: clamp(var(--text-xl), 5vw, var(--text-xxl));
    line-height: 1.15;
    letter-spacing: -0.02em;
  }
  duet-pictures .facts {
    margin-top: var(--space-3);
    font-size: 1.0625rem;
  }
  h1 {
    color: var(--stage-ink);
    font-size: var(--text-l);
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--space-2);
    margin-top: var(--space-1);
    font-size: 0.9375rem;
    color: var(--stage-ink-soft);
  }
  .silent {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
  }
  .silent::before {
    content: '·';
    margin-right: var(--space-1);
  }
  .silent .icon {
    width: 1.1em;
    height: 1.1em;
  }
  .line {
    display: inline-flex;
    align-items: center;
    min-height: 32px;
    padding: 0 var(--space-3);
    border-radius: var(--radius-round);
    font-size: var(--text-s);
    font-weight: 600;
    background: var(--stage-glass);
    box-shadow: inset 0 0 0 1px var(--stage-line);
    backdrop-filter: blur(16px);
  }
  .row {
    gap: clamp(var(--space-1), 2vw, var(--space-5));
  }
  /* Words over the picture: what went wrong, what is offered, what goes on. */
  .note {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--space-2) var(--space-3);
    width: fit-content;
    max-width: min(100%, 480px);
    margin: 0 auto;
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-m);
    font-size: 0.9375rem;
    text-align: center;
    text-wrap: balance;
    overflow-wrap: anywhere;
    background: var(--stage-glass);
    box-shadow: inset 0 0 0 1px var(--stage-line);
    backdrop-filter: blur(16px);
  }
  /* The drawing stays beside the first line of a long sentence. */
  p.note {
    flex-wrap: nowrap;
  }
  .note .icon {
    width: 1.25em;
    height: 1.25em;
  }
  .note button {
    min-height: 44px;
    padding: 0 var(--space-4);
    border-radius: var(--radius-round);
    font-weight: 600;
    background: rgb(255 255 255 / 12%);
  }
  .note button.first {
    color: #ffffff;
    background: var(--stage-accept);
  }
  duet-connection {
    position: relative;
    top: auto;
  }
  /* Six buttons in a row. */
  @media (max-width: 480px) {
    :host(:not([small])) {
      --disc: clamp(44px, 12.5vw, 56px);
    }
    .row .round {
      min-width: 0;
    }
    header {
      padding-left: calc(var(--space-4) + var(--safe-left));
      padding-right: calc(var(--space-4) + var(--safe-right));
    }
    .line span:not(.signal) {
      position: absolute;
      clip-path: inset(50%);
    }
    .line {
      padding: 0 var(--space-2);
    }
  }
  @media (max-height: 480px) {
    footer {
      padding-top: var(--space-6);
      padding-bottom: calc(var(--space-4) + var(--safe-bottom));
    }
  }
  @media (forced-colors: active) {
    .note,
    .line {
      border: 1px solid CanvasText;
    }
  }

  :host([small]) header {
    padding: var(--space-3) var(--space-4) var(--space-5);
  }
  :host([small]) footer {
    padding: var(--space-6) var(--space-3) var(--space-3);
  }
  :host([small]) .facts {
    flex-wrap: nowrap;
    margin: 0;
    white-space: nowrap;
    font-size: var(--text-s);
  }
  :host([small]) .note {
    display: none;
  }
  /* No picture: one low line of it all. */
  :host([small]) .bare {
    grid-template-columns: minmax(0, 1fr) auto;
    grid-template-rows: 1fr;
    align-items: center;
  }
  :host([small]) .bare header {
    padding: 0 0 0 var(--space-4);
  }
  :host([small]) .bare footer {
    grid-row: 1;
    padding: 0 var(--space-3);
  }
  :host([bare]) {
    --small-height: 76px;
  }
`;
