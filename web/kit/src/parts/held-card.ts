// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { css, html, type TemplateResult } from 'lit';
import type { Setting } from '../setting.js';
import './avatar.js';
import { icon } from './icon.js';

/** The call that is on hold while another is talked in; pressing its button changes their places. */
export function heldCard({ words, person }: Setting, call: Call): TemplateResult {
  const { name, picture } = person(call.peer);
  const { hold } = words;
  return html`<aside class="held" data-testid="held-call" aria-label=${hold.youHold(name)}>
    <duet-avatar .name=${name} .picture=${picture}></duet-avatar>
    <p><strong>${name}</strong>${hold.onHold}</p>
    <button
      type="button"
      data-testid="swap"
      aria-label=${hold.swapWith(name)}
      title=${hold.swapWith(name)}
      aria-keyshortcuts="H"
      @click=${() => void call.resume()}
    >
      ${icon('swap')}${hold.swap}
    </button>
  </aside>`;
}

export const heldLook = css`
  .held {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    width: fit-content;
    max-width: 100%;
    padding: var(--space-2) var(--space-2) var(--space-2) var(--space-3);
    border-radius: var(--radius-round);
    background: var(--stage-glass);
    box-shadow: inset 0 0 0 1px var(--stage-line);
    backdrop-filter: blur(16px);
  }
  .held duet-avatar {
    --avatar: 36px;
  }
  .held p {
    min-width: 0;
    overflow: hidden;
    font-size: var(--text-s);
    line-height: 1.35;
    white-space: nowrap;
    text-overflow: ellipsis;
    color: var(--stage-ink-soft);
  }
  .held strong {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--stage-ink);
  }
  .held button {
    flex: none;
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 44px;
    padding: 0 var(--space-4);
    border-radius: var(--radius-round);
    font-size: 0.9375rem;
    font-weight: 600;
    color: var(--stage-ink);
    background: rgb(255 255 255 / 10%);
  }
  .held button:hover {
    background: rgb(255 255 255 / 18%);
  }
  @media (forced-colors: active) {
    .held {
      border: 1px solid CanvasText;
    }
  }
`;
