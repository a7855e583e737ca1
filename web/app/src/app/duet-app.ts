// SPDX-License-Identifier: Apache-2.0
import '@duet/call-kit';
import { base } from '@duet/call-kit/parts';
import type { Call } from '@duet/sdk';
import { html, LitElement, type TemplateResult } from 'lit';
import '../screens/home.js';
import type { PlaceCall } from '../screens/home.js';
import '../screens/sign-in.js';
import type { SignIn } from '../screens/sign-in.js';
import type { ClientMaker, SignedInClient } from '../session/client.js';
import type { Door } from '../session/door.js';
import { Session } from './session.js';
import { title } from './title.js';

/** The whole page: the door while nobody is signed in, then the home page with the calls over it. */
export class DuetApp extends LitElement {
  static override properties = {
    door: { attribute: false },
    makeClient: { attribute: false },
    user: {},
    covered: { state: true },
  };
  declare door: Door;
  declare makeClient: ClientMaker;
  /** The name to sign in at once in development mode. */
  declare user: string;
  /** Whether a call covers the page. */
  declare covered: boolean;
  #session: Session | undefined;

  static override styles = [base];

  constructor() {
    super();
    this.user = '';
    this.covered = false;
  }

  override render() {
    const session = this.#session;
    if (session === undefined) return html``;
    return session.client === undefined ? this.#door(session) : this.#home(session, session.client);
  }

  #door(session: Session): TemplateResult {
    return html`<duet-sign-in
      .info=${session.info}
      .problem=${session.problem}
      .busy=${session.busy}
      .name=${session.userId}
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
        @duet-place-call=${({ detail }: CustomEvent<PlaceCall>) => client.call(detail.peer, detail.media)}
        @duet-sign-out=${() => this.#signOut(session)}
      ></duet-home>
      <duet-call
        .client=${client}
        @duet-call-began=${({ detail }: CustomEvent<Call>) => title(detail.peer)}
        @duet-call-covers=${({ detail }: CustomEvent<boolean>) => (this.covered = detail)}
        @duet-call-ended=${({ detail }: CustomEvent<Call>) => this.#ended(session, detail)}
      ></duet-call>`;
  }

  #ended(session: Session, call: Call) {
    title();
    session.remember(call);
  }

  override updated() {
    this.#rememberUser();
  }

  override connectedCallback() {
    super.connectedCallback();
    title();
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
