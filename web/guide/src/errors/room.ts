// SPDX-License-Identifier: Apache-2.0
// 异常处理 · 进退房相关
import { ErrorCodes, RtcCloudListener } from '@duet/sdk';
import { tell } from '../page/screen.js';

/** Every `enterRoom` wants its `exitRoom`, also one that failed. */
export const roomErrorListener = new RtcCloudListener({
  onError: (errCode: number, _errMsg: string) => {
    switch (errCode) {
      case ErrorCodes.ERR_ROOM_REQUEST_ENTER_ROOM_TIMEOUT: // -3308
        tell('The server does not answer; check the network.');
        break;
      case ErrorCodes.ERR_SDK_APPID_INVALID: // -3317
        tell('The sdkAppId is wrong.');
        break;
      case ErrorCodes.ERR_ROOM_ID_INVALID: // -3318
        tell('The roomId is wrong.');
        break;
      case ErrorCodes.ERR_USER_ID_INVALID: // -3319
        tell('The userId is wrong.');
        break;
    }
  },
});
