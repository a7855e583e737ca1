// SPDX-License-Identifier: Apache-2.0
// 步骤6:功能控制 · 打开关闭麦克风
import { rtcCloud } from '../prepare/initialize.js';

export function openMicrophone(): void {
  rtcCloud.muteLocalAudio(false);
}

export function closeMicrophone(): void {
  rtcCloud.muteLocalAudio(true);
}
