// SPDX-License-Identifier: Apache-2.0
import { css, html, LitElement, nothing } from 'lit';
import { initials, tintOf } from '../names.js';
import { base } from '../style/shared.js';

const tints = 6;

/** Somebody as a round picture, or of colour with initials. Decoration: the name is always written beside it. */
export class DuetAvatar extends LitElement {
  static override properties = { name: {}, picture: {} };
  declare name: string;
  /** The address of a picture; it covers the initials once it has loaded. */
  declare picture: string | undefined;

  static override styles = [
    base,
    css`
      :host {
        display: inline-block;
        flex: none;
        width: var(--avatar, 40px);
        height: var(--avatar, 40px);
      }
      div {
        position: relative;
        display: grid;
        place-items: center;
        width: 100%;
        height: 100%;
        overflow: hidden;
        border-radius: 50%;
        font-size: calc(var(--avatar, 40px) * 0.4);
        font-weight: 600;
        letter-spacing: -0.01em;
        line-height: 1;
        color: var(--tint-ink);
        background: var(--tint);
      }
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .t0 {
        --tint: #cfe6da;
        --tint-ink: #0b4a39;
      }
      .t1 {
        --tint: #f3dcc2;
        --tint-ink: #693b0c;
      }
      .t2 {
        --tint: #d3dff0;
        --tint-ink: #1f3f6b;
      }
      .t3 {
        --tint: #f1d3d0;
        --tint-ink: #75251d;
      }
      .t4 {
        --tint: #e6e3bf;
        --tint-ink: #4b480c;
      }
      .t5 {
        --tint: #e0d8ec;
        --tint-ink: #473064;
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this.picture = undefined;
  }

  override render() {
    return html`<div class="t${tintOf(this.name, tints)}" aria-hidden="true">
      ${initials(this.name)} ${this.picture === undefined ? nothing : html`<img src=${this.picture} alt="" />`}
    </div>`;
  }
}

customElements.define('duet-avatar', DuetAvatar);
