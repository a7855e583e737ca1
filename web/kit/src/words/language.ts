// SPDX-License-Identifier: Apache-2.0
import { en } from './en.js';
import { lexicon } from './lexicon.js';

/** The words of the language a tag names, English for any that is not here. */
export const wordsFor = lexicon(en, async () => (await import('./zh-cn.js')).zhCn);

/** The language of an element: of the nearest of it and its ancestors that names one, else the browser's. */
export function languageOf(element: Element): string {
  for (let at: Element | null = element; at !== null; at = parentOf(at)) {
    const tag = at.getAttribute('lang');
    if (tag !== null && tag !== '') return tag;
  }
  return navigator.language;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
