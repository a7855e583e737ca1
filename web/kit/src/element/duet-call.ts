// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { css, html, LitElement, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import type { Person } from '../names.js';
import '../screens/ended.js';
import type { DuetInCall } from '../screens/in-call.js';
import '../screens/in-call.js';
import '../screens/incoming.js';
import '../screens/outgoing.js';
import '../screens/second-call.js';
import { Effects, type EffectsPackage } from '../effects/effects.js';
import { ringsFor, type Setting } from '../setting.js';
import { base } from '../style/shared.js';
import tokens from '../style/tokens.css?inline';
import { announcement } from '../words/announce.js';
import { ending } from '../words/ended.js';
import { languageOf, wordsFor } from '../words/language.js';
import { Board } from './board.js';
import type { CallingClient } from './client.js';
import { Frame } from './frame.js';
import { screenOf } from './phase.js';

/**
 * The screens of a client's calls: nothing while there is none, the whole window once there is one, or a small card in a
 * corner of the page. Tells of each call by the events `duet-call-began` and `duet-call-ended`, whose `detail` is the
 * call, and by `duet-call-covers` whether they cover the page.
 */
export class DuetCall extends LitElement {
  static override properties = {
    client: { attribute: false },
    person: { attribute: false },
    lang: {},
    small: { type: Boolean, reflect: true },
    ringTone: { attribute: 'ring-tone' },
    noCallWaiting: { type: Boolean, attribute: 'no-call-waiting' },
    noNotices: { type: Boolean, attribute: 'no-notices' },
    noEffects: { type: Boolean, attribute: 'no-effects' },
    effects: { attribute: false },
  };
  /** A signed-in `DuetClient`. Whatever calls it has, whoever began them, are shown here. */
  declare client: CallingClient | undefined;
  /** Who a user id is; by default everybody is called what their id is. */
  declare person: (userId: string) => Person;
  /** `en` or `zh-CN`; without one, as the page says, else as the browser does. */
  declare lang: string;
  /** A card in a corner of the page instead of the whole window. */
  declare small: boolean;
  /** The address of a sound file that rings for an incoming call; `none` for no sound at all. */
  declare ringTone: string;
  /** Whether whoever calls during a call hears busy at once. */
  declare noCallWaiting: boolean;
  /** Whether the system is never asked to show a notice of a call while the tab is hidden. */
  declare noNotices: boolean;
  /** Whether nothing may be done to the own picture and voice. */
  declare noEffects: boolean;
  /** Where `@duet/effects` comes from. */
  declare effects: () => Promise<EffectsPackage>;
  #board: Board | undefined;
  #setting: Setting | undefined;
  #covered = false;
  #done: Effects | undefined;
  readonly #frame = new Frame(this);

  static override styles = [
    unsafeCSS(tokens),
    base,
    css`
      :host {
        font: 400 var(--text-m) / 1.5 var(--font);
        text-align: start;
      }
      dialog {
        position: fixed;
        z-index: var(--duet-layer, 1000);
        inset: auto;
        width: 0;
        height: 0;
        max-width: none;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        overflow: visible;
        color: inherit;
        background: none;
      }
      dialog::backdrop {
        background: none;
      }
    `,
  ];

  constructor() {
    super();
    this.client = undefined;
    this.person = (userId) => ({ name: userId });
    this.lang = '';
    this.small = false;
    this.ringTone = '';
    this.noCallWaiting = false;
    this.noNotices = false;
    this.noEffects = false;
    this.effects = () => import('@duet/effects');
  }

  override render() {
    const board = this.#board;
    const call = board?.front;
    const setting = this.#setting;
    if (board === undefined || call === undefined || setting === undefined) return nothing;
    const { name } = this.person(call.peer);
    const { words } = setting;
    return html`<dialog
      role=${screenOf(call) === 'incoming' ? 'alertdialog' : 'dialog'}
      lang=${words.tag}
      aria-label=${this.#label(call, setting)}
      @cancel=${(event: Event) => event.preventDefault()}
      @close=${() => this.#frame.place(true, this.small)}
    >
      ${this.#screen(board, call, setting)} ${this.#second(board, setting)}
      <div class="spoken" role="status" aria-live="assertive" data-testid="announcement">
        ${
          board.waiting === undefined
            ? announcement(words, call, name)
            : words.spoken.waiting(this.person(board.waiting.peer).name)
        }
      </div>
    </dialog>`;
  }

