// SPDX-License-Identifier: Apache-2.0
import { css } from 'lit';

/** One large picture, and the others small in a column in the corner. */
export const picturesLook = css`
  :host {
    --aside-width: clamp(180px, 19vw, 280px);
    --aside-height: calc(var(--aside-width) * 0.625);
    --aside-right: calc(var(--space-5) + var(--safe-right));
    --aside-bottom: calc(var(--space-6) + var(--safe-bottom));
    position: absolute;
    inset: 0;
    display: block;
  }
  @media (max-width: 700px) {
    :host {
      --aside-width: 108px;
      --aside-height: 144px;
      --aside-right: calc(var(--space-4) + var(--safe-right));
      --aside-bottom: calc(136px + var(--safe-bottom));
    }
  }
  @media (max-height: 480px) {
    :host {
      --aside-width: 144px;
      --aside-height: 90px;
      --aside-bottom: calc(var(--space-4) + var(--safe-bottom));
    }
  }
  .frame {
    display: grid;
    place-items: center;
    overflow: hidden;
  }
  .frame > * {
    grid-area: 1 / 1;
  }
  .large {
    position: absolute;
    inset: 0;
  }
  .aside {
    position: absolute;
    z-index: 2;
    right: var(--aside-right);
    bottom: var(--aside-bottom);
    width: var(--aside-width);
    height: var(--aside-height);
    border-radius: var(--radius-m);
    background: var(--stage-raised);
    box-shadow:
      0 0 0 1px var(--stage-line),
      var(--shadow-float);
    cursor: pointer;
    animation: appear var(--calm) var(--ease);
  }
  .aside.higher {
    bottom: calc(var(--aside-bottom) + var(--aside-height) + var(--space-3));
  }
  .aside:focus-visible {
    outline: 3px solid var(--stage-ink);
    outline-offset: 3px;
  }
  /* Out of sight, but going on to play: it may carry the sound. */
  .away,
  :host([small]) .aside {
    position: absolute;
    width: 1px;
    height: 1px;
    opacity: 0;
    pointer-events: none;
    animation: none;
  }
  video {
    width: 100%;
    height: 100%;
    min-width: 0;
    min-height: 0;
    object-fit: cover;
  }
  .large video.whole,
  .screen video {
    object-fit: contain;
  }
  .local video {
    transform: scaleX(-1);
  }
  .dark video {
    opacity: 0;
  }
  .instead {
    display: grid;
    justify-items: center;
    gap: var(--space-7);
    max-width: 100%;
    padding: var(--space-4);
    text-align: center;
    color: var(--stage-ink-soft);
  }
  .large .instead {
    transform: translateY(-4vh);
  }
  @media (max-width: 700px) {
    .large .instead {
      transform: translateY(-9vh);
    }
  }
  @media (max-height: 480px) {
    .large .instead {
      gap: var(--space-4);
      transform: translateY(-8vh);
    }
  }
  .aside .instead {
    gap: var(--space-2);
    font-size: var(--text-s);
  }
  .aside duet-rings {
    --avatar: 48px;
  }
  :host([small]) .instead {
    display: none;
  }
  .corner {
    place-self: end start;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    margin: var(--space-2);
    border-radius: 50%;
    font-size: 0.6875rem;
    background: var(--stage-glass);
  }
  .hear {
    position: absolute;
    z-index: 3;
    top: 62%;
    left: 50%;
    transform: translate(-50%, -50%);
    display: flex;
    align-items: center;
    gap: var(--space-2);
    min-height: 48px;
    max-width: 90%;
    padding: var(--space-1) var(--space-5);
    border-radius: var(--radius-round);
    font-weight: 600;
    color: var(--stage);
    background: var(--stage-ink);
    box-shadow: var(--shadow-float);
  }
  :host([small]) .hear {
    top: 50%;
    min-height: 44px;
    padding: 0 var(--space-3);
    font-size: var(--text-s);
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: scale(0.94);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .aside {
      animation: none;
    }
  }
  @media (forced-colors: active) {
    .aside,
    .hear {
      border: 1px solid CanvasText;
    }
  }
`;
