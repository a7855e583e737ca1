// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import './clock.js';
import { icon } from './icon.js';
import { breakable } from './name.js';
import { roundButton } from './round-button.js';
import { signalBars } from './signal.js';

/** Who is at the other end, for how long, and whether they can be heard. */
export function whoIsThere(words: Words, call: Call, name: string): TemplateResult {
  return html`<div class="name">
    <h1>${breakable(name)}</h1>
    <p class="facts">
      ${
        call.state.kind === 'talking'
          ? html`<duet-clock .since=${call.state.since}></duet-clock> ${silence(words, call)}`
          : html`<span role="status">${words.ring.connecting}</span>`
      }
    </p>
  </div>`;
}

function silence(words: Words, { held, remote }: Call): TemplateResult | typeof nothing {
  if (held !== 'none') return html`<span class="silent">${words.hold.onHold}</span>`;
  if (remote.audio) return nothing;
  return html`<span class="silent" data-testid="remote-muted">${icon('micOff')}${words.pictures.muted}</span>`;
}

/** The line, and what makes the call smaller. */
export interface Tools {
  /** Whether it is over all windows; undefined where it cannot be. */
  readonly lifted: boolean | undefined;
  readonly lift: () => void;
  readonly minimise: () => void;
}

export function callTools(words: Words, call: Call, { lifted, lift, minimise }: Tools): TemplateResult {
  const { controls } = words;
  const mini = roundButton({
    testId: 'mini',
    icon: 'shrink',
    label: controls.minimise,
    look: 'plain',
    key: 'N',
    press: minimise,
  });
  return html`<div class="tools">
    <div class="line">${signalBars(words, call.quality)}</div>
    ${
      lifted === undefined
        ? nothing
        : roundButton({
            testId: 'pip',
            icon: 'pip',
            label: controls.pictureInPicture,
            look: lifted ? 'off' : 'plain',
            pressed: lifted,
            key: 'P',
            press: lift,
          })
    }
    ${mini}
  </div>`;
}
