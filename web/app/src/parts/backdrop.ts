// SPDX-License-Identifier: Apache-2.0
import { css, html } from 'lit';

/** The mark, very large and very quiet, behind the pages. Its page is positioned and clips. */
export const backdrop = html`<svg class="backdrop" viewBox="0 0 32 32" aria-hidden="true">
  <circle cx="12" cy="16" r="9" />
  <circle cx="20" cy="16" r="9" />
</svg>`;

export const backdropLook = css`
  .backdrop {
    position: fixed;
    z-index: -1;
    right: max(-22vw, -320px);
    bottom: max(-30vw, -420px);
    width: max(64vw, 560px);
    fill: color-mix(in srgb, var(--accent) 9%, transparent);
    pointer-events: none;
  }
  .backdrop circle + circle {
    fill: color-mix(in srgb, var(--accent) 13%, transparent);
  }
  @media (max-width: 700px) {
    .backdrop {
      right: -40vw;
      bottom: -62vw;
      width: 150vw;
    }
  }
`;
