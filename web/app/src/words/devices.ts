// SPDX-License-Identifier: Apache-2.0
/** What the browser lets a page know about its camera and microphone. */
export interface DeviceFacts {
  readonly secure: boolean;
  readonly camera: 'granted' | 'prompt' | 'denied';
  readonly microphone: 'granted' | 'prompt' | 'denied';
  readonly microphones: number;
}

/** What to do about a microphone that could not be used, or undefined when the facts do not explain it. */
export function deviceAdvice(facts: DeviceFacts): string | undefined {
  if (!facts.secure) return 'The browser allows microphones on https pages only. Open this page over https.';
  if (facts.microphone === 'denied') {
    const what = facts.camera === 'denied' ? 'camera and microphone' : 'microphone';
    return `This page may not use the ${what}. Allow it with the icon at the left of the address bar, then call again.`;
  }
  if (facts.microphones === 0) return 'No microphone was found. Plug one in, then call again.';
  return undefined;
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
