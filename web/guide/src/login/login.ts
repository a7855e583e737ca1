// SPDX-License-Identifier: Apache-2.0
// 接入过程 · 步骤1:登录 · 登录操作
import { type Callback, ImSDKPlugin } from '@duet/sdk';
import { debugPrint } from '../page/print.js';

export async function login(userID: string, userSig: string): Promise<Callback> {
  const loginRes: Callback = await ImSDKPlugin.imManager.login({ userID, userSig });
  if (loginRes.code === 0) {
    debugPrint('IM Login Success');
  } else {
    // 6206 and 70001 say that the ticket has run out: log in again with a new one, and for no other number.
    debugPrint(`IM Login Error: ${loginRes.code}, ${loginRes.desc}`);
  }
  return loginRes;
}
