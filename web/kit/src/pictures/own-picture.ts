// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import { playing } from './picture.js';

/** The own picture while it rings, or undefined while there is none to show. */
export function ownPictureOf(call: Call): MediaStream | undefined {
  return call.media === 'video' && call.cameraOn ? call.localStream : undefined;
}

/** The own picture, filling the stage behind what is said on it: whoever rings or is called sees how they look. */
export function ownPicture(words: Words, stream: MediaStream | undefined): TemplateResult | typeof nothing {
  if (stream === undefined) return nothing;
  return html`<video
      class="own"
      data-testid="local-video"
      autoplay
      playsinline
      .muted=${true}
      aria-label=${words.pictures.mine}
      ${playing(stream)}
    ></video>
    <div class="shade"></div>`;
}

export const ownPictureLook = css`
  .own {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    object-fit: cover;
    transform: scaleX(-1);
  }
  .shade {
    position: absolute;
    inset: 0;
    background: linear-gradient(rgb(8 14 12 / 78%), rgb(8 14 12 / 30%) 40%, rgb(8 14 12 / 30%) 60%, rgb(8 14 12 / 80%));
  }
  /* The name stands at the top, clear of the face. */
  .who.over {
    justify-content: start;
    padding-top: var(--space-5);
  }
  .who.over h1 {
    margin-top: 0;
  }
  .who.over p,
  .who.over + .row .caption {
    color: var(--stage-ink);
  }
`;
