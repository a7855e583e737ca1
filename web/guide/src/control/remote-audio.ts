// SPDX-License-Identifier: Apache-2.0
// 步骤6:功能控制 · 打开关闭远端音频流
import { rtcCloud } from '../prepare/initialize.js';

export function openAllRemoteAudio(): void {
  rtcCloud.muteAllRemoteAudio(false);
}

export function openRemoteAudio(userId: string): void {
  rtcCloud.muteRemoteAudio(userId, false);
}

export function closeAllRemoteAudio(): void {
  rtcCloud.muteAllRemoteAudio(true);
}

export function closeRemoteAudio(userId: string): void {
  rtcCloud.muteRemoteAudio(userId, true);
}
