// SPDX-License-Identifier: Apache-2.0
import { css, html, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';

/** The button that changes to the other language, in its own words. Its host tells by `duet-language`. */
export function languageSwitch(host: EventTarget, { otherLanguage, otherTag }: Words): TemplateResult {
  const choose = () => host.dispatchEvent(new CustomEvent<string>('duet-language', { detail: otherTag }));
  return html`<button class="language" type="button" data-testid="language" lang=${otherTag} @click=${choose}>
    ${otherLanguage}
  </button>`;
}

export const languageSwitchLook = css`
  .language {
    min-width: 44px;
    min-height: 44px;
    padding: 0 var(--space-3);
    border-radius: var(--radius-round);
    font-size: 0.875rem;
    font-weight: 600;
    color: var(--ink-soft);
  }
  .language:hover {
    background: var(--sunken);
    color: var(--ink);
  }
`;
