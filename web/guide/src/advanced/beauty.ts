// SPDX-License-Identifier: Apache-2.0
// 高级功能 · 视频美颜特效
import { EffectApi } from '@duet/effects';
import { debugPrint } from '../page/print.js';
import { rtcCloud } from '../prepare/initialize.js';

export function prepareBeauty(xmagicResDir: string, licenseKey: string, licenseUrl: string): void {
  // Where the page serves the models; first of all.
  EffectApi.getApi()?.setResourcePath(xmagicResDir);
  EffectApi.getApi()?.initXmagic((result) => {
    if (result === 0) {
      debugPrint('Beauty is ready');
    } else {
      debugPrint(`Beauty Error: ${result}`);
    }
  });
  EffectApi.getApi()?.setLicense(licenseKey, licenseUrl, (errorCode, _msg) => {
    if (errorCode === 0) {
      debugPrint('Beauty is allowed');
    }
  });
}

export function enableCustomBeautyByNative(open: boolean): void {
  rtcCloud.callExperimentalAPI(`{"api": "enableVideoProcessByNative", "params": {"enable": ${open}}}`);
}