  #label(call: Call, { words, person }: Setting): string {
    const { name } = person(call.peer);
    switch (screenOf(call)) {
      case 'outgoing':
        return words.ring.callingThem(name);
      case 'incoming':
        return words.ring.isCalling(name);
      case 'in-call':
      case 'ended':
        return words.controls.callWith(name);
    }
  }

  #screen(board: Board, call: Call, setting: Setting): TemplateResult {
    const { small } = this;
    const connection = this.client?.connection ?? 'offline';
    const resize = ({ detail }: CustomEvent<boolean>) => (this.small = detail);
    switch (screenOf(call)) {
      case 'outgoing':
        return html`<duet-outgoing
          .call=${call}
          .connection=${connection}
          .setting=${setting}
          .small=${small}
          @duet-small=${resize}
        ></duet-outgoing>`;
      case 'incoming':
        return html`<duet-incoming .call=${call} .connection=${connection} .setting=${setting}></duet-incoming>`;
      case 'in-call':
        return html`<duet-in-call
          .call=${call}
          .other=${board.waiting === undefined ? board.held : undefined}
          .connection=${connection}
          .setting=${setting}
          .small=${small}
          @duet-small=${resize}
        ></duet-in-call>`;
      case 'ended':
        return html`<duet-ended
          .call=${call}
          .connection=${connection}
          .setting=${setting}
          .small=${small}
          @duet-close=${() => board.close()}
          @duet-again=${() => this.client?.call(call.peer, call.media)}
        ></duet-ended>`;
    }
  }

  #second({ waiting, held, front }: Board, setting: Setting) {
    if (waiting === undefined || waiting === front) return nothing;
    return html`<duet-second-call
      .call=${waiting}
      .setting=${setting}
      .held=${held !== undefined}
      .small=${this.small}
    ></duet-second-call>`;
  }

  override willUpdate(changed: PropertyValues) {
    if (changed.has('noEffects') || changed.has('effects')) this.#makeEffects();
    if (changed.has('client')) this.#follow();
    if (this.client !== undefined) this.client.callWaiting = !this.noCallWaiting;
    this.#settle(['person', 'ringTone', 'noNotices', 'noEffects', 'effects'].some((each) => changed.has(each)));
    if (this.#board?.front === undefined) this.#frame.place(false, this.small);
    // What rings has to be seen: it fills the window.
    if (this.#rings) this.small = false;
  }

  /** While words are on their way, those before them stay, and nothing is shown before the first. */
  #settle(otherwise: boolean) {
    const found = wordsFor(this.lang || languageOf(this));
    if (found instanceof Promise) void found.then(() => this.requestUpdate());
    const words = found instanceof Promise ? this.#setting?.words : found;
    if (words !== undefined && (otherwise || this.#setting?.words !== words))
      this.#setting = {
        words,
        person: this.person,
        rings: ringsFor(this.ringTone),
        notices: !this.noNotices,
        effects: this.#done,
      };
  }

  override updated() {
    const there = this.#board?.front !== undefined && this.#setting !== undefined;
    this.#frame.place(there, this.small);
    const covers = there && !this.small;
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
    this.#frame.place(false, this.small);
  }

  #makeEffects() {
    this.#done = this.noEffects ? undefined : new Effects(this.effects, () => this.#redraw());
  }

  /** With a new setting, so that screens notice. */
  #redraw() {
    if (this.#setting !== undefined) this.#setting = { ...this.#setting };
    this.requestUpdate();
  }

  get #rings(): boolean {
    const front = this.#board?.front;
    return front !== undefined && screenOf(front) === 'incoming';
  }

  #follow() {
    this.#board?.stop();
    this.#board =
      this.client &&
      new Board(this.client, {
        changed: () => this.requestUpdate(),
        began: (call) => {
          this.#done?.follow(call);
          this.#tell('duet-call-began', call);
        },
        ended: (call) => this.#tell('duet-call-ended', call),
        passed: (call) => this.#passed(call),
      });
  }

  /** A call ended while another goes on: a sentence says so. */
  #passed(call: Call) {
    if (call.state.kind !== 'ended' || this.#setting === undefined) return;
    const { name } = this.person(call.peer);
    const { sentence } = ending(this.#setting.words, { ...call.state, direction: call.direction, name });
    void this.updateComplete.then(() => this.renderRoot.querySelector<DuetInCall>('duet-in-call')?.say(sentence));
  }

  #tell(type: string, detail: Call | boolean) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

customElements.define('duet-call', DuetCall);
