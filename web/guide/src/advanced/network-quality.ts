// SPDX-License-Identifier: Apache-2.0
// 高级功能 · 网络状态提示
import { RtcCloudListener, RtcQuality, type RtcQualityInfo } from '@duet/sdk';
import { debugPrint } from '../page/print.js';

export const networkQualityListener = new RtcCloudListener({
  onNetworkQuality: (_localQuality: RtcQualityInfo, remoteQuality: RtcQualityInfo[]) => {
    if (remoteQuality.length > 0) {
      for (const remoteInfo of remoteQuality) {
        switch (remoteInfo.quality) {
          case RtcQuality.excellent:
            debugPrint('The network of the other side is excellent');
            break;
          case RtcQuality.good:
            debugPrint('The network of the other side is good');
            break;
          case RtcQuality.poor:
            debugPrint('The network of the other side is fair');
            break;
          case RtcQuality.bad:
            debugPrint('The network of the other side is bad');
            break;
          case RtcQuality.vBad:
            debugPrint('The network of the other side is very bad');
            break;
          default:
            debugPrint('The network of the other side is not known');
            break;
        }
      }
    }
  },
});
