// SPDX-License-Identifier: Apache-2.0
import '@duet/call-kit';
import { base, wordsFor, type Words as CallWords } from '@duet/call-kit/parts';
import type { Call } from '@duet/sdk';
import { html, LitElement, type TemplateResult } from 'lit';
import '../screens/home.js';
import type { PlaceCall } from '../screens/home.js';
import '../screens/sign-in.js';
import type { SignIn } from '../screens/sign-in.js';
import type { ClientMaker, SignedInClient } from '../session/client.js';
import type { Door } from '../session/door.js';
import { rememberLanguage, wantedLanguage } from '../session/language.js';
import { pageWords } from '../words/language.js';
import type { Words } from '../words/words.js';
import { Session } from './session.js';
import { title } from './title.js';

/** The whole page: the door while nobody is signed in, then the home page with the calls over it. */
export class DuetApp extends LitElement {
  static override properties = {
    door: { attribute: false },
    makeClient: { attribute: false },
    user: {},
    covered: { state: true },
    speech: { state: true },
  };
  declare door: Door;
  declare makeClient: ClientMaker;
  /** The name to sign in at once in development mode. */
  declare user: string;
  /** Whether a call covers the page. */
  declare covered: boolean;
  /** The words of the page and of its calls, in one language; undefined until they are there. */
  declare speech: { readonly page: Words; readonly calls: CallWords } | undefined;
  #session: Session | undefined;
  #language = '';

  static override styles = [base];

  constructor() {
    super();
    this.user = '';
    this.covered = false;
    this.speech = undefined;
  }

  override render() {
    const session = this.#session;
    if (session === undefined || this.speech === undefined) return html``;
    return session.client === undefined ? this.#door(session) : this.#home(session, session.client);
  }

  #door(session: Session): TemplateResult {
    return html`<duet-sign-in
      .info=${session.info}
      .problem=${session.problem}
      .busy=${session.busy}
      .name=${session.userId}
      .words=${this.speech?.page}
      @duet-language=${this.#chooseLanguage}
      @duet-sign-in=${(event: CustomEvent<SignIn>) => void session.signIn(event.detail)}
    ></duet-sign-in>`;
  }

  #home(session: Session, client: SignedInClient): TemplateResult {
    return html`<duet-home
        .userId=${session.userId}
        .connection=${client.connection}
        .dev=${session.info?.dev ?? false}
        .recent=${session.recent}
        .covered=${this.covered}
        .words=${this.speech?.page}
        .callWords=${this.speech?.calls}
        @duet-language=${this.#chooseLanguage}
        @duet-place-call=${({ detail }: CustomEvent<PlaceCall>) => client.call(detail.peer, detail.media)}
        @duet-sign-out=${() => this.#signOut(session)}
      ></duet-home>
      <duet-call
        .client=${client}
        lang=${this.speech?.page.tag}
        @duet-call-began=${() => title(client.currentCall?.peer)}
        @duet-call-covers=${({ detail }: CustomEvent<boolean>) => (this.covered = detail)}
        @duet-call-ended=${({ detail }: CustomEvent<Call>) => this.#ended(session, client, detail)}
      ></duet-call>`;
  }

  readonly #chooseLanguage = ({ detail }: CustomEvent<string>) => {
    rememberLanguage(detail);
    void this.#speak(detail);
  };

  /** Changes the language once its words are there. */
  async #speak(language: string) {
    this.#language = language;
    const [page, calls] = await Promise.all([pageWords(language), wordsFor(language)]);
    if (language !== this.#language) return;
    this.speech = { page, calls };
    document.documentElement.lang = page.tag;
  }

  #ended(session: Session, client: SignedInClient, call: Call) {
    title(client.currentCall?.peer);
    session.remember(call);
  }

  override updated() {
    this.#rememberUser();
  }

  override connectedCallback() {
    super.connectedCallback();
    title();
    void this.#speak(wantedLanguage());
    this.#session = new Session(this.door, this.makeClient, () => this.requestUpdate());
    void this.#session.start(this.user);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#session?.stop();
  }

  /** Keeps a development name in the address, so that reloading the page signs in again. */
  #rememberUser() {
    const { client, info, userId } = this.#session ?? {};
    const address = new URL(location.href);
    if (info?.dev !== true || client === undefined || userId === undefined) return;
    if (address.searchParams.get('user') === userId) return;
    address.searchParams.set('user', userId);
    history.replaceState(null, '', address);
  }

  /** Forgets it again, so that the sign-in page stays when reloaded. */
  #signOut(session: Session) {
    const address = new URL(location.href);
    address.searchParams.delete('user');
    history.replaceState(null, '', address);
    void session.signOut();
  }
}

customElements.define('duet-app', DuetApp);
