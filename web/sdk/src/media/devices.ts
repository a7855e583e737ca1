// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { done, refused, type Result } from '../result.js';

export type DeviceKind = 'microphone' | 'camera';

/** A refusal with the documented warning beside it, where there is one. */
export type DeviceRefusal = Result<never> & { warning?: number };

const codes = {
  microphone: { start: Code.micStartFail, denied: Code.micNotAuthorized, occupied: Code.micOccupied },
  camera: { start: Code.cameraStartFail, denied: Code.cameraNotAuthorized, occupied: Code.cameraOccupied },
} as const;

const warnings = {
  microphone: { missing: 1201, denied: 1203, occupied: 1208 },
  camera: { missing: 1111, denied: 1112, occupied: 1114 },
} as const;

/** The documented numbers for what getUserMedia rejects with, and what a person can do about it. */
export function deviceRefusal(kind: DeviceKind, error: unknown): DeviceRefusal {
  const name = error instanceof Error ? error.name : '';
  const [code, warning] = [codes[kind], warnings[kind]];
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return {
        ...refused(code.denied, `The ${kind} is not allowed: permit it for this page in the browser.`),
        warning: warning.denied,
      };
    case 'NotReadableError':
    case 'AbortError':
      return {
        ...refused(code.occupied, `The ${kind} is in use by another program, or the system does not hand it out.`),
        warning: warning.occupied,
      };
    case 'NotFoundError':
      return { ...refused(code.start, `There is no ${kind}.`), warning: warning.missing };
    default:
      return refused(code.start, `The ${kind} could not be started${name && ` (${name})`}.`);
  }
}

/** Why a device that was open has stopped by itself: its permission is gone, or it is. */
export async function whyLost(kind: DeviceKind): Promise<DeviceRefusal> {
  const denied = (await permission(kind)) === 'denied';
  return deviceRefusal(kind, new DOMException('', denied ? 'NotAllowedError' : 'NotReadableError'));
}

/** A device that does not let go; only the microphone has a number of its own for it. */
export const stopFailure = (kind: DeviceKind, error: unknown): Result<never> =>
  refused(
    kind === 'microphone' ? Code.micStopFail : Code.failed,
    `The ${kind} could not be stopped: ${String(error)}.`,
  );

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
