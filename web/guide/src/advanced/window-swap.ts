// SPDX-License-Identifier: Apache-2.0
// 高级功能 · 大小窗口切换
import { RtcCloudVideoView, RtcVideoStreamType } from '@duet/sdk';
import { rtcCloud } from '../prepare/initialize.js';

/** Shows the own picture where the other side's was, and the other way round. */
export function swapWindows(userId: string, localKey: string, remoteKey: string): void {
  new RtcCloudVideoView({
    parent: localKey,
    onViewCreated: (viewId: number) => {
      rtcCloud.updateLocalView(viewId);
    },
  });
  new RtcCloudVideoView({
    parent: remoteKey,
    onViewCreated: (viewId: number) => {
      rtcCloud.updateRemoteView(userId, RtcVideoStreamType.big, viewId);
    },
  });
}
