// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** Text fields, what is wrong with them, and small print. */
export const forms = css`
  label {
    display: block;
    margin-bottom: var(--space-2);
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-soft);
  }
  input,
  textarea {
    display: block;
    width: 100%;
    min-height: 48px;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--surface);
    transition: border-color var(--quick) var(--ease);
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--ink-soft);
    opacity: 1;
  }
  input:focus-visible,
  textarea:focus-visible {
    border-color: var(--accent);
    outline: 3px solid color-mix(in srgb, var(--accent) 30%, transparent);
    outline-offset: 0;
  }
  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--danger);
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
`;
