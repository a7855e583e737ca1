// SPDX-License-Identifier: Apache-2.0
import type { Call, ConnectionState } from '@duet/sdk';
import { html, LitElement, type TemplateResult } from 'lit';
import { title } from '../parts/title.js';
import '../screens/ended.js';
import '../screens/home.js';
import type { PlaceCall } from '../screens/home.js';
import '../screens/in-call.js';
import '../screens/incoming.js';
import '../screens/outgoing.js';
import '../screens/sign-in.js';
import type { SignIn } from '../screens/sign-in.js';
import type { ClientMaker } from '../session/client.js';
import type { Door } from '../session/door.js';
import { base } from '../style/shared.js';
import { announcement } from '../words/announce.js';
import { screenOf } from './phase.js';
import { Session } from './session.js';

/** The whole page: shows the one screen that fits, and tells a screen reader what happens to the call. */
export class DuetApp extends LitElement {
  static override properties = { door: { attribute: false }, makeClient: { attribute: false }, user: {} };
  declare door: Door;
  declare makeClient: ClientMaker;
  /** The name to sign in at once in development mode. */
  declare user: string;
  #session: Session | undefined;

  static override styles = [base];

  constructor() {
    super();
    this.user = '';
  }

  override render() {
    const session = this.#session;
    if (session === undefined) return html``;
    const { call } = session;
    return html`${this.#screen(session)}
      <div class="spoken" role="status" aria-live="assertive" data-testid="announcement">
        ${call === undefined ? '' : announcement(call)}
      </div>`;
  }

  #screen(session: Session): TemplateResult {
    const { client, call } = session;
    if (client === undefined)
      return html`<duet-sign-in
        .info=${session.info}
        .problem=${session.problem}
        .busy=${session.busy}
        .name=${session.userId}
        @duet-sign-in=${(event: CustomEvent<SignIn>) => void session.signIn(event.detail)}
      ></duet-sign-in>`;
    if (call !== undefined) return this.#callScreen(session, call, client.connection);
    return html`<duet-home
      .userId=${session.userId}
      .connection=${client.connection}
      .dev=${session.info?.dev ?? false}
      .recent=${session.recent}
      @duet-place-call=${({ detail }: CustomEvent<PlaceCall>) => session.place(detail.peer, detail.media)}
      @duet-sign-out=${() => this.#signOut(session)}
    ></duet-home>`;
  }

  #callScreen(session: Session, call: Call, connection: ConnectionState): TemplateResult {
    switch (screenOf(call)) {
      case 'outgoing':
        return html`<duet-outgoing .call=${call} .connection=${connection}></duet-outgoing>`;
      case 'incoming':
        return html`<duet-incoming .call=${call} .connection=${connection}></duet-incoming>`;
      case 'in-call':
        return html`<duet-in-call .call=${call} .connection=${connection}></duet-in-call>`;
      case 'ended':
        return html`<duet-ended
          .call=${call}
          .connection=${connection}
          @duet-close=${() => session.close()}
          @duet-again=${() => session.again()}
        ></duet-ended>`;
    }
  }

  override updated() {
    const { call } = this.#session ?? {};
    // The incoming screen flashes the title itself.
    if (call === undefined || call.state.kind === 'ended') title();
    else if (screenOf(call) !== 'incoming') title(call.peer);
    this.#rememberUser();
  }

  override connectedCallback() {
    super.connectedCallback();
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
