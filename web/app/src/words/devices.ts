// SPDX-License-Identifier: Apache-2.0
import type { CallMedia } from '@duet/sdk';

/** What the browser lets a page know about its camera and microphone. */
export interface DeviceFacts {
  readonly secure: boolean;
  readonly camera: 'granted' | 'prompt' | 'denied';
  readonly microphone: 'granted' | 'prompt' | 'denied';
  readonly cameras: number;
  readonly microphones: number;
}

/** What to do about a camera or microphone that could not be used, or undefined when the facts do not explain it. */
export function deviceAdvice(facts: DeviceFacts, media: CallMedia): string | undefined {
  const video = media === 'video';
  if (!facts.secure) return 'The browser allows camera and microphone on https pages only. Open this page over https.';
  const denied = [
    ...(video && facts.camera === 'denied' ? ['camera'] : []),
    ...(facts.microphone === 'denied' ? ['microphone'] : []),
  ].join(' and ');
  if (denied !== '')
    return `This page may not use the ${denied}. Allow it with the icon at the left of the address bar, then call again.`;
  if (facts.microphones === 0) return 'No microphone was found. Plug one in, then call again.';
  if (video && facts.cameras === 0) return 'No camera was found. Plug one in, or make a voice call.';
  return undefined;
}

/** Looks the facts up. Browsers that do not tell a permission count as ones that would ask. */
export async function deviceFacts(): Promise<DeviceFacts> {
  const [camera, microphone, devices] = await Promise.all([
    permission('camera'),
    permission('microphone'),
    navigator.mediaDevices?.enumerateDevices().catch(() => undefined),
  ]);
  const count = (kind: MediaDeviceKind) => devices?.filter((device) => device.kind === kind).length ?? 1;
  return {
    secure: window.isSecureContext,
    camera,
    microphone,
    cameras: count('videoinput'),
    microphones: count('audioinput'),
  };
}

async function permission(name: 'camera' | 'microphone'): Promise<PermissionState> {
  try {
    return (await navigator.permissions.query({ name })).state;
  } catch {
    return 'prompt';
  }
}
