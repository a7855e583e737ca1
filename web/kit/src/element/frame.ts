// SPDX-License-Identifier: Apache-2.0
import type { LitElement } from 'lit';

/**
 * The dialog in which a call stands: modal while it fills the window, so that the page behind is neither read nor
 * reached by the keyboard, and the focus goes back to where it was; a plain part of the page while it is small.
 */
export class Frame {
  readonly #element: LitElement;
  #shown: 'closed' | 'small' | 'large' = 'closed';

  constructor(element: LitElement) {
    this.#element = element;
  }

  /** Opens, closes or changes the dialog to what is wanted. */
  place(there: boolean, small: boolean): void {
    const wanted = !there ? 'closed' : small ? 'small' : 'large';
    const dialog = this.#element.shadowRoot?.querySelector('dialog');
    if (!dialog || (wanted === this.#shown && dialog.open === (wanted !== 'closed'))) return;
    const before = this.#shown;
    this.#shown = wanted;
    // Gives the focus back.
    if (before === 'large') dialog.close();
    dialog.open = wanted === 'small';
    if (wanted === 'large' && dialog.isConnected) dialog.showModal();
  }
}
