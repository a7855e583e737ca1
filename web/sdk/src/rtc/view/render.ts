// SPDX-License-Identifier: Apache-2.0

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a picture lies in its view. */
export interface Rendering {
  /** Quarter turns clockwise. */
  readonly turns: number;
  /** Whether what does not fit is cut off; otherwise bars fill the rest. */
  readonly fill: boolean;
  readonly mirrored: boolean;
}

/**
 * How much a picture that CSS has fitted into its box has to grow so that it also fits when it lies on its side, or,
 * filling, covers the box.
 */
export function sidewaysScale(box: Size, picture: Size, fill: boolean): number {
  if (box.width === 0 || box.height === 0) return 1;
  const ratios = [box.width / box.height, box.height / box.width];
  if (fill) return Math.max(...ratios);
  if (picture.width === 0 || picture.height === 0) return Math.min(...ratios);
  const fitted = Math.min(box.width / picture.width, box.height / picture.height);
  return Math.min(box.width / (picture.height * fitted), box.height / (picture.width * fitted));
}

export function renderStyle({ turns, fill, mirrored }: Rendering, box: Size, picture: Size): Record<string, string> {
  const scale = turns % 2 === 0 ? 1 : sidewaysScale(box, picture, fill);
  const steps = [
    turns > 0 && `rotate(${turns * 90}deg)`,
    scale !== 1 && `scale(${scale.toFixed(4)})`,
    mirrored && 'scaleX(-1)',
  ];
  return { objectFit: fill ? 'cover' : 'contain', transform: steps.filter(Boolean).join(' ') };
}
