// SPDX-License-Identifier: Apache-2.0
// 步骤2:呼叫 · 3. 被叫端收到呼叫邀请通知
import { ImSDKPlugin, SignalingListener } from '@duet/sdk';
import { call } from '../page/call.js';
import { debugPrint } from '../page/print.js';
import { show } from '../page/screen.js';

/** Of the call that came in; kept for `accept` and `reject`. */
export let inviteId: string;

interface AvCall {
  readonly cmd: string;
  readonly msg: { readonly callType: string; readonly roomId: string };
}

export function listenForInvitations(): void {
  ImSDKPlugin.imManager.getSignalingManager().addSignalingListener({
    listener: new SignalingListener({
      onReceiveNewInvitation: (
        inviteID: string,
        _inviter: string,
        _groupID: string,
        _inviteeList: string[],
        data: string,
      ) => {
        // In a call, the busy section answers.
        if (data.length > 0 && !call.isOnCalling) {
          try {
            const jsonObject = JSON.parse(data) as AvCall;
            const command = jsonObject.cmd;
            const messageJsonObject = jsonObject.msg;
            if (command === 'av_call') {
              call.callType = messageJsonObject.callType;
              call.roomId = messageJsonObject.roomId;
              inviteId = inviteID;
              show('incoming');
            }
          } catch (e) {
            debugPrint(String(e));
          }
        }
      },
    }),
  });
}
