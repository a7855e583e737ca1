// SPDX-License-Identifier: Apache-2.0
import type { Call, ConnectionState } from '@duet/sdk';
import { LitElement, type PropertyValues } from 'lit';

/** A screen that shows one call and draws itself anew whenever the call changes. */
export class CallScreen extends LitElement {
  static override properties = { call: { attribute: false }, connection: {} };
  declare call: Call;
  declare connection: ConnectionState;
  #forget = () => {};

  constructor() {
    super();
    this.connection = 'online';
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
