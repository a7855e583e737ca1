// SPDX-License-Identifier: Apache-2.0
// 高级功能 · 离线推送消息 · 解析离线推送消息
import { chatPush, PushListener } from '@duet/sdk';
import { debugPrint } from '../page/print.js';

/** Where the program starts, so that no click is missed. */
export function listenForClickedPushes(): void {
  const pushListener = new PushListener({
    onNotificationClicked: (ext: string) => {
      debugPrint(`ext: ${ext}`);
    },
  });
  chatPush.addPushListener({ listener: pushListener });
}
