// SPDX-License-Identifier: Apache-2.0
// 步骤2:呼叫 · 取消呼叫
import { type Callback, ImSDKPlugin, SignalingListener } from '@duet/sdk';
import { show, tell } from '../page/screen.js';
import { inviteId } from './send-invitation.js';

/** The caller takes the call back. */
export async function cancel(data: string): Promise<Callback> {
  const cancelRes: Callback = await ImSDKPlugin.imManager.getSignalingManager().cancel({ inviteID: inviteId, data });
  if (cancelRes.code === 0) {
    show('idle');
  } else {
    tell('The call could not be cancelled; try again.');
  }
  return cancelRes;
}

/** The callee hears of it. */
export const cancelListener = new SignalingListener({
  onInvitationCancelled: (_inviteID: string, inviter: string, _data: string) => {
    show('idle', `${inviter} has cancelled.`);
  },
});
