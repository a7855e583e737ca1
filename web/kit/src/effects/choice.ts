// SPDX-License-Identifier: Apache-2.0

/** The backgrounds that are drawn here; see `scenes.ts`. */
export const sceneNames = ['studio', 'dusk', 'leaves', 'shelf'] as const;
export type SceneName = (typeof sceneNames)[number];

export type BackgroundChoice = 'none' | 'blur' | SceneName | 'own';

/** What a person wants done to their picture and voice; both shares of beauty go from 0, nothing, to 1. */
export interface EffectChoice {
  readonly smoothing: number;
  readonly whitening: number;
  readonly background: BackgroundChoice;
  /** Whether noise is taken out of the voice. */
  readonly quiet: boolean;
}

export const plain: EffectChoice = { smoothing: 0, whitening: 0, background: 'none', quiet: false };

export const changesPicture = ({ smoothing, whitening, background }: EffectChoice): boolean =>
  smoothing > 0 || whitening > 0 || background !== 'none';

const key = 'duet-effects';

/** The choice that this browser keeps; none of its parts is more than hearsay. */
export function rememberedChoice(): EffectChoice {
  try {
    return { ...plain, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<EffectChoice>) };
  } catch {
    return plain;
  }
}

export function rememberChoice(choice: EffectChoice): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice));
  } catch {
    // A browser that keeps nothing for the page: the choice lasts until it is left.
  }
}
