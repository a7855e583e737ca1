// SPDX-License-Identifier: Apache-2.0
import { clock, icon } from '@duet/call-kit/parts';
import { css, html, type TemplateResult } from 'lit';
import type { RecentCall } from '../session/recent.js';
import type { Words } from '../words/words.js';

type Again = (call: RecentCall) => void;

/** The calls of this session, newest first; pressing one calls again. */
export function recentCalls(words: Words, recent: readonly RecentCall[], again: Again): TemplateResult {
  return html`<section class="recent" aria-labelledby="recent">
    <h2 id="recent">${words.recent.title}</h2>
    <ul>
      ${recent.map((call, i) => entry(words, call, i, again))}
    </ul>
  </section>`;
}

function entry({ recent, tag }: Words, call: RecentCall, index: number, again: Again): TemplateResult {
  const kind = call.media === 'video' ? recent.video : recent.voice;
  const missed = call.direction === 'incoming' && call.talkedMs === 0;
  return html`<li>
    <button type="button" data-testid="recent-${index}" @click=${() => again(call)}>
      <duet-avatar .name=${call.peer}></duet-avatar>
      <span class="peer"><span class="spoken">${recent.callAgain}</span>${call.peer}</span>
      <span class="fact ${missed ? 'missed' : ''}">
        ${icon(call.direction === 'outgoing' ? 'out' : 'in')}${missed ? recent.missed : kind}
        ${call.talkedMs > 0 ? html`· ${clock(call.talkedMs)}` : ''}
      </span>
      <time datetime=${call.endedAt.toISOString()}>${timeOfDay(tag, call.endedAt)}</time>
      ${icon(call.media === 'video' ? 'video' : 'call')}
    </button>
  </li>`;
}

function timeOfDay(tag: string, time: Date): string {
  return time.toLocaleTimeString(tag === 'en' ? undefined : tag, { hour: '2-digit', minute: '2-digit' });
}

export const recentLook = css`
  .recent {
    margin-top: var(--space-6);
  }
  .recent h2 {
    margin-bottom: var(--space-2);
    padding: 0 var(--space-3);
    font-size: var(--text-s);
    font-weight: 600;
    color: var(--ink-soft);
  }
  .recent ul {
    list-style: none;
  }
  .recent button {
    display: grid;
    grid-template-columns: auto 1fr auto auto;
    grid-template-areas: 'face peer time icon' 'face fact time icon';
    column-gap: var(--space-3);
    align-items: center;
    width: 100%;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-m);
    text-align: left;
    transition: background-color var(--quick) var(--ease);
  }
  .recent button:hover {
    background: var(--sunken);
  }
  .recent duet-avatar {
    grid-area: face;
  }
  .recent .peer {
    grid-area: peer;
    overflow: hidden;
    font-weight: 600;
    line-height: 1.35;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .recent .fact {
    grid-area: fact;
    display: flex;
    align-items: center;
    gap: var(--space-1);
    font-size: var(--text-s);
    color: var(--ink-soft);
  }
  .recent .fact .icon {
    width: 1.15em;
    height: 1.15em;
  }
  .recent .missed {
    color: var(--danger);
  }
  .recent time {
    grid-area: time;
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
    color: var(--ink-soft);
  }
  .recent button > .icon {
    grid-area: icon;
    font-size: 0.875rem;
    color: var(--accent);
  }
`;
