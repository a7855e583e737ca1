// SPDX-License-Identifier: Apache-2.0
import { svg, html, type TemplateResult } from 'lit';

// A handset lying down means the end of a call; turned upright, its beginning.
const handset =
  'M3 14.4c0-1 .4-1.9 1.2-2.5C6.4 10.2 9.1 9.4 12 9.4s5.6.8 7.8 2.5c.8.6 1.2 1.5 1.2 2.5v1.3c0 .8-.7 1.4-1.5 1.3l-2.9-.5c-.6-.1-1.1-.7-1.1-1.3v-1.8c-1.1-.4-2.3-.5-3.5-.5s-2.4.1-3.5.5v1.8c0 .6-.5 1.2-1.1 1.3l-2.9.5c-.8.1-1.5-.5-1.5-1.3z';

const drawings = {
  call: svg`<path class="solid" transform="rotate(-135 12 12.5)" d=${handset} />`,
  hangUp: svg`<path class="solid" d=${handset} />`,
  video: svg`<rect x="3" y="6.5" width="12.5" height="11" rx="2.8" /><path d="m15.5 10.6 5-2.9v8.6l-5-2.9" />`,
  videoOff: svg`<path d="M9.5 6.5h3.2a2.8 2.8 0 0 1 2.8 2.8v3.2m0 1.3v.9a2.8 2.8 0 0 1-2.8 2.8H5.8A2.8 2.8 0 0 1 3 14.7V9.3a2.8 2.8 0 0 1 2.5-2.8m10 4.1 5-2.9v8.6l-2.6-1.5M4 3.5l16.5 17" />`,
  mic: svg`<rect x="9" y="3" width="6" height="11" rx="3" /><path d="M5.5 11.2a6.5 6.5 0 0 0 13 0M12 17.7V21" />`,
  micOff: svg`<path d="M15 10.4V6a3 3 0 0 0-5.7-1.3M9 9.5V11a3 3 0 0 0 4.3 2.7M5.5 11.2A6.5 6.5 0 0 0 16 16.3m2.2-2.9c.2-.7.3-1.4.3-2.2M12 17.7V21M4 3.5l16.5 17" />`,
  screen: svg`<rect x="3" y="4.5" width="18" height="12" rx="2.4" /><path d="M12 13.5V8m0 0L9.6 10.4M12 8l2.4 2.4M8.5 20h7" />`,
  screenOff: svg`<rect x="3" y="4.5" width="18" height="12" rx="2.4" /><path d="m9.8 8.3 4.4 4.4m0-4.4-4.4 4.4M8.5 20h7" />`,
  devices: svg`<path d="M4 7h9m5 0h2M4 17h2m5 0h9" /><circle cx="15.5" cy="7" r="2.4" /><circle cx="8.5" cy="17" r="2.4" />`,
  effects: svg`<path d="M10 4.5 11.8 10l5.7 2-5.7 2L10 19.5 8.2 14l-5.7-2 5.7-2zM18.5 3.5v4m-2-2h4m-2 11v4m-2-2h4" />`,
  blur: svg`<circle cx="12" cy="8.6" r="3.4" /><path d="M5.5 19.5c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5M3.5 5v.1M3.5 10v.1M20.5 5v.1M20.5 10v.1M5 14.5v.1M19 14.5v.1" />`,
  picture: svg`<rect x="3" y="5" width="18" height="14" rx="2.4" /><circle cx="8.5" cy="10" r="1.5" /><path d="m4 17.5 5-4 3.5 2.5 4-4 4.5 4" />`,
  shrink: svg`<path d="M10.5 4.5v6h-6M13.5 19.5v-6h6M10 10 4 4m10 10 6 6" />`,
  grow: svg`<path d="M14 4h6v6M10 20H4v-6M20 4l-6.5 6.5M4 20l6.5-6.5" />`,
  pip: svg`<rect x="3" y="5" width="18" height="14" rx="2.4" /><rect class="solid" x="11.5" y="11" width="7.5" height="6" rx="1.4" />`,
  swap: svg`<path d="M4 8.5h14m0 0-3.2-3.2M18 8.5l-3.2 3.2M20 15.5H6m0 0 3.2-3.2M6 15.5l3.2 3.2" />`,
  hold: svg`<path d="M9 6v12M15 6v12" stroke-width="2.6" />`,
  resume: svg`<path class="solid" d="M8 5.6c0-.8.9-1.3 1.6-.9l9 6.1c.6.4.6 1.3 0 1.7l-9 6.1c-.7.5-1.6 0-1.6-.9z" />`,
  close: svg`<path d="m6 6 12 12M18 6 6 18" />`,
  out: svg`<path d="M7 17 17 7m0 0H9m8 0v8" />`,
  in: svg`<path d="M17 7 7 17m0 0h8m-8 0V9" />`,
  speaker: svg`<path d="M4 9.5v5h3.4l4.6 4v-13l-4.6 4zM15.5 9a4.4 4.4 0 0 1 0 6M18.3 6.5a8 8 0 0 1 0 11" />`,
  alert: svg`<path d="M12 4 2.8 19.5h18.4zM12 10v4.2m0 2.6v.1" />`,
  leave: svg`<path d="M14 4.5H7A2.5 2.5 0 0 0 4.5 7v10A2.5 2.5 0 0 0 7 19.5h7M10.5 12H20m0 0-3.4-3.4M20 12l-3.4 3.4" />`,
} as const;

export type IconName = keyof typeof drawings;

/** A line drawing of 24 by 24 that takes the size and colour of the text around it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${drawings[name]}</svg>`;
}
