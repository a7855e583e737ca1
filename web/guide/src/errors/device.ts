// SPDX-License-Identifier: Apache-2.0
// 异常处理 · 设备相关
import { ErrorCodes, RtcCloudListener } from '@duet/sdk';
import { tell } from '../page/screen.js';

export const deviceErrorListener = new RtcCloudListener({
  onError: (errCode: number, _errMsg: string) => {
    switch (errCode) {
      case ErrorCodes.ERR_CAMERA_START_FAIL: // -1301
        tell('The camera does not start.');
        break;
      case ErrorCodes.ERR_MIC_START_FAIL: // -1302
        tell('The microphone does not start.');
        break;
      case ErrorCodes.ERR_CAMERA_NOT_AUTHORIZED: // -1314
        tell('The camera is not allowed.');
        break;
      case ErrorCodes.ERR_MIC_NOT_AUTHORIZED: // -1317
        tell('The microphone is not allowed.');
        break;
      case ErrorCodes.ERR_CAMERA_OCCUPY: // -1316
        tell('Another program uses the camera.');
        break;
      case ErrorCodes.ERR_MIC_OCCUPY: // -1319
        tell('Another program uses the microphone.');
        break;
    }
  },
});
