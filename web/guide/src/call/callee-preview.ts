// SPDX-License-Identifier: Apache-2.0
// 步骤2:呼叫 · 4. 被叫端本地画面预览
import { RtcCloudVideoView, RtcVideoEncParam, RtcVideoResolution, RtcVideoResolutionMode } from '@duet/sdk';
import { call } from '../page/call.js';
import { rtcCloud } from '../prepare/initialize.js';

export function showCalleePreview(isFrontCamera: boolean): void {
  if (call.callType === 'videoCall') {
    // What the other side will see at best.
    const encParam = new RtcVideoEncParam({
      videoResolution: RtcVideoResolution.res_960_540,
      videoFps: 15,
      videoBitrate: 850,
      videoResolutionMode: RtcVideoResolutionMode.portrait,
    });
    rtcCloud.setVideoEncoderParam(encParam);
    new RtcCloudVideoView({
      parent: 'local',
      onViewCreated: (viewId: number) => {
        rtcCloud.startLocalPreview(isFrontCamera, viewId);
      },
    });
  }
}
