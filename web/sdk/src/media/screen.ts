// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';
import type { DeviceRefusal } from './devices.js';

/** What is asked of a screen capture; the person chooses what is shown, and whether its sound goes along. */
export interface ScreenWish {
  readonly width?: number;
  readonly height?: number;
  readonly fps?: number;
  /** Whether to ask for the sound of what is shown; not every browser has it. */
  readonly systemAudio?: boolean;
}

export interface CapturedScreen {
  readonly picture: MediaStreamTrack;
  readonly sound: MediaStreamTrack | undefined;
}

/** Text stays readable at ten frames; a film shown to somebody does not stutter at fifteen. */
const usualFps = 15;

const notAuthorized = 1206;

const refusal = (why: string): Result<never> =>
  refused(Code.screenCaptureStartFail, `The screen could not be captured. ${why}`);

/** The documented numbers for what getDisplayMedia rejects with. */
export function screenRefusal(error: unknown): DeviceRefusal {
  const name = error instanceof Error ? error.name : '';
  return name === 'NotAllowedError' || name === 'SecurityError'
    ? { ...refusal('It was not allowed, or nothing was chosen.'), warning: notAuthorized }
    : refusal(`The browser does not hand it out${name && ` (${name})`}.`);
}

export async function captureScreen(wish: ScreenWish): Promise<Result<CapturedScreen>> {
  const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  if (!devices?.getDisplayMedia) {
    return refused(Code.screenCaptureUnsupported, 'This browser cannot capture the screen.');
  }
  const { width, height, fps = usualFps, systemAudio = true } = wish;
  try {
    const stream = await devices.getDisplayMedia({
      video: {
        frameRate: { ideal: fps, max: Math.max(fps, usualFps) },
        ...(width && { width: { max: width } }),
        ...(height && { height: { max: height } }),
      },
      // A screen's sound is music and films as often as voice: nothing is taken out of it.
      audio: systemAudio && { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    const [picture] = stream.getVideoTracks();
    if (!picture) return screenRefusal(undefined);
    return done({ picture, sound: stream.getAudioTracks()[0] });
  } catch (error) {
    return screenRefusal(error);
  }
}
