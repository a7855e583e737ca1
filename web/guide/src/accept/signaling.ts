// SPDX-License-Identifier: Apache-2.0
// 步骤3:接听 · 接听信令
import { type Callback, ImSDKPlugin, SignalingListener } from '@duet/sdk';
import { inviteId } from '../call/receive-invitation.js';
import { call } from '../page/call.js';
import { show, tell } from '../page/screen.js';
import { startVideoCall } from './video-call.js';
import { startAudioCall } from './voice-call.js';

/** The callee answers. */
export async function accept(data: string): Promise<Callback> {
  const acceptRes: Callback = await ImSDKPlugin.imManager.getSignalingManager().accept({ inviteID: inviteId, data });
  if (acceptRes.code === 0) {
    show('inCall');
    if (call.callType === 'videoCall') {
      startVideoCall();
    } else {
      startAudioCall();
    }
  } else {
    tell('The call could not be answered.');
  }
  return acceptRes;
}

/** The caller hears of it. */
export const acceptListener = new SignalingListener({
  onInviteeAccepted: (_inviteID: string, _invitee: string, _data: string) => {
    show('inCall');
    if (call.callType === 'videoCall') {
      startVideoCall();
    } else {
      startAudioCall();
    }
  },
});
