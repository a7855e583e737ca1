// SPDX-License-Identifier: Apache-2.0
// 步骤2:呼叫 · 呼叫超时
import { SignalingListener } from '@duet/sdk';
import { show } from '../page/screen.js';

/** Both sides hear of it. */
export const timeoutListener = new SignalingListener({
  onInvitationTimeout: (_inviteID: string, _inviteeList: string[]) => {
    show('idle', 'Nobody answered.');
  },
});
