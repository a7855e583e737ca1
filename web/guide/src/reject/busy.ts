// SPDX-License-Identifier: Apache-2.0
// 步骤4:拒接 · 忙线拒接
import { type Callback, ImSDKPlugin, SignalingListener } from '@duet/sdk';
import { call } from '../page/call.js';
import { debugPrint } from '../page/print.js';

interface Command {
  readonly cmd: string;
}

async function rejectAsBusy(inviteID: string, incoming: string): Promise<void> {
  try {
    const command = (JSON.parse(incoming) as Command).cmd;
    if (command === 'av_call' && call.isOnCalling) {
      const jsonObject = {
        cmd: 'av_call',
        msg: {
          callType: 'videoCall', // what kind of call
          reason: 'busy', // because the line is busy
        },
      };
      const data = JSON.stringify(jsonObject);
      const rejectRes: Callback = await ImSDKPlugin.imManager.getSignalingManager().reject({ inviteID, data });
      if (rejectRes.code === 0) {
        debugPrint('Rejected as busy');
      } else {
        debugPrint(`Busy Reject Error: ${rejectRes.code}, ${rejectRes.desc}`);
      }
    }
  } catch (e) {
    debugPrint(String(e));
  }
}

/** A call that comes in during another is answered without asking the person. */
export const busyListener = new SignalingListener({
  onReceiveNewInvitation: (
    inviteID: string,
    _inviter: string,
    _groupID: string,
    _inviteeList: string[],
    data: string,
  ) => {
    if (data.length > 0) void rejectAsBusy(inviteID, data);
  },
});
