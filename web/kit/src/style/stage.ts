// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** The dark full-page ground on which a call rings and runs, with its names and its row of round buttons. */
export const stage = css`
  :host {
    --focus: var(--stage-ink);
    position: fixed;
    inset: 0;
    display: block;
    overflow: hidden;
    color: var(--stage-ink);
    background: radial-gradient(120% 90% at 50% 0%, var(--stage-glow), transparent 70%) var(--stage);
  }
  .stage {
    position: relative;
    display: grid;
    grid-template-rows: 1fr auto;
    width: 100%;
    height: 100%;
    padding: calc(var(--space-5) + var(--safe-top)) calc(var(--space-5) + var(--safe-right))
      calc(var(--space-6) + var(--safe-bottom)) calc(var(--space-5) + var(--safe-left));
  }
  .stage:focus {
    outline: none;
  }
  .who {
    position: relative;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-width: 0;
    text-align: center;
  }
  .who h1 {
    max-width: min(100%, 24ch);
    margin-top: var(--space-7);
    font-size: clamp(var(--text-xl), 5vw, var(--text-xxl));
    font-weight: 650;
    line-height: 1.15;
    letter-spacing: -0.02em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .who p {
    margin-top: var(--space-3);
    font-size: 1.0625rem;
    color: var(--stage-ink-soft);
  }
  .row {
    position: relative;
    display: flex;
    justify-content: center;
    gap: var(--space-7);
    animation: awake 450ms step-end;
  }
  /* The second half of a double click on Accept must not hit whatever takes its place. */
  @keyframes awake {
    from {
      pointer-events: none;
    }
  }
  /* A phone on its side */
  @media (max-height: 480px) {
    .stage {
      padding-top: calc(var(--space-4) + var(--safe-top));
      padding-bottom: calc(var(--space-4) + var(--safe-bottom));
    }
    .who h1 {
      margin-top: var(--space-4);
      font-size: var(--text-l);
    }
    .who p {
      margin-top: var(--space-1);
    }
    .row .caption {
      display: none;
    }
  }
`;
