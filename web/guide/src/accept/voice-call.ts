// SPDX-License-Identifier: Apache-2.0
// 步骤3:接听 · 语音通话
import { RtcAppScene, RtcAudioQuality, RtcCloudListener, RtcParams } from '@duet/sdk';
import { account } from '../page/account.js';
import { call } from '../page/call.js';
import { rtcCloud } from '../prepare/initialize.js';

/** Both sides enter the same room; sound plays by itself. */
export function startAudioCall(): void {
  const params = new RtcParams({
    sdkAppId: account.sdkAppId, // the app
    userSig: account.userSig, // the ticket, made by the app's server
    strRoomId: call.roomId, // a room named by a string
    userId: account.userId, // the same as at the login
  });

  rtcCloud.startLocalAudio(RtcAudioQuality.speech);
  rtcCloud.enterRoom(params, RtcAppScene.audioCall);
}

/** Above 0 the room is entered. */
export const voiceCallListener = new RtcCloudListener({
  onEnterRoom: (result: number) => {
    if (result > 0) {
      call.isOnCalling = true;
    } else {
      call.isOnCalling = false;
    }
  },
});
