// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { css, html, nothing, render } from 'lit';
import { initials } from '../names.js';
import type { Setting } from '../setting.js';
import tokens from '../style/tokens.css?inline';
import { clock } from '../words/time.js';
import { icon } from '../parts/icon.js';
import { playing } from './picture.js';
import type { Acts } from '../parts/controls.js';

/**
 * Draws a call into the document of a window over all others. No custom element and no shared style sheet can go there,
 * so it is plain elements with a sheet of their own. The sound stays in the page.
 */
export function drawPip(into: Document, setting: Setting, call: Call, acts: Acts): void {
  const { words, person } = setting;
  const { controls } = words;
  const { name } = person(call.peer);
  const since = call.state.kind === 'talking' ? call.state.since : undefined;
  into.title = name;
  into.documentElement.lang = words.tag;
  render(
    html`<main>
      ${
        call.remote.video
          ? html`<video autoplay playsinline .muted=${true} ${playing(call.remoteStream)}></video>`
          : html`<div class="initials" aria-hidden="true">${initials(name)}</div>`
      }
      <p>${name} ${since === undefined ? nothing : html`<span>${clock(Date.now() - since)}</span>`}</p>
      <div>
        <button
          aria-pressed=${call.muted}
          aria-label=${call.muted ? controls.unmuteLong : controls.muteLong}
          @click=${acts.mute}
        >
          ${icon(call.muted ? 'micOff' : 'mic')}
        </button>
        <button class="end" aria-label=${controls.hangUp} @click=${acts.hangUp}>${icon('hangUp')}</button>
      </div>
    </main>`,
    into.body,
    { creationScope: into },
  );
}

export const pipStyle = `${tokens}${
  css`
    body,
    main {
      height: 100%;
      margin: 0;
      overflow: hidden;
      font: 600 14px/1.4 var(--font);
      color: var(--stage-ink);
      background: var(--stage);
    }
    html {
      height: 100%;
    }
    main {
      position: relative;
      display: grid;
      place-items: center;
    }
    video {
      position: absolute;
      width: 100%;
      height: 100%;
      object-fit: cover;
    }
    .initials {
      display: grid;
      place-items: center;
      width: 72px;
      height: 72px;
      border-radius: 50%;
      font-size: 28px;
      background: var(--stage-raised);
    }
    p,
    div:has(button) {
      position: absolute;
      left: 0;
      right: 0;
      margin: 0;
      padding: 10px 14px;
    }
    p {
      top: 0;
      background: linear-gradient(rgb(8 14 12 / 80%), transparent);
    }
    span {
      font-variant-numeric: tabular-nums;
      color: var(--stage-ink-soft);
    }
    div:has(button) {
      bottom: 0;
      display: flex;
      justify-content: center;
      gap: 12px;
      background: linear-gradient(transparent, rgb(8 14 12 / 80%));
    }
    button {
      display: grid;
      place-items: center;
      width: 44px;
      height: 44px;
      border: 0;
      border-radius: 50%;
      color: inherit;
      background: rgb(255 255 255 / 18%);
      cursor: pointer;
    }
    button[aria-pressed='true'] {
      color: var(--stage);
      background: var(--stage-ink);
    }
    .end {
      background: var(--stage-danger);
    }
    .icon {
      width: 20px;
      height: 20px;
      fill: none;
      stroke: currentcolor;
      stroke-width: 1.8;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .icon .solid {
      fill: currentcolor;
      stroke: none;
    }
  `.cssText
}`;
