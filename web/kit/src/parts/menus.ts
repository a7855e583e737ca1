// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { troubleOf } from '../effects/trouble.js';
import type { CallScreen } from './call-screen.js';
import type { RoundButton } from './round-button.js';

export type MenuName = 'devices' | 'effects';

/** The menus of a screen, of which one at a time is open. They are loaded when one is first opened. */
export class Menus implements ReactiveController {
  readonly #screen: CallScreen;
  #open: MenuName | undefined;
  #broken = false;

  constructor(screen: CallScreen) {
    this.#screen = screen;
    screen.addController(this);
  }

  hostConnected() {}

  get open(): MenuName | undefined {
    return this.#open;
  }

  /** Opens a menu in place of any other, or closes it. */
  toggle(name: MenuName) {
    const { setting, small } = this.#screen;
    if (small || (name === 'effects' && setting.effects === undefined)) return;
    this.#show(this.#open === name ? undefined : name);
    if (this.#open !== undefined) void this.#load();
  }

  close() {
    if (this.#open !== undefined) this.#show(undefined);
  }

  #show(name: MenuName | undefined) {
    this.#open = name;
    this.#screen.requestUpdate();
  }

  async #load() {
    this.#broken = false;
    try {
      await import('../later.js');
    } catch {
      this.#broken = true;
    }
    this.#screen.requestUpdate();
  }

  /** The button of the effects; undefined where there are none. */
  effectsButton(captioned: boolean): RoundButton | undefined {
    const { words, setting } = this.#screen;
    if (setting.effects === undefined) return undefined;
    const trouble = troubleOf(words, setting.effects);
    const { title } = words.effects;
    return {
      testId: 'effects',
      icon: 'effects',
      label: trouble === undefined ? title : `${title}: ${trouble}`,
      look: 'plain',
      ...(captioned && { caption: title }),
      expanded: this.#open === 'effects',
      key: 'E',
      press: () => this.toggle('effects'),
    };
  }

  /** The menu that is open. Until it has been loaded, words are seen in its place. */
  shown(): TemplateResult | typeof nothing {
    const { call, setting, small, words } = this.#screen;
    if (this.#open === undefined || small) return nothing;
    const { menus } = words;
    const meanwhile = html`<span role="status">${this.#broken ? menus.notLoaded : menus.loading}</span>`;
    return this.#open === 'devices'
      ? html`<duet-device-menu .call=${call} .setting=${setting} @duet-close=${this.#closed}>
          ${meanwhile}
        </duet-device-menu>`
      : html`<duet-effects-menu .call=${call} .setting=${setting} @duet-close=${this.#closed}>
          ${meanwhile}
        </duet-effects-menu>`;
  }

  readonly #closed = () => {
    const opener = `[data-testid=${this.#open}]`;
    this.close();
    this.#screen.renderRoot.querySelector<HTMLElement>(opener)?.focus();
  };
}

/** Where menus stand over a call that is talked in: above the controls. */
export const menusLook = css`
  duet-device-menu,
  duet-effects-menu {
    position: absolute;
    z-index: 4;
    bottom: calc(var(--space-6) + var(--safe-bottom) + 96px);
    left: 50%;
    translate: -50% 0;
    max-height: calc(100dvh - 160px);
    overflow: auto;
  }
  :not(:defined) {
    padding: var(--space-4);
    border-radius: var(--radius-l);
    background: var(--stage-raised);
  }
  @media (max-height: 480px) {
    duet-device-menu,
    duet-effects-menu {
      bottom: calc(var(--space-4) + 72px);
      max-height: calc(100dvh - 96px);
    }
  }
`;

/** And over a call that rings: below their buttons in the corner, clear of the controls. */
export const ringingTools = css`
  .tools {
    position: absolute;
    z-index: 2;
    top: calc(var(--space-5) + var(--safe-top));
    right: calc(var(--space-5) + var(--safe-right));
    display: flex;
    gap: var(--space-2);
    --disc: 44px;
  }
  .tools .round {
    min-width: 0;
  }
  duet-effects-menu {
    bottom: auto;
    top: calc(var(--space-5) + var(--safe-top) + 56px);
    left: auto;
    right: calc(var(--space-4) + var(--safe-right));
    translate: none;
    max-height: calc(100dvh - 250px);
  }
`;
