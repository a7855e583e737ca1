// SPDX-License-Identifier: Apache-2.0
// 高级功能 · 通话时长统计
import { RtcCloudListener } from '@duet/sdk';

/** When the call began, in Unix ms. */
export let callStartTime = 0;
/** When it ended. */
export let callFinishTime = 0;
/** How long it took, in whole seconds. */
export let callDuration = 0;

export const callDurationListener = new RtcCloudListener({
  onRemoteUserEnterRoom: (_userId: string) => {
    callStartTime = Date.now();
  },
  onExitRoom: (_reason: number) => {
    callFinishTime = Date.now();
    callDuration = Math.trunc((callFinishTime - callStartTime) / 1000);
  },
});
