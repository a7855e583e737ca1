// SPDX-License-Identifier: Apache-2.0
// 异常处理 · UserSig 相关
import { ErrorCodes, RtcCloudListener } from '@duet/sdk';
import { tell } from '../page/screen.js';

export const ticketErrorListener = new RtcCloudListener({
  onError: (errCode: number, _errMsg: string) => {
    switch (errCode) {
      case ErrorCodes.ERR_USER_SIG_INVALID: // -3320
        tell('The ticket is not one.');
        break;
      case ErrorCodes.ERR_SERVER_INFO_ECDH_GET_TINYID: // -100018
        tell('The ticket was refused.');
        break;
    }
  },
});
