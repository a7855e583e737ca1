// SPDX-License-Identifier: Apache-2.0

const key = 'duet-language';

/** The language a person wants: as the address says (`?lang=zh-CN`), else as chosen here before, else as the browser's. */
export function wantedLanguage(): string {
  return new URL(location.href).searchParams.get('lang') || remembered() || navigator.language;
}

/** Keeps the choice for this browser, and in the address if that names a language. */
export function rememberLanguage(tag: string): void {
  try {
    localStorage.setItem(key, tag);
  } catch {
    // A browser that keeps nothing for the page: the choice lasts until it is left.
  }
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.set('lang', tag);
  history.replaceState(null, '', address);
}

function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
