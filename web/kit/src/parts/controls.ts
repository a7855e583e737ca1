// SPDX-License-Identifier: Apache-2.0
import type { Call } from '@duet/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words/words.js';
import type { Menus } from './menus.js';
import { roundButton, type RoundButton } from './round-button.js';

/** What the controls of a call do. */
export interface Acts {
  readonly mute: () => void;
  readonly camera: () => void;
  readonly screen: () => void;
  readonly devices: () => void;
  readonly resume: () => void;
  readonly hangUp: () => void;
  readonly restore: () => void;
}

/** Whether the browser lets a page capture the screen at all. */
const canShare = (): boolean => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/** The row of round buttons below a call that is talked in. */
export function callControls(words: Words, call: Call, acts: Acts, menus: Menus): TemplateResult {
  const { controls } = words;
  const buttons =
    call.held === 'local'
      ? [resume(words, acts)]
      : [muteButton(words, call, acts), camera(words, call, acts), share(words, call, acts), menus.effectsButton(true)];
  const devices: RoundButton = {
    testId: 'devices',
    icon: 'devices',
    label: words.devices.button,
    caption: words.devices.title,
    look: 'plain',
    expanded: menus.open === 'devices',
    key: 'D',
    press: acts.devices,
  };
  return html`<div class="row" role="group" aria-label=${controls.all}>
    ${buttons.map((button) => (button === undefined ? nothing : roundButton(button)))}
    ${call.held === 'local' ? nothing : roundButton(devices)} ${roundButton(hangUp(words, acts))}
  </div>`;
}

/** The same on a small card: only what cannot wait. */
export function smallControls(words: Words, call: Call, acts: Acts): TemplateResult {
  const restore: RoundButton = {
    testId: 'restore',
    icon: 'grow',
    label: words.controls.restore,
    look: 'plain',
    press: acts.restore,
  };
  const first = call.held === 'local' ? resume(words, acts) : muteButton(words, call, acts);
  return html`<div class="row" role="group" aria-label=${words.controls.all}>
    ${[first, restore, hangUp(words, acts)].map(roundButton)}
  </div>`;
}

const hangUp = ({ controls }: Words, acts: Acts): RoundButton => ({
  testId: 'hang-up',
  icon: 'hangUp',
  label: controls.hangUp,
  caption: controls.hangUp,
  look: 'end',
  press: acts.hangUp,
});

const resume = ({ hold }: Words, acts: Acts): RoundButton => ({
  testId: 'resume',
  icon: 'resume',
  label: hold.resume,
  caption: hold.resume,
  look: 'accept',
  key: 'H',
  press: acts.resume,
});

const muteButton = ({ controls }: Words, { muted }: Call, acts: Acts): RoundButton => ({
  testId: 'mute',
  icon: muted ? 'micOff' : 'mic',
  label: muted ? controls.unmuteLong : controls.muteLong,
  caption: muted ? controls.unmute : controls.mute,
  look: muted ? 'off' : 'plain',
  pressed: muted,
  key: 'M',
  press: acts.mute,
});

const camera = ({ controls }: Words, { cameraOn, media }: Call, acts: Acts): RoundButton => ({
  testId: 'camera',
  icon: cameraOn ? 'video' : 'videoOff',
  label: cameraOn ? controls.cameraOff : controls.cameraOn,
  caption: controls.camera,
  look: cameraOn || media === 'audio' ? 'plain' : 'off',
  pressed: cameraOn,
  key: 'V',
  press: acts.camera,
});

const share = ({ controls, pictures }: Words, { screenOn }: Call, acts: Acts): RoundButton | undefined =>
  canShare()
    ? {
        testId: 'screen-share',
        icon: screenOn ? 'screenOff' : 'screen',
        label: screenOn ? controls.screenOff : controls.screenOn,
        caption: screenOn ? pictures.stop : controls.screen,
        look: screenOn ? 'off' : 'plain',
        pressed: screenOn,
        key: 'S',
        press: acts.screen,
      }
    : undefined;
