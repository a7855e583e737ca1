// SPDX-License-Identifier: Apache-2.0
import { base, breakable, buttons, icon, icons, page, type Words as CallWords } from '@duet/call-kit/parts';
import type { CallMedia, ConnectionState } from '@duet/sdk';
import { css, html, LitElement, nothing } from 'lit';
import { backdrop, backdropLook } from '../parts/backdrop.js';
import { languageSwitch, languageSwitchLook } from '../parts/language-switch.js';
import { mark, markLook } from '../parts/mark.js';
import { noticesLook, noticesOffer } from '../parts/notices.js';
import { recentCalls, recentLook } from '../parts/recent-calls.js';
import { faultOfName, longestName, type Fault } from '../session/names.js';
import type { RecentCall } from '../session/recent.js';
import { forms } from '../style/forms.js';
import { en } from '../words/en.js';
import type { Words } from '../words/words.js';

/** Whom to call, and how. */
export interface PlaceCall {
  readonly peer: string;
  readonly media: CallMedia;
}

/** The signed-in page between calls: who I am, whom to call, whom I talked to. */
export class DuetHome extends LitElement {
  static override properties = {
    userId: {},
    connection: {},
    dev: { type: Boolean },
    recent: { attribute: false },
    covered: { type: Boolean },
    words: { attribute: false },
    callWords: { attribute: false },
    callee: { state: true },
    fault: { state: true },
  };
  declare userId: string;
  declare connection: ConnectionState;
  declare dev: boolean;
  declare recent: readonly RecentCall[];
  /** A call covers this page, and tells of the connection itself. */
  declare covered: boolean;
  declare words: Words;
  declare callWords: CallWords | undefined;
  declare callee: string;
  declare fault: Fault | undefined;

  static override styles = [
    base,
    buttons,
    forms,
    icons,
    markLook,
    page,
    recentLook,
    noticesLook,
    languageSwitchLook,
    backdropLook,
    css`
      :host {
        grid-template-rows: auto 1fr;
        gap: var(--space-5);
        padding-top: calc(var(--space-4) + var(--safe-top));
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-width: 0;
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-right: auto;
        font-size: 1.0625rem;
        font-weight: 700;
        letter-spacing: -0.02em;
      }
      .sign-out {
        display: grid;
        place-items: center;
        width: 44px;
        height: 44px;
        border-radius: var(--radius-round);
        font-size: 0.875rem;
        color: var(--ink-soft);
      }
      .sign-out:hover {
        background: var(--sunken);
        color: var(--ink);
      }
      main {
        width: min(100%, 520px);
        margin: clamp(var(--space-4), 9vh, 96px) auto 0;
      }
      .me {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-width: 0;
        margin-bottom: var(--space-4);
        overflow-wrap: anywhere;
      }
      .me strong {
        font-weight: 650;
      }
      .dial {
        margin-top: var(--space-5);
        padding: var(--space-5);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--surface);
        box-shadow: var(--shadow-raised);
      }
      .dial input {
        min-height: 56px;
        font-size: 1.125rem;
      }
      .choices {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--space-3);
        margin-top: var(--space-4);
      }
      .choices .button {
        min-height: 52px;
        padding: 0 var(--space-3);
      }
      .hint {
        margin-top: var(--space-5);
        text-align: center;
      }
      /* The mark alone leaves room for the longest word about the connection. */
      @media (max-width: 480px) {
        header {
          gap: var(--space-1);
        }
        .brand span {
          display: none;
        }
        .dial {
          padding: var(--space-4);
        }
      }
    `,
  ];

  constructor() {
    super();
    this.userId = '';
    this.connection = 'connecting';
    this.dev = false;
    this.recent = [];
    this.covered = false;
    this.words = en;
    this.callWords = undefined;
    this.callee = '';
    this.fault = undefined;
  }

  override render() {
    const { words } = this;
    const { home } = words;
    return html`${this.recent.length === 0 ? backdrop : nothing}
      <header>
        <div class="brand">${mark}<span>Duet</span></div>
        ${this.covered ? nothing : this.#line()} ${languageSwitch(this, words)}
        <button
          class="sign-out"
          type="button"
          data-testid="sign-out"
          title=${home.signOut}
          aria-label=${home.signOut}
          @click=${this.#signOut}
        >
          ${icon('leave')}
        </button>
      </header>
      <main class="enter">
        <div class="me">
          <duet-avatar .name=${this.userId}></duet-avatar>
          <p><span class="soft">${home.youAre}</span> <strong data-testid="me">${breakable(this.userId)}</strong></p>
        </div>
        <h1>${home.whom}</h1>
        ${this.#dial()} ${noticesOffer(words, () => this.requestUpdate())}
        ${this.recent.length > 0 ? recentCalls(words, this.recent, (call) => this.#place(call)) : this.#hint()}
      </main>`;
  }

  #line() {
    if (this.callWords === undefined) return nothing;
    return html`<duet-connection .state=${this.connection} .words=${this.callWords}></duet-connection>`;
  }

  #dial() {
    const { home } = this.words;
    const away = this.connection !== 'online';
    return html`<form class="dial" novalidate @submit=${this.#submit}>
      <label for="callee">${home.callee}</label>
      <input
        id="callee"
        data-testid="callee"
        maxlength=${longestName}
        placeholder=${this.userId === 'bob' ? 'alice' : 'bob'}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="go"
        .value=${this.callee}
        aria-invalid=${this.fault !== undefined}
        aria-describedby="callee-fault"
        @input=${this.#typed}
      />
      <p id="callee-fault" class="fault" role="alert" ?hidden=${this.fault === undefined}>
        ${this.fault?.(this.words)}
      </p>
      <div class="choices">
        <button class="button first" data-testid="call-video" ?disabled=${away}>${icon('video')}${home.video}</button>
        <button class="button second" type="button" data-testid="call-voice" ?disabled=${away} @click=${this.#voice}>
          ${icon('call')}${home.voice}
        </button>
      </div>
    </form>`;
  }

  #hint() {
    if (!this.dev) return nothing;
    const { home } = this.words;
    const other = this.userId === 'bob' ? 'alice' : 'bob';
    return html`<p class="hint small soft">
      ${home.nobodyYet}
      <a href="/?user=${other}" target="_blank" rel="noopener" data-testid="other-tab">${home.openAs(other)}</a>
    </p>`;
  }

  override firstUpdated() {
    // A phone would raise its keyboard over half of the page.
    if (matchMedia('(pointer: fine)').matches) this.#field?.focus();
  }

  get #field() {
    return this.renderRoot.querySelector<HTMLInputElement>('#callee');
  }

  readonly #typed = (event: Event) => {
    this.callee = (event.target as HTMLInputElement).value.trim();
    this.fault = undefined;
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    this.#place({ peer: this.callee, media: 'video' });
  };

  readonly #voice = () => this.#place({ peer: this.callee, media: 'audio' });

  readonly #signOut = () => this.dispatchEvent(new CustomEvent('duet-sign-out'));

  #place(call: PlaceCall) {
    if (this.connection !== 'online') return;
    this.fault = call.peer === this.userId ? ({ home }) => home.yourself : faultOfName(call.peer);
    if (this.fault === undefined) this.dispatchEvent(new CustomEvent<PlaceCall>('duet-place-call', { detail: call }));
    else this.#field?.focus();
  }
}

customElements.define('duet-home', DuetHome);
