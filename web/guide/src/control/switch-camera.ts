// SPDX-License-Identifier: Apache-2.0
// 步骤6:功能控制 · 摄像头切换
import { rtcCloud } from '../prepare/initialize.js';

export async function switchCamera(): Promise<boolean> {
  const isFrontCamera: boolean = rtcCloud.getDeviceManager().isFrontCamera();
  await rtcCloud.getDeviceManager().switchCamera(!isFrontCamera);
  return !isFrontCamera;
}
