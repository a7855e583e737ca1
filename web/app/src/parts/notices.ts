// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';

/** Offers to be told of calls while the tab is hidden, as long as the person has neither allowed nor refused that. */
export function noticesOffer({ home }: Words, answered: () => void): TemplateResult | typeof nothing {
  if (typeof Notification === 'undefined' || Notification.permission !== 'default') return nothing;
  const ask = () => void Notification.requestPermission().then(answered, answered);
  return html`<p class="notices small soft">
    <button type="button" data-testid="allow-notices" @click=${ask}>${home.notices}</button>
  </p>`;
}

export const noticesLook = css`
  .notices {
    margin-top: var(--space-3);
    text-align: center;
  }
  .notices button {
    min-height: 44px;
    padding: 0 var(--space-3);
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
`;
