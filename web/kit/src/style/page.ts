// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** The screens that are pages rather than stages: one column, in the middle, with room around it. */
export const page = css`
  :host {
    position: relative;
    z-index: 0;
    display: grid;
    min-height: 100vh;
    min-height: 100dvh;
    padding: calc(var(--space-5) + var(--safe-top)) calc(var(--space-5) + var(--safe-right))
      calc(var(--space-5) + var(--safe-bottom)) calc(var(--space-5) + var(--safe-left));
    background: var(--page);
    color: var(--ink);
  }
  h1 {
    font-size: var(--text-xl);
    font-weight: 680;
    line-height: 1.2;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }
  p {
    text-wrap: pretty;
  }
  .soft {
    color: var(--ink-soft);
  }
  .enter {
    animation: enter var(--calm) var(--ease) both;
  }
  @keyframes enter {
    from {
      opacity: 0;
      transform: translateY(8px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .enter {
      animation: none;
    }
  }
`;
