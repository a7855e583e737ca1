// SPDX-License-Identifier: Apache-2.0
// 步骤4:拒接 · 主动拒接
import { type Callback, ImSDKPlugin, SignalingListener } from '@duet/sdk';
import { inviteId } from '../call/receive-invitation.js';
import { call } from '../page/call.js';
import { debugPrint } from '../page/print.js';
import { show, tell } from '../page/screen.js';

/** The callee does not want to. */
export async function reject(): Promise<Callback> {
  const jsonObject = {
    cmd: 'av_call',
    msg: {
      callType: call.callType, // what kind of call
      reason: 'active', // by the person, not because the line is busy
    },
  };
  const data = JSON.stringify(jsonObject);

  const rejectRes: Callback = await ImSDKPlugin.imManager.getSignalingManager().reject({ inviteID: inviteId, data });
  if (rejectRes.code === 0) {
    show('idle');
  } else {
    tell('The call could not be rejected.');
  }
  return rejectRes;
}

interface Rejection {
  readonly cmd: string;
  readonly msg: { readonly reason: string };
}

/** The caller hears why. */
export const rejectListener = new SignalingListener({
  onInviteeRejected: (_inviteID: string, invitee: string, data: string) => {
    if (data.length > 0) {
      try {
        const jsonObject = JSON.parse(data) as Rejection;
        const command = jsonObject.cmd;
        const messageJsonObject = jsonObject.msg;
        if (command === 'av_call') {
          const reason = messageJsonObject.reason;
          if (reason === 'active') {
            show('idle', `${invitee} has rejected.`);
          } else if (reason === 'busy') {
            show('idle', `${invitee} is busy.`);
          }
        }
      } catch (e) {
        debugPrint(String(e));
      }
    }
  },
});
