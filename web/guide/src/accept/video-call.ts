// SPDX-License-Identifier: Apache-2.0
// 步骤3:接听 · 视频通话
import {
  RtcAppScene,
  RtcAudioQuality,
  RtcCloudListener,
  RtcCloudVideoView,
  RtcParams,
  RtcVideoStreamType,
} from '@duet/sdk';
import { account } from '../page/account.js';
import { call } from '../page/call.js';
import { rtcCloud } from '../prepare/initialize.js';

/** Both sides enter the same room; the picture is fetched when there is one. */
export function startVideoCall(): void {
  const params = new RtcParams({
    sdkAppId: account.sdkAppId, // the app
    userSig: account.userSig, // the ticket, made by the app's server
    strRoomId: call.roomId, // a room named by a string
    userId: account.userId, // the same as at the login
  });

  rtcCloud.startLocalAudio(RtcAudioQuality.speech);
  rtcCloud.enterRoom(params, RtcAppScene.videoCall);
}

export const videoCallListener = new RtcCloudListener({
  // Above 0 the room is entered.
  onEnterRoom: (result: number) => {
    if (result > 0) {
      call.isOnCalling = true;
    } else {
      call.isOnCalling = false;
    }
  },
  onUserVideoAvailable: (userId: string, available: boolean) => {
    if (available) {
      new RtcCloudVideoView({
        parent: 'remote',
        onViewCreated: (viewId: number) => {
          rtcCloud.startRemoteView(userId, RtcVideoStreamType.big, viewId);
        },
      });
    } else {
      rtcCloud.stopRemoteView(userId, RtcVideoStreamType.big);
    }
  },
});
