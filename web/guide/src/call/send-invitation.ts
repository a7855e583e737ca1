// SPDX-License-Identifier: Apache-2.0
// 步骤2:呼叫 · 2. 主叫端发送呼叫邀请信令
import { ImSDKPlugin, type OfflinePushInfo, type ValueCallback } from '@duet/sdk';
import { call } from '../page/call.js';
import { show, tell } from '../page/screen.js';
import { generateRoomId } from './room-id.js';

/** Of the call that this side makes; kept for `cancel` and `modifyInvitation`. */
export let inviteId: string;

export async function sendInvitation(
  invitee: string,
  callType: string,
  timeout: number,
  offlinePushInfo: OfflinePushInfo,
): Promise<ValueCallback<string>> {
  call.callType = callType;
  call.roomId = generateRoomId(); // made by the caller, kept for its own entry
  const jsonObject = {
    cmd: 'av_call',
    msg: {
      callType, // what kind of call
      roomId: call.roomId, // the room both will enter
    },
  };
  const data = JSON.stringify(jsonObject);

  const inviteRes: ValueCallback<string> = await ImSDKPlugin.imManager.getSignalingManager().invite({
    invitee,
    data,
    timeout,
    onlineUserOnly: false,
    offlinePushInfo,
  });
  if (inviteRes.code === 0) {
    show('outgoing');
    inviteId = inviteRes.data!;
  } else {
    tell('The call could not be made; try again.');
  }
  return inviteRes;
}
