// SPDX-License-Identifier: Apache-2.0
import { css, html } from 'lit';

/** Two circles that share a heart: the mark of Duet. */
export const mark = html`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <circle cx="12" cy="16" r="9" class="one" />
  <circle cx="20" cy="16" r="9" class="two" />
</svg>`;

export const markLook = css`
  .mark {
    flex: none;
    width: 2em;
    height: 2em;
  }
  .mark .one {
    fill: var(--accent);
  }
  .mark .two {
    fill: var(--accent);
    fill-opacity: 0.55;
  }
`;
