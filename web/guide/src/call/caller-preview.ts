// SPDX-License-Identifier: Apache-2.0
// 步骤2:呼叫 · 1. 主叫端本地画面预览
import { RtcCloudVideoView, RtcVideoEncParam, RtcVideoResolution, RtcVideoResolutionMode } from '@duet/sdk';
import { rtcCloud } from '../prepare/initialize.js';

/** Of a video call alone. Before the room is entered this only shows the own picture; sending starts with the entry. */
export function showCallerPreview(isFrontCamera: boolean): void {
  // What the other side will see at best.
  rtcCloud.setVideoEncoderParam(
    new RtcVideoEncParam({
      videoResolution: RtcVideoResolution.res_960_540,
      videoFps: 15,
      videoBitrate: 850,
      videoResolutionMode: RtcVideoResolutionMode.portrait,
    }),
  );

  new RtcCloudVideoView({
    parent: 'local',
    onViewCreated: (viewId: number) => {
      rtcCloud.startLocalPreview(isFrontCamera, viewId);
    },
  });
}
