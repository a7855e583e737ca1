// SPDX-License-Identifier: Apache-2.0
import type { Call, ConnectionState } from '@duet/sdk';
import { LitElement, type PropertyValues } from 'lit';
import type { Person } from '../names.js';
import { plainSetting, type Setting } from '../setting.js';
import type { Words } from '../words/words.js';

/** A screen that shows one call and draws itself anew whenever the call changes. */
export class CallScreen extends LitElement {
  static override properties = {
    call: { attribute: false },
    connection: {},
    setting: { attribute: false },
    small: { type: Boolean, reflect: true },
  };
  declare call: Call;
  declare connection: ConnectionState;
  declare setting: Setting;
  /** A card in a corner of a page that stays in use, instead of the whole window. */
  declare small: boolean;
  #forget = () => {};

  constructor() {
    super();
    this.connection = 'online';
    this.setting = plainSetting;
    this.small = false;
  }

  get words(): Words {
    return this.setting.words;
  }

  /** The other side. */
  get peer(): Person {
    return this.setting.person(this.call.peer);
  }

  override willUpdate(changed: PropertyValues) {
    if (changed.has('call')) this.#follow();
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasUpdated) this.#follow();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  #follow() {
    this.#forget();
    this.#forget = this.call.on('change', () => this.requestUpdate());
  }
}
