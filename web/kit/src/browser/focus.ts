// SPDX-License-Identifier: Apache-2.0

/** The element that has the focus, in whatever shadow tree it stands. */
export function focused(): HTMLElement | undefined {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at instanceof HTMLElement && at !== document.body ? at : undefined;
}
