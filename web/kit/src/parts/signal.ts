// SPDX-License-Identifier: Apache-2.0
import type { CallQuality } from '@duet/sdk';
import { css, html, svg, type TemplateResult } from 'lit';
import { figures, signal } from '../words/quality.js';
import type { Words } from '../words/words.js';

const bars = [1, 2, 3, 4];

/** How good the line is: four bars and a word. */
export function signalBars(words: Words, quality: CallQuality): TemplateResult {
  const { level, mood, bars: lit } = signal(quality);
  return html`<span class="signal ${mood}" title=${figures(words, quality)}>
    <svg viewBox="0 0 18 14" aria-hidden="true">${bars.map((n) => bar(n, n <= lit))}</svg>
    <span><span class="spoken">${words.line.label}</span>${words.line.levels[level]}</span>
  </span>`;
}

function bar(n: number, lit: boolean) {
  const height = 2 + n * 3;
  return svg`<rect class=${lit ? 'lit' : ''} x=${n * 4.5 - 4} y=${14 - height} width="3" height=${height} rx="1" />`;
}

export const signalLook = css`
  .signal {
    display: inline-flex;
    align-items: center;
    gap: var(--space-2);
  }
  .signal svg {
    width: 18px;
    height: 14px;
    fill: currentcolor;
  }
  .signal rect {
    opacity: 0.3;
  }
  .signal rect.lit {
    opacity: 1;
  }
  .signal.warn {
    color: var(--stage-warn);
  }
  .signal.bad {
    color: #ff9d92;
  }
`;
