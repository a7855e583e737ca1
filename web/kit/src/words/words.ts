// SPDX-License-Identifier: Apache-2.0
import type { ConnectionState, Quality } from '@duet/sdk';
import type { BackgroundChoice } from '../effects/choice.js';

/** A sentence about somebody. */
export type About = (name: string) => string;

/** Every word a person sees or hears of a call, in one language. */
export interface Words {
  /** The language as a `lang` attribute names it. */
  readonly tag: string;

  readonly ring: {
    readonly calling: string;
    readonly ringing: string;
    readonly connecting: string;
    readonly callingThem: About;
    readonly incomingVideo: string;
    readonly incomingVoice: string;
    readonly isCalling: About;
    readonly clickToAnswer: string;
    readonly accept: string;
    readonly decline: string;
    readonly cancel: string;
    readonly cancelCall: string;
  };

  readonly controls: {
    readonly all: string;
    readonly callWith: About;
    readonly mute: string;
    readonly muteLong: string;
    readonly unmute: string;
    readonly unmuteLong: string;
    readonly camera: string;
    readonly cameraOn: string;
    readonly cameraOff: string;
    readonly screen: string;
    readonly screenOn: string;
    readonly screenOff: string;
    readonly hangUp: string;
    readonly minimise: string;
    readonly restore: string;
    readonly pictureInPicture: string;
  };

  readonly pictures: {
    readonly of: About;
    readonly screenOf: About;
    readonly mine: string;
    readonly showLarge: About;
    readonly showMineLarge: string;
    readonly showScreenLarge: string;
    readonly myCameraOff: string;
    readonly theirCameraOff: About;
    readonly muted: string;
    readonly tapToHear: About;
    readonly youShare: string;
    readonly stop: string;
    readonly theirCameraOn: About;
    readonly turnOnMine: string;
    readonly notNow: string;
  };

  readonly devices: {
    readonly title: string;
    readonly button: string;
    readonly microphone: string;
    readonly camera: string;
    readonly speaker: string;
    readonly usual: string;
    /** The device with this number, where the browser does not tell its name. */
    readonly numbered: (number: number) => string;
    readonly none: string;
    readonly hold: string;
    readonly switchToVoice: string;
    readonly switchToVideo: string;
  };

  readonly menus: { readonly loading: string; readonly notLoaded: string };

  readonly effects: {
    readonly title: string;
    readonly beauty: string;
    readonly smoothing: string;
    readonly whitening: string;
    readonly background: string;
    readonly backgrounds: Readonly<Record<BackgroundChoice, string>>;
    readonly ownPicture: string;
    readonly noise: string;
    readonly allOff: string;
    /** With the reason as the browser or the package tells it. */
    readonly notHere: About;
    readonly badPicture: string;
    readonly tooSlow: string;
    readonly failed: string;
    readonly voiceFailed: string;
  };

  readonly hold: {
    readonly onHold: string;
    readonly youHold: About;
    readonly theyHold: About;
    readonly resume: string;
    readonly swap: string;
    readonly swapWith: About;
    readonly waiting: About;
    readonly declineBusy: string;
    readonly declineBusyLong: string;
    readonly holdAnswer: string;
    readonly endAnswer: string;
    readonly gone: About;
  };

  readonly ended: {
    readonly youHungUp: string;
    readonly theyHungUp: About;
    readonly youDeclined: string;
    readonly theyDeclined: About;
    readonly noAnswer: About;
    readonly noAnswerAdvice: string;
    readonly missed: About;
    readonly offline: About;
    readonly offlineAdvice: string;
    readonly busy: About;
    readonly busyAdvice: string;
    readonly calledWhileBusy: About;
    readonly youCancelled: string;
    readonly theyCancelled: About;
    readonly answeredElsewhere: string;
    readonly declinedElsewhere: string;
    readonly byServer: string;
    readonly microphone: string;
    readonly lost: string;
    readonly theyLost: About;
    readonly lostAdvice: string;
    readonly unexpected: string;
    readonly talked: About;
    readonly close: string;
    readonly again: string;
    readonly callBack: string;
  };

  readonly spoken: {
    readonly incomingVideo: About;
    readonly incomingVoice: About;
    readonly connected: About;
    readonly waiting: About;
  };

  readonly time: {
    readonly hours: (count: number) => string;
    readonly minutes: (count: number) => string;
    readonly seconds: (count: number) => string;
  };

  readonly line: {
    readonly label: string;
    readonly levels: Readonly<Record<Quality, string>>;
    readonly figures: (rtt: number, up: number, down: number) => string;
  };

  readonly connection: Readonly<Record<ConnectionState, string>>;

  /** What to do about a microphone or camera, by what is known of it. */
  readonly advice: {
    readonly https: string;
    readonly microphoneDenied: string;
    readonly bothDenied: string;
    readonly noMicrophone: string;
  };

  /** Troubles that have a number, as docs/errors.md lists them, and all others with the sentence that came with them. */
  readonly problems: Readonly<Record<string, string>>;
  readonly otherProblem: (code: number, sentence: string) => string;
}
