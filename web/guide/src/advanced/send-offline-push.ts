// SPDX-License-Identifier: Apache-2.0
// 高级功能 · 离线推送消息 · 发送离线推送消息
import { ImSDKPlugin, OfflinePushInfo, type ValueCallback } from '@duet/sdk';
import { generateRoomId } from '../call/room-id.js';
import { show, tell } from '../page/screen.js';

export async function inviteWithPush(
  invitee: string,
  userId: string,
  nickName: string,
  faceUrl: string,
): Promise<ValueCallback<string>> {
  const contentDetailObj = {
    callType: 'videoCall',
    roomId: generateRoomId(),
  };

  const contentObj = {
    cmd: 'av_call',
    cmdInfo: contentDetailObj,
  };
  const jsonData = JSON.stringify(contentObj);

  const data = {
    entity: {
      content: jsonData,
      sender: userId,
      action: 1,
      sendtime: Date.now() / 1000, // Unix seconds
      nickname: nickName,
      faceUrl,
    },
  };

  const ext = JSON.stringify(data);

  const offlinePushInfo = new OfflinePushInfo({
    ext,
    // Without a channel OPPO shows nothing; the name is the one of the push settings.
    androidOPPOChannelID: 'tuikit',
    androidHuaWeiCategory: 'IM',
    androidVIVOCategory: 'IM',
    title: nickName,
    desc: 'You have a new call invitation',
    // The ring tone.
    iOSSound: 'phone_ringing.mp3',
    androidSound: 'phone_ringing.mp3',
  });

  const inviteRes: ValueCallback<string> = await ImSDKPlugin.imManager.getSignalingManager().invite({
    invitee,
    data: jsonData,
    timeout: 30,
    onlineUserOnly: false,
    offlinePushInfo,
  });

  if (inviteRes.code === 0) {
    show('outgoing');
  } else {
    tell('The call could not be made.');
  }
  return inviteRes;
}
