// SPDX-License-Identifier: Apache-2.0

/** What a person can choose from. A name is empty where the browser does not tell it. */
export interface Choices {
  readonly microphones: readonly Choice[];
  readonly cameras: readonly Choice[];
  /** Undefined where the browser gives no choice of loudspeakers. */
  readonly speakers: readonly Choice[] | undefined;
}

export interface Choice {
  readonly id: string;
  readonly name: string;
}

export const noChoices: Choices = { microphones: [], cameras: [], speakers: undefined };

/** Tells what there is to choose from, now and whenever a device comes or goes. The returned function ends it. */
export function watchDevices(tell: (choices: Choices) => void): () => void {
  const { mediaDevices } = navigator;
  if (mediaDevices === undefined) return () => {};
  let wanted = true;
  const look = async () => {
    const devices = await mediaDevices.enumerateDevices().catch(() => []);
    if (wanted) tell(sorted(devices));
  };
  const changed = () => void look();
  changed();
  mediaDevices.addEventListener('devicechange', changed);
  return () => {
    wanted = false;
    mediaDevices.removeEventListener('devicechange', changed);
  };
}

function sorted(devices: readonly MediaDeviceInfo[]): Choices {
  // Chromium lists the system's choice as a device of its own; the menu has an entry for it in every browser.
  const of = (kind: MediaDeviceKind): Choice[] =>
    devices
      .filter((each) => each.kind === kind && each.deviceId !== '' && each.deviceId !== 'default')
      .map(({ deviceId, label }) => ({ id: deviceId, name: label }));
  const speakers = 'setSinkId' in HTMLMediaElement.prototype ? of('audiooutput') : undefined;
  return { microphones: of('audioinput'), cameras: of('videoinput'), speakers };
}
