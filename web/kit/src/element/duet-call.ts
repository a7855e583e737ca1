// SPDX-License-Identifier: Apache-2.0
import type { Call, ConnectionState } from '@duet/sdk';
import { html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import type { Person } from '../names.js';
import '../screens/ended.js';
import '../screens/in-call.js';
import '../screens/incoming.js';
import '../screens/outgoing.js';
import type { Setting } from '../setting.js';
import { base } from '../style/shared.js';
import tokens from '../style/tokens.css?inline';
import { announcement } from '../words/announce.js';
import { languageOf, wordsFor } from '../words/language.js';
import { Board } from './board.js';
import type { CallingClient } from './client.js';
import { screenOf } from './phase.js';

/**
 * The screens of a client's calls: nothing while there is none, the whole window once there is one. Tells of each call
 * by the events `duet-call-began` and `duet-call-ended`, whose `detail` is the call, and by `duet-call-covers` whether they
 * cover the page.
 */
export class DuetCall extends LitElement {
  static override properties = { client: { attribute: false }, person: { attribute: false }, lang: {} };
  declare client: CallingClient | undefined;
  /** Who a user id is; by default everybody is called what their id is. */
  declare person: (userId: string) => Person;
  declare lang: string;
  #board: Board | undefined;
  #covered = false;

  static override styles = [unsafeCSS(tokens), base];

  constructor() {
    super();
    this.client = undefined;
    this.person = (userId) => ({ name: userId });
    this.lang = '';
  }

  override render() {
    const { client } = this;
    const call = this.#board?.front;
    if (client === undefined || call === undefined) return nothing;
    const setting: Setting = { words: wordsFor(languageOf(this)), person: this.person };
    return html`${this.#screen(call, client.connection, setting)}
      <div class="spoken" role="status" aria-live="assertive" data-testid="announcement">
        ${announcement(setting.words, call, this.person(call.peer).name)}
      </div>`;
  }

  #screen(call: Call, connection: ConnectionState, setting: Setting): TemplateResult {
    switch (screenOf(call)) {
      case 'outgoing':
        return html`<duet-outgoing .call=${call} .connection=${connection} .setting=${setting}></duet-outgoing>`;
      case 'incoming':
        return html`<duet-incoming .call=${call} .connection=${connection} .setting=${setting}></duet-incoming>`;
      case 'in-call':
        return html`<duet-in-call .call=${call} .connection=${connection} .setting=${setting}></duet-in-call>`;
      case 'ended':
        return html`<duet-ended
          .call=${call}
          .connection=${connection}
          .setting=${setting}
          @duet-close=${() => this.#board?.close()}
          @duet-again=${() => this.client?.call(call.peer, call.media)}
        ></duet-ended>`;
    }
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('client')) this.#follow();
  }

  override updated() {
    const covers = this.#board?.front !== undefined;
    if (covers !== this.#covered) this.#tell('duet-call-covers', covers);
    this.#covered = covers;
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#board?.stop();
  }

  #follow() {
    this.#board?.stop();
    this.#board =
      this.client &&
      new Board(this.client, {
        changed: () => this.requestUpdate(),
        began: (call) => this.#tell('duet-call-began', call),
        ended: (call) => this.#tell('duet-call-ended', call),
      });
  }

  #tell(type: string, detail: Call | boolean) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('duet-call', DuetCall);
