// SPDX-License-Identifier: Apache-2.0
// 接入过程 · 步骤1:登录 · 登出操作
import { type Callback, ImSDKPlugin } from '@duet/sdk';
import { debugPrint } from '../page/print.js';

export async function logout(): Promise<Callback> {
  const logoutRes: Callback = await ImSDKPlugin.imManager.logout();
  if (logoutRes.code === 0) {
    debugPrint('IM Logout Success');
  } else {
    debugPrint(`IM Logout Error: ${logoutRes.code}, ${logoutRes.desc}`);
  }
  return logoutRes;
}
