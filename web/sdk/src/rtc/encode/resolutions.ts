// SPDX-License-Identifier: Apache-2.0

/** The sizes a picture can be encoded in, lying; portrait swaps them. */
export const RtcVideoResolution = {
  res_120_120: 1,
  res_160_160: 3,
  res_270_270: 5,
  res_480_480: 7,
  res_160_120: 50,
  res_240_180: 52,
  res_280_210: 54,
  res_320_240: 56,
  res_400_300: 58,
  res_480_360: 60,
  res_640_480: 62,
  res_960_720: 64,
  res_160_90: 100,
  res_256_144: 102,
  res_320_180: 104,
  res_480_270: 106,
  res_640_360: 108,
  res_960_540: 110,
  res_1280_720: 112,
  res_1920_1080: 114,
} as const;
export type RtcVideoResolution = (typeof RtcVideoResolution)[keyof typeof RtcVideoResolution];

export const RtcVideoResolutionMode = { landscape: 0, portrait: 1 } as const;
export type RtcVideoResolutionMode = (typeof RtcVideoResolutionMode)[keyof typeof RtcVideoResolutionMode];

/** What a call needs for each, in kbps; in the order of the list above. */
const callKbps = [80, 100, 200, 350, 100, 150, 200, 250, 300, 400, 600, 1000, 150, 200, 250, 350, 500, 850, 1200, 2000];

export interface Resolution {
  readonly width: number;
  readonly height: number;
  readonly kbps: number;
}

const resolutions = new Map<number, Resolution>(
  Object.entries(RtcVideoResolution).map(([name, value], i) => {
    const [, width, height] = name.split('_').map(Number);
    return [value, { width: width ?? 0, height: height ?? 0, kbps: callKbps[i] ?? 0 }];
  }),
);

/** Undefined for a number that stands for no size. */
export const resolutionOf = (value: unknown): Resolution | undefined => resolutions.get(value as number);
