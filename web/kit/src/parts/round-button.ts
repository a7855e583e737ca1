// SPDX-License-Identifier: Apache-2.0
import { css, html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icon.js';

/** What a round button of a call looks like and says. */
export interface RoundButton {
  readonly testId: string;
  readonly icon: IconName;
  readonly label: string;
  readonly look: 'plain' | 'accept' | 'end' | 'off';
  /** Shown below the button; without it the label is a tooltip. */
  readonly caption?: string;
  /** For buttons that stay pressed. */
  readonly pressed?: boolean;
  /** For buttons that open something. */
  readonly expanded?: boolean;
  /** The key that does the same, as `aria-keyshortcuts` spells it. */
  readonly key?: string;
  readonly press: () => void;
}

/** A round button of a call. */
export function roundButton(button: RoundButton): TemplateResult {
  const { testId, look, label, caption, pressed, expanded, key, press } = button;
  const title = key === undefined ? label : `${label} (${key})`;
  return html`<button
    type="button"
    class="round ${look}"
    data-testid=${testId}
    title=${title}
    aria-label=${label}
    aria-pressed=${pressed ?? nothing}
    aria-expanded=${expanded ?? nothing}
    aria-keyshortcuts=${key ?? nothing}
    @click=${press}
  >
    <span class="disc">${icon(button.icon)}</span>
    ${caption === undefined ? nothing : html`<span class="caption" aria-hidden="true">${caption}</span>`}
  </button>`;
}

export const roundButtons = css`
  .round {
    display: grid;
    justify-items: center;
    gap: var(--space-3);
    min-width: min(56px, 14vw);
    color: var(--stage-ink);
    border-radius: var(--radius-m);
  }
  .round:focus-visible {
    outline: none;
  }
  .round:focus-visible .disc {
    outline: 3px solid var(--stage-ink);
    outline-offset: 3px;
  }
  .disc {
    display: grid;
    place-items: center;
    width: var(--disc, 56px);
    height: var(--disc, 56px);
    border-radius: 50%;
    font-size: calc(var(--disc, 56px) * 0.29);
    background: var(--stage-glass);
    box-shadow: inset 0 0 0 1px var(--stage-line);
    backdrop-filter: blur(16px);
    transition:
      background-color var(--quick) var(--ease),
      color var(--quick) var(--ease),
      transform var(--quick) var(--ease);
  }
  .round:hover .disc {
    background: color-mix(in srgb, var(--stage-raised) 80%, white 20%);
  }
  .round:active .disc {
    transform: scale(0.94);
  }
  .round.accept .disc {
    background: var(--stage-accept);
    box-shadow: none;
  }
  .round.accept:hover .disc {
    background: color-mix(in srgb, var(--stage-accept) 85%, white);
  }
  .round.end .disc {
    background: var(--stage-danger);
    box-shadow: none;
  }
  .round.end:hover .disc {
    background: color-mix(in srgb, var(--stage-danger) 85%, white);
  }
  .round.off .disc,
  .round.off:hover .disc {
    color: var(--stage);
    background: var(--stage-ink);
  }
  @media (forced-colors: active) {
    .disc {
      border: 2px solid ButtonText;
    }
    .round[aria-pressed='true'] .disc,
    .round.accept .disc,
    .round.end .disc {
      border-color: Highlight;
    }
  }
  .caption {
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--stage-ink-soft);
  }
`;
