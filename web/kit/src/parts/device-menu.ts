// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing, type TemplateResult } from 'lit';
import { noChoices, watchDevices, type Choice, type Choices } from '../browser/media-devices.js';
import { base, icons } from '../style/shared.js';
import { CallScreen } from './call-screen.js';
import { icon, type IconName } from './icon.js';
import { CallMenu, menuLook } from './menu.js';

/** The devices of a call to choose from, and what else can be done with it. */
export class DuetDeviceMenu extends CallMenu {
  static override properties = { ...CallScreen.properties, choices: { state: true } };
  declare choices: Choices;
  protected override readonly opener = 'devices';
  #unwatch = () => {};

  static override styles = [
    base,
    icons,
    menuLook,
    css`
      label {
        display: block;
        margin-bottom: var(--space-1);
        font-size: var(--text-s);
        font-weight: 600;
        color: var(--stage-ink-soft);
      }
      select {
        width: 100%;
        min-height: 44px;
        padding: 0 var(--space-3);
        border: 1px solid var(--stage-line);
        border-radius: var(--radius-s);
        font: inherit;
        font-size: 0.9375rem;
        color: inherit;
        color-scheme: dark;
        text-overflow: ellipsis;
        background: var(--stage);
      }
      .more {
        display: grid;
        margin: 0 calc(-1 * var(--space-2)) calc(-1 * var(--space-2));
        padding-top: var(--space-2);
        border-top: 1px solid var(--stage-line);
      }
      button {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        min-height: 44px;
        padding: 0 var(--space-2);
        border-radius: var(--radius-s);
        font-size: 0.9375rem;
        font-weight: 600;
        text-align: left;
      }
      button .icon {
        width: 1.25em;
        height: 1.25em;
      }
      button:hover {
        background: rgb(255 255 255 / 8%);
      }
    `,
  ];

  constructor() {
    super();
    this.choices = noChoices;
  }

  override render() {
    const { call } = this;
    const { devices } = this.words;
    const { microphones, cameras, speakers } = this.choices;
    const inUse = call.devices;
    return html`<section tabindex="-1" role="group" aria-label=${devices.button} data-testid="devices-menu">
      ${this.#choice('microphone', devices.microphone, microphones, inUse.microphone, (id) => call.setMicrophone(id))}
      ${this.#choice('camera', devices.camera, cameras, inUse.camera, (id) => call.setCameraDevice(id))}
      ${
        speakers === undefined
          ? nothing
          : this.#choice('speaker', devices.speaker, speakers, inUse.speaker, (id) => call.setSpeaker(id))
      }
      ${this.#more()}
    </section>`;
  }

  #choice(
    what: string,
    label: string,
    choices: readonly Choice[],
    inUse: string | undefined,
    choose: (id: string) => unknown,
  ): TemplateResult {
    const { devices } = this.words;
    const chosen = (event: Event) => void choose((event.target as HTMLSelectElement).value);
    return html`<div>
      <label for=${what}>${label}</label>
      <select id=${what} data-testid="choose-${what}" @change=${chosen}>
        <option value="" .selected=${inUse === undefined || inUse === ''}>
          ${choices.length === 0 && what !== 'speaker' ? devices.none : devices.usual}
        </option>
        ${choices.map(
          ({ id, name }, i) =>
            html`<option value=${id} .selected=${id === inUse}>${name || devices.numbered(i + 1)}</option>`,
        )}
      </select>
    </div>`;
  }

  #more() {
    const { call } = this;
    if (call.state.kind !== 'talking') return nothing;
    const { devices } = this.words;
    const video = call.media === 'video';
    return html`<div class="more">
      ${
        video
          ? this.#entry('switch', 'call', devices.switchToVoice, () => call.switchMedia('audio'))
          : this.#entry('switch', 'video', devices.switchToVideo, () => call.switchMedia('video'))
      }
      ${this.#entry('hold', 'hold', devices.hold, () => call.hold())}
    </div>`;
  }

  #entry(testId: string, what: IconName, label: string, act: () => Promise<unknown>) {
    const press = () => {
      this.close();
      void act();
    };
    return html`<button type="button" data-testid=${testId} @click=${press}>${icon(what)}${label}</button>`;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#unwatch = watchDevices((choices) => (this.choices = choices));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch();
  }

  override firstUpdated() {
    this.renderRoot.querySelector('select')?.focus();
  }
}

customElements.define('duet-device-menu', DuetDeviceMenu);
