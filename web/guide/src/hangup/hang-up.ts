// SPDX-License-Identifier: Apache-2.0
// 步骤5:挂断 · 挂断通话
import { RtcCloudListener } from '@duet/sdk';
import { call } from '../page/call.js';
import { show } from '../page/screen.js';
import { rtcCloud } from '../prepare/initialize.js';

export function hangup(): void {
  rtcCloud.stopLocalAudio();
  rtcCloud.stopLocalPreview();
  rtcCloud.exitRoom();
}

/** One side hangs up, the other does when it sees that. */
export const hangUpListener = new RtcCloudListener({
  onExitRoom: (_reason: number) => {
    call.isOnCalling = false;
    show('idle');
  },
  onRemoteUserLeaveRoom: (_userId: string, _reason: number) => {
    hangup();
  },
});
