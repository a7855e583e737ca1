// SPDX-License-Identifier: Apache-2.0
import { base, buttons, icons, page } from '@duet/call-kit/parts';
import { css, html, LitElement, nothing } from 'lit';
import { backdrop, backdropLook } from '../parts/backdrop.js';
import { languageSwitch, languageSwitchLook } from '../parts/language-switch.js';
import { mark, markLook } from '../parts/mark.js';
import { problemBox } from '../parts/problem.js';
import type { ServerInfo } from '../session/door.js';
import { faultOfName, longestName, type Fault } from '../session/names.js';
import { forms } from '../style/forms.js';
import { en } from '../words/en.js';
import type { Obstacle } from '../words/problem.js';
import type { Words } from '../words/words.js';

/** What the sign-in form holds; the ticket is missing in development mode, where the server makes one. */
export interface SignIn {
  readonly userId: string;
  readonly ticket?: { readonly sdkAppId: number; readonly userSig: string };
}

/** The door: a name in development mode; app, user and ticket otherwise. */
export class DuetSignIn extends LitElement {
  static override properties = {
    info: { attribute: false },
    problem: { attribute: false },
    busy: { type: Boolean },
    name: {},
    words: { attribute: false },
    fault: { state: true },
  };
  declare info: ServerInfo | undefined;
  declare problem: Obstacle | undefined;
  declare busy: boolean;
  declare name: string;
  declare words: Words;
  declare fault: { readonly field: 'app' | 'name' | 'ticket'; readonly why: Fault } | undefined;

  static override styles = [
    base,
    buttons,
    forms,
    icons,
    markLook,
    page,
    backdropLook,
    languageSwitchLook,
    css`
      :host {
        place-items: center;
      }
      main {
        width: min(100%, 400px);
      }
      .brand {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        margin-bottom: var(--space-7);
        font-size: var(--text-l);
        font-weight: 700;
        letter-spacing: -0.02em;
      }
      h1 + p {
        margin: var(--space-2) 0 var(--space-6);
      }
      form {
        display: grid;
        gap: var(--space-4);
      }
      textarea {
        min-height: 104px;
        resize: vertical;
        font: var(--text-s) / 1.5 var(--mono);
        overflow-wrap: anywhere;
      }
      form .button {
        margin-top: var(--space-2);
        width: 100%;
      }
      .language {
        position: absolute;
        top: calc(var(--space-4) + var(--safe-top));
        right: calc(var(--space-4) + var(--safe-right));
      }
      .below {
        margin-top: var(--space-5);
      }
      @media (max-width: 480px) {
        :host {
          place-items: start center;
          padding-top: calc(var(--space-6) + var(--safe-top));
        }
        .language {
          top: calc(var(--space-6) - 2px + var(--safe-top));
        }
      }
    `,
  ];

  constructor() {
    super();
    this.info = undefined;
    this.problem = undefined;
    this.busy = false;
    this.name = '';
    this.words = en;
    this.fault = undefined;
  }

  override render() {
    const dev = this.info?.dev ?? true;
    const { words } = this;
    const { signIn } = words;
    return html`${backdrop} ${languageSwitch(this, words)}
      <main class="enter">
        <div class="brand">${mark}Duet</div>
        <h1>${dev ? signIn.whatName : signIn.title}</h1>
        <p class="soft">${dev ? signIn.development : signIn.tickets}</p>
        <form novalidate @submit=${this.#submit}>
          ${problemBox(this.problem?.(words))} ${dev ? nothing : this.#appField()} ${this.#nameField(dev)}
          ${dev ? nothing : this.#ticketField()}
          <button class="button first" data-testid="sign-in" ?disabled=${this.busy}>
            ${this.busy ? signIn.signingIn : signIn.signIn}
          </button>
        </form>
        ${dev ? html`<p class="below small soft">${signIn.otherSide}</p>` : nothing}
      </main>`;
  }

  #appField() {
    return html`<div>
      <label for="app">${this.words.signIn.app}</label>
      <input
        id="app"
        data-testid="sign-in-app"
        inputmode="numeric"
        autocomplete="off"
        value=${this.info?.sdkAppId ?? ''}
        aria-invalid=${this.fault?.field === 'app'}
        aria-describedby="app-fault"
      />
      ${this.#faultOf('app')}
    </div>`;
  }

  #nameField(dev: boolean) {
    return html`<div>
      <label for="name">${dev ? this.words.signIn.name : this.words.signIn.user}</label>
      <input
        id="name"
        data-testid="sign-in-name"
        maxlength=${longestName}
        placeholder=${dev ? 'alice' : nothing}
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        .value=${this.name}
        aria-invalid=${this.fault?.field === 'name'}
        aria-describedby="name-fault"
        @input=${this.#typed}
      />
      ${this.#faultOf('name')}
    </div>`;
  }

  #ticketField() {
    return html`<div>
      <label for="ticket">${this.words.signIn.ticket}</label>
      <textarea
        id="ticket"
        data-testid="sign-in-ticket"
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${this.fault?.field === 'ticket'}
        aria-describedby="ticket-fault"
      ></textarea>
      ${this.#faultOf('ticket')}
    </div>`;
  }

  #faultOf(field: 'app' | 'name' | 'ticket') {
    const sentence = this.fault?.field === field ? this.fault.why(this.words) : undefined;
    return sentence === undefined ? nothing : html`<p id="${field}-fault" class="fault" role="alert">${sentence}</p>`;
  }

  override firstUpdated() {
    this.#field('name')?.focus();
  }

  #field(id: string) {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  }

  readonly #typed = (event: Event) => {
    this.name = (event.target as HTMLInputElement).value.trim();
    this.fault = undefined;
  };

  readonly #submit = (event: Event) => {
    event.preventDefault();
    if (this.busy) return;
    const signIn = this.#read();
    if (signIn === undefined) this.#field(this.fault?.field ?? 'name')?.focus();
    else this.dispatchEvent(new CustomEvent<SignIn>('duet-sign-in', { detail: signIn }));
  };

  /** What the form holds, or undefined after `fault` was set to what is wrong with it. */
  #read(): SignIn | undefined {
    const text = (id: string) => this.#field(id)?.value.trim() ?? '';
    const userId = text('name');
    const wrongName = faultOfName(userId);
    const dev = this.info?.dev ?? true;
    const sdkAppId = Number(text('app'));
    const userSig = text('ticket');
    this.fault = undefined;
    if (!dev && !(Number.isSafeInteger(sdkAppId) && sdkAppId > 0))
      this.fault = { field: 'app', why: ({ signIn }) => signIn.wrongApp };
    else if (wrongName !== undefined) this.fault = { field: 'name', why: wrongName };
    else if (!dev && userSig === '') this.fault = { field: 'ticket', why: ({ signIn }) => signIn.noTicket };
    if (this.fault !== undefined) return undefined;
    return dev ? { userId } : { userId, ticket: { sdkAppId, userSig } };
  }
}

customElements.define('duet-sign-in', DuetSignIn);
