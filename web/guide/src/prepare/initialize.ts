// SPDX-License-Identifier: Apache-2.0
// 接入准备 · 步骤5:初始化 SDK
import {
  type Callback,
  ImSDKPlugin,
  LogLevelEnum,
  RtcCloud,
  RtcCloudListener,
  SdkListener,
  type ValueCallback,
} from '@duet/sdk';
import { debugPrint } from '../page/print.js';

/** Before anything else of the IM SDK; a login may follow at once. */
export async function initIm(sdkAppID: number): Promise<boolean> {
  // Connecting, connected, ticket run out and the like come here.
  const sdkListener = new SdkListener({
    onConnecting: () => {
      debugPrint('IM SDK is connecting to the server');
    },
    onConnectSuccess: () => {
      debugPrint('IM SDK is connected to the server');
    },
  });
  const initSDKRes: ValueCallback<boolean> = await ImSDKPlugin.imManager.initSDK({
    sdkAppID,
    loglevel: LogLevelEnum.LOG_ALL,
    listener: sdkListener,
  });
  return initSDKRes.code === 0;
}

export async function unInitIm(): Promise<boolean> {
  const uninitSDKRes: Callback = await ImSDKPlugin.imManager.unInitSDK();
  return uninitSDKRes.code === 0;
}

export let rtcCloud: RtcCloud;
let listener: RtcCloudListener;

export async function createRtcCloud(): Promise<void> {
  rtcCloud = await RtcCloud.sharedInstance();
  // Errors, warnings and whatever else of the room is wanted.
  listener = new RtcCloudListener({
    onError: (errCode, errMsg) => {
      debugPrint(`RTC Error: ${errCode}, ${errMsg}`);
    },
    onWarning: (warningCode: number, warningMsg: string) => {
      debugPrint(`RTC Warning: ${warningCode}, ${warningMsg}`);
    },
  });
  rtcCloud.registerListener(listener);
}

export function stopListening(): void {
  rtcCloud.unRegisterListener(listener);
}

export function destroyRtcCloud(): void {
  RtcCloud.destroySharedInstance();
}
