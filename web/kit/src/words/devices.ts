// SPDX-License-Identifier: Apache-2.0
import type { Words } from './words.js';

/** What the browser lets a page know about its camera and microphone. */
export interface DeviceFacts {
  readonly secure: boolean;
  readonly camera: 'granted' | 'prompt' | 'denied';
  readonly microphone: 'granted' | 'prompt' | 'denied';
  readonly microphones: number;
}

/** What to do about a microphone that could not be used, or undefined when the facts do not explain it. */
export function deviceAdvice({ advice }: Words, facts: DeviceFacts): string | undefined {
  if (!facts.secure) return advice.https;
  if (facts.microphone === 'denied') return facts.camera === 'denied' ? advice.bothDenied : advice.microphoneDenied;
  return facts.microphones === 0 ? advice.noMicrophone : undefined;
}

/** Looks the facts up. Browsers that do not tell a permission count as ones that would ask. */
export async function deviceFacts(): Promise<DeviceFacts> {
  const [camera, microphone, devices] = await Promise.all([
    permission('camera'),
    permission('microphone'),
    navigator.mediaDevices?.enumerateDevices().catch(() => undefined),
  ]);
  return {
    secure: window.isSecureContext,
    camera,
    microphone,
    microphones: devices?.filter((device) => device.kind === 'audioinput').length ?? 1,
  };
}

async function permission(name: 'camera' | 'microphone'): Promise<PermissionState> {
  try {
    return (await navigator.permissions.query({ name })).state;
  } catch {
    return 'prompt';
  }
}
