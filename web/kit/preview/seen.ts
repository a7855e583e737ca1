// SPDX-License-Identifier: Apache-2.0
import type { LitElement } from 'lit';
import { focused } from '../src/browser/focus.js';

/** What can be seen and pressed in an element, wherever in its shadow trees it stands. */
export class Seen {
  constructor(readonly root: LitElement) {}

  /** Waits until everything asked for so far has been drawn. */
  async settled(): Promise<void> {
    // Each screen draws its parts one update later; nothing is deeper than that.
    for (let i = 0; i < 12; i++) await Promise.resolve();
    await this.root.updateComplete;
    for (let i = 0; i < 12; i++) await Promise.resolve();
  }

  /** The element a test id names. */
  find(testId: string): HTMLElement | undefined {
    return this.all(testId)[0];
  }

  /** Every element a test id names. */
  all(testId: string): HTMLElement[] {
    return all(this.root).filter((element) => element.dataset['testid'] === testId);
  }

  get(testId: string): HTMLElement {
    const element = this.find(testId);
    if (element === undefined) throw new Error(`Nothing that can be seen is called ${testId}.`);
    return element;
  }

  /** The custom element in whose shadow tree a test id stands. */
  host(testId: string): HTMLElement {
    const root = this.get(testId).getRootNode();
    if (!(root instanceof ShadowRoot)) throw new Error(`${testId} stands in no shadow tree.`);
    return root.host as HTMLElement;
  }

  /** What has the focus. */
  focused(): HTMLElement | undefined {
    return focused();
  }

  text(testId: string): string {
    return (this.get(testId).textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Every word that is there. */
  words(): string {
    return all(this.root)
      .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE))
      .map((node) => node.textContent)
      .join(' ')
      .replace(/\s+/g, ' ');
  }

  press(testId: string): Promise<void> {
    this.get(testId).click();
    return this.settled();
  }

  type(testId: string, text: string): Promise<void> {
    const field = this.get(testId) as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    return this.settled();
  }

  key(key: string): Promise<void> {
    window.dispatchEvent(new KeyboardEvent('keydown', { key }));
    return this.settled();
  }
}

function all(element: Element): HTMLElement[] {
  const inside = [...(element.shadowRoot?.children ?? []), ...element.children];
  return [element as HTMLElement, ...inside.flatMap(all)];
}
