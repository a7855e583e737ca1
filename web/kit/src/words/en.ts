// SPDX-License-Identifier: Apache-2.0
import type { Words } from './words.js';

const count = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`;

export const en: Words = {
  tag: 'en',

  ring: {
    calling: 'Calling…',
    ringing: 'Ringing…',
    connecting: 'Connecting…',
    callingThem: (name) => `Calling ${name}`,
    incomingVideo: 'Incoming video call',
    incomingVoice: 'Incoming voice call',
    isCalling: (name) => `${name} is calling`,
    clickToAnswer: 'Click to answer',
    accept: 'Accept',
    decline: 'Decline',
    cancel: 'Cancel',
    cancelCall: 'Cancel the call',
  },

  controls: {
    all: 'Call controls',
    callWith: (name) => `Call with ${name}`,
    mute: 'Mute',
    muteLong: 'Mute the microphone',
    unmute: 'Unmute',
    unmuteLong: 'Unmute the microphone',
    camera: 'Camera',
    cameraOn: 'Turn the camera on',
    cameraOff: 'Turn the camera off',
    screen: 'Share',
    screenOn: 'Share the screen',
    screenOff: 'Stop sharing the screen',
    hangUp: 'Hang up',
    minimise: 'Make the call small',
    restore: 'Make the call large again',
    pictureInPicture: 'Picture in picture',
  },

  pictures: {
    of: (name) => `Picture of ${name}`,
    screenOf: (name) => `Screen of ${name}`,
    mine: 'My picture',
    showLarge: (name) => `Show ${name} large`,
    showMineLarge: 'Show my picture large',
    showScreenLarge: 'Show the screen large',
    myCameraOff: 'Your camera is off',
    theirCameraOff: (name) => `${name}’s camera is off`,
    muted: 'muted',
    tapToHear: (name) => `Tap to hear ${name}`,
    youShare: 'You are sharing your screen',
    stop: 'Stop',
    theirCameraOn: (name) => `${name} turned the camera on.`,
    turnOnMine: 'Turn on mine',
    notNow: 'Not now',
  },

  devices: {
    title: 'Devices',
    button: 'Devices and more',
    microphone: 'Microphone',
    camera: 'Camera',
    speaker: 'Speaker',
    usual: 'System default',
    numbered: (number) => `Device ${number}`,
    none: 'None found',
    hold: 'Put on hold',
    switchToVoice: 'Switch to voice',
    switchToVideo: 'Switch to video',
  },

  hold: {
    onHold: 'On hold',
    youHold: (name) => `${name} is on hold`,
    theyHold: (name) => `${name} put you on hold`,
    resume: 'Resume',
    swap: 'Swap',
    swapWith: (name) => `Put this call on hold and go on with ${name}`,
    waiting: (name) => `${name} is calling too`,
    declineBusy: 'Decline',
    declineBusyLong: 'Decline: I am in another call',
    holdAnswer: 'Hold and answer',
    endAnswer: 'End and answer',
    gone: (name) => `${name} gave up calling.`,
  },

  ended: {
    youHungUp: 'You hung up.',
    theyHungUp: (name) => `${name} hung up.`,
    youDeclined: 'You declined the call.',
    theyDeclined: (name) => `${name} declined the call.`,
    noAnswer: (name) => `${name} did not answer.`,
    noAnswerAdvice: 'Try again in a while.',
    missed: (name) => `You missed a call from ${name}.`,
    offline: (name) => `${name} is not online.`,
    offlineAdvice: 'Check the name, or ask them to sign in and try again.',
    busy: (name) => `${name} is in another call.`,
    busyAdvice: 'Try again in a few minutes.',
    calledWhileBusy: (name) => `${name} called while you were in another call.`,
    youCancelled: 'You cancelled the call.',
    theyCancelled: (name) => `${name} cancelled the call before you answered.`,
    answeredElsewhere: 'You answered on another device.',
    declinedElsewhere: 'You declined on another device.',
    byServer: 'The server ended the call.',
    microphone: 'Your microphone could not be used.',
    lost: 'The connection was lost.',
    theyLost: (name) => `The connection to ${name} was lost.`,
    lostAdvice: 'Check your network, then call again.',
    unexpected: 'The call ended unexpectedly.',
    talked: (length) => `You talked for ${length}.`,
    close: 'Close',
    again: 'Call again',
    callBack: 'Call back',
  },

  spoken: {
    incomingVideo: (name) => `Incoming video call from ${name}. Press Enter to accept, Escape to decline.`,
    incomingVoice: (name) => `Incoming voice call from ${name}. Press Enter to accept, Escape to decline.`,
    connected: (name) => `Connected to ${name}.`,
    waiting: (name) => `${name} is calling too.`,
  },

  time: {
    hours: (n) => count(n, 'hour'),
    minutes: (n) => count(n, 'minute'),
    seconds: (n) => count(n, 'second'),
    between: ' ',
  },

  line: {
    label: 'Network: ',
    levels: {
      0: 'Checking the line',
      1: 'Excellent',
      2: 'Good',
      3: 'Fair',
      4: 'Weak',
      5: 'Very weak',
      6: 'No connection',
    },
    figures: (rtt, up, down) => `Round trip ${rtt} ms, loss ${up} % up and ${down} % down`,
  },

  connection: {
    offline: 'Offline',
    connecting: 'Connecting…',
    online: 'Online',
    reconnecting: 'Reconnecting…',
    kicked: 'Signed out',
  },

  advice: {
    https: 'The browser allows microphones on https pages only. Open this page over https.',
    microphoneDenied:
      'This page may not use the microphone. Allow it with the icon at the left of the address bar, then call again.',
    bothDenied:
      'This page may not use the camera and microphone. Allow it with the icon at the left of the address bar, then call again.',
    noMicrophone: 'No microphone was found. Plug one in, then call again.',
  },

  problems: {
    '-1301': 'The camera could not be started. Is one plugged in?',
    '-1302': 'The microphone could not be started. Is one plugged in?',
    '-1308': 'The screen could not be shared.',
    '-1314': 'This page may not use the camera. Allow it in the browser.',
    '-1316': 'The camera is in use by another program.',
    '-1317': 'This page may not use the microphone. Allow it in the browser.',
    '-1319': 'The microphone is in use by another program.',
  },
};
