// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { broken, done, refused, type Result } from '../result.js';

export type DeviceKind = 'microphone' | 'camera';

/** A refusal with the documented warning beside it, where there is one. */
export type DeviceRefusal = Result<never> & { warning?: number };

/** Of the guide: errors, and the warnings beside them. */
const numbers = {
  microphone: {
    missing: [Code.micStartFail, 1201],
    denied: [Code.micNotAuthorized, 1203],
    occupied: [Code.micOccupied, 1208],
  },
  camera: {
    missing: [Code.cameraStartFail, 1111],
    denied: [Code.cameraNotAuthorized, 1112],
    occupied: [Code.cameraOccupied, 1114],
  },
} as const;

const faults: Readonly<Record<string, { readonly fault: keyof (typeof numbers)['camera']; readonly why: string }>> = {
  NotAllowedError: { fault: 'denied', why: 'is not allowed: permit it for this page in the browser' },
  NotReadableError: { fault: 'occupied', why: 'is in use by another program, or the system does not hand it out' },
  NotFoundError: { fault: 'missing', why: 'does not exist' },
};
const alike: Readonly<Record<string, string>> = { SecurityError: 'NotAllowedError', AbortError: 'NotReadableError' };

/** The documented numbers for what getUserMedia rejects with, and what a person can do about it. */
export function deviceRefusal(kind: DeviceKind, error: unknown): DeviceRefusal {
  const name = error instanceof Error ? error.name : '';
  const known = faults[alike[name] ?? name];
  if (!known) return refused(numbers[kind].missing[0], `The ${kind} could not be started${name && ` (${name})`}.`);
  const [code, warning] = numbers[kind][known.fault];
  return { ...refused(code, `The ${kind} ${known.why}.`), warning };
}

/** Why a device that was open has stopped by itself: its permission is gone, or it is. */
export async function whyLost(kind: DeviceKind): Promise<DeviceRefusal> {
  const denied = (await permission(kind)) === 'denied';
  return deviceRefusal(kind, new DOMException('', denied ? 'NotAllowedError' : 'NotReadableError'));
}

/** A device that does not let go; only the microphone has a number of its own for it. */
export const stopFailure = (kind: DeviceKind, error: unknown): Result<never> =>
  broken(kind === 'microphone' ? Code.micStopFail : Code.failed, `Stopping the ${kind}`, error);

/** What is asked of the camera; the browser comes as near as the device can. */
export interface CameraWish {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly facingMode?: 'user' | 'environment';
  readonly deviceId?: string;
}

/** What is asked of the microphone. */
export interface MicrophoneWish {
  /** Stereo as it is, for music, instead of a voice freed of echo and noise. */
  readonly music?: boolean;
  readonly deviceId?: string;
}

function microphoneConstraints({ music = false, deviceId }: MicrophoneWish): MediaTrackConstraints {
  return {
    // Without it the other side would hear itself, music or not.
    echoCancellation: true,
    noiseSuppression: !music,
    autoGainControl: !music,
    ...(music && { channelCount: { ideal: 2 } }),
    ...(deviceId && { deviceId: { exact: deviceId } }),
  };
}

export function cameraConstraints({ width, height, fps, facingMode, deviceId }: CameraWish): MediaTrackConstraints {
  return {
    width: { ideal: width },
    height: { ideal: height },
    frameRate: { ideal: fps, max: Math.max(fps, 30) },
    ...(facingMode && { facingMode }),
    ...(deviceId && { deviceId: { exact: deviceId } }),
  };
}

export interface Wanted {
  readonly microphone: MicrophoneWish | undefined;
  readonly camera: CameraWish | undefined;
}

export interface Captured {
  readonly microphone: Result<MediaStreamTrack> | undefined;
  readonly camera: Result<MediaStreamTrack> | undefined;
}

/**
 * Opens what is wanted. Both are asked for in one question to the person; when that fails each is tried by itself, so
 * that a missing camera does not silence the microphone and each fault gets its own number.
 */
export async function capture({ microphone, camera }: Wanted): Promise<Captured> {
  const audio = microphone && microphoneConstraints(microphone);
  const video = camera && cameraConstraints(camera);
  if (audio && video) {
    try {
      const stream = await userMedia({ audio, video });
      return {
        microphone: first('microphone', stream.getAudioTracks()),
        camera: first('camera', stream.getVideoTracks()),
      };
    } catch {
      // Told apart below.
    }
  }
  return {
    microphone: audio && (await one('microphone', { audio })),
    camera: video && (await one('camera', { video })),
  };
}

async function one(kind: DeviceKind, constraints: MediaStreamConstraints): Promise<Result<MediaStreamTrack>> {
  try {
    return first(kind, (await userMedia(constraints)).getTracks());
  } catch (error) {
    return deviceRefusal(kind, error);
  }
}

const first = (kind: DeviceKind, [track]: MediaStreamTrack[]): Result<MediaStreamTrack> =>
  track ? done(track) : deviceRefusal(kind, undefined);

function userMedia(constraints: MediaStreamConstraints): Promise<MediaStream> {
  // Absent on pages that are neither HTTPS nor localhost, whatever the type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices) return devices.getUserMedia(constraints);
  return Promise.reject(new DOMException('Devices need HTTPS or localhost.', 'SecurityError'));
}

/** Whether a device may be opened without asking the person; false when the browser does not say. */
export const permitted = async (kind: DeviceKind): Promise<boolean> => (await permission(kind)) === 'granted';

async function permission(kind: DeviceKind): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions.query({ name: kind })).state;
  } catch {
    return undefined;
  }
}
