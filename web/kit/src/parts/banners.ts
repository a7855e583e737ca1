// SPDX-License-Identifier: Apache-2.0
import type { Call, ConnectionState } from '@duet/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Setting } from '../setting.js';
import './connection.js';
import { heldCard } from './held-card.js';
import { icon } from './icon.js';

/** What stands over the picture of a call besides its controls. */
export interface Banners {
  readonly connection: ConnectionState;
  /** The call on hold behind this one. */
  readonly other: Call | undefined;
  /** A sentence about something that did not work, or is over. */
  readonly note: string | undefined;
  /** Whether the own camera is offered, as the other side's came on. */
  readonly offered: boolean;
  readonly takeOffer: () => void;
  readonly refuseOffer: () => void;
  readonly stopSharing: () => void;
}

export function banners(setting: Setting, call: Call, shown: Banners): TemplateResult {
  const { words } = setting;
  const { connection, other, note, stopSharing } = shown;
  return html`<div class="banners">
    <duet-connection stage .state=${connection} .words=${words}></duet-connection>
    ${other === undefined ? nothing : heldCard(setting, other)} ${shown.offered ? offer(setting, call, shown) : nothing}
    ${note === undefined ? nothing : html`<p class="note" role="alert">${note}</p>`} ${onHold(setting, call)}
    ${
      call.screenOn
        ? html`<div class="note" data-testid="sharing">
            ${icon('screen')}${words.pictures.youShare}
            <button type="button" @click=${stopSharing}>${words.pictures.stop}</button>
          </div>`
        : nothing
    }
  </div>`;
}

function onHold({ words, person }: Setting, { held, peer }: Call): TemplateResult | typeof nothing {
  if (held === 'none') return nothing;
  const { name } = person(peer);
  const said = held === 'local' ? words.hold.youHold(name) : words.hold.theyHold(name);
  return html`<p class="note" data-testid="on-hold">${icon('hold')}${said}</p>`;
}

function offer({ words, person }: Setting, { peer }: Call, { takeOffer, refuseOffer }: Banners): TemplateResult {
  const { pictures } = words;
  return html`<div class="note" role="status" data-testid="offer-video">
    ${pictures.theirCameraOn(person(peer).name)}
    <button class="first" type="button" data-testid="offer-accept" @click=${takeOffer}>${pictures.turnOnMine}</button>
    <button type="button" data-testid="offer-refuse" @click=${refuseOffer}>${pictures.notNow}</button>
  </div>`;
}
