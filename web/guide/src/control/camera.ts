// SPDX-License-Identifier: Apache-2.0
// 步骤6:功能控制 · 打开关闭摄像头
import { RtcCloudVideoView } from '@duet/sdk';
import { rtcCloud } from '../prepare/initialize.js';

export function openCamera(frontCamera: boolean): void {
  new RtcCloudVideoView({
    parent: 'local',
    onViewCreated: (viewId: number) => {
      rtcCloud.startLocalPreview(frontCamera, viewId);
    },
  });
}

export function closeCamera(): void {
  rtcCloud.stopLocalPreview();
}
