// SPDX-License-Identifier: Apache-2.0

/** What the app around the snippets shows. The guide leaves drawing it, and the ring tone, to the app. */
export type Screen = 'idle' | 'outgoing' | 'incoming' | 'inCall';

export interface Shown {
  readonly screen: Screen;
  /** What the person is told, if anything. */
  readonly hint: string;
}

/** What was shown, in order. */
export const shown: Shown[] = [{ screen: 'idle', hint: '' }];

export function show(screen: Screen, hint = ''): void {
  shown.push({ screen, hint });
}

/** Tells the person something without leaving the screen. */
export function tell(hint: string): void {
  show(shown.at(-1)?.screen ?? 'idle', hint);
}
