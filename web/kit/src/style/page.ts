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
  }
  h1 {
    text-wrap: balance;
  }
  p {
    text-wrap: pretty;
  }
  .soft {
    color: var(--ink-soft);
  }
  .small {
    font-size: var(--text-s);
  }
  .fault {
    display: flex;
    gap: var(--space-2);
    margin-top: var(--space-2);
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--danger);
  }
  .problem {
    padding: var(--space-4);
    border-radius: var(--radius-m);
    font-size: 0.9375rem;
    color: var(--ink);
    background: var(--danger-soft);
  }
  .problem strong {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    color: var(--danger);
  }
  .problem p {
    margin-top: var(--space-1);
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
