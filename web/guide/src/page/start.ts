// SPDX-License-Identifier: Apache-2.0
import { ImSDKPlugin } from '@duet/sdk';
import { account, fetchTicket } from './account.js';
import { call } from './call.js';
import { recorder } from './recorder.js';
import * as guide from './sections.js';

/** What an app made of the guide's snippets does when it starts: each listener in place, then the login. */
export async function start(userId: string): Promise<void> {
  await fetchTicket(userId);
  await guide.initIm(account.sdkAppId);
  listenToSignaling();
  await guide.createRtcCloud();
  listenToRooms();
  await guide.login(account.userId, account.userSig);
}

export function listenToSignaling(): void {
  const signaling = ImSDKPlugin.imManager.getSignalingManager();
  signaling.addSignalingListener({ listener: recorder });
  guide.listenForInvitations();
  for (const listener of [
    guide.acceptListener,
    guide.busyListener,
    guide.cancelListener,
    guide.rejectListener,
    guide.timeoutListener,
  ]) {
    signaling.addSignalingListener({ listener });
  }
}

export function listenToRooms(): void {
  for (const listener of [
    recorder,
    guide.callDurationListener,
    guide.deviceErrorListener,
    guide.hangUpListener,
    guide.networkQualityListener,
    guide.roomErrorListener,
    guide.ticketErrorListener,
    guide.videoCallListener,
    guide.voiceCallListener,
  ]) {
    guide.rtcCloud.registerListener(listener);
  }
}

/** The room that a call without an invitation goes to. */
export function join(callType: 'videoCall' | 'audioCall', roomId: string): void {
  Object.assign(call, { callType, roomId });
}
