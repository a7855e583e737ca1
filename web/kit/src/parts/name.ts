// SPDX-License-Identifier: Apache-2.0
import { html, type TemplateResult } from 'lit';

/** Text that may hold a long user id, with a place to break the line after each hyphen and underscore. */
export function breakable(text: string): TemplateResult {
  return html`${text.split(/(?<=[-_])/).map((part, i) => (i === 0 ? part : html`<wbr />${part}`))}`;
}
