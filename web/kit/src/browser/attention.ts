// SPDX-License-Identifier: Apache-2.0
import { notify, type CallNotice } from './notification.js';
import { flashTitle } from './title.js';
import { vibrate } from './vibration.js';

/** Gets somebody to the screen: sound, title, vibration, and a notice of the system. The returned function ends it all. */
export function callAttention(ring: () => () => void, notice: CallNotice, notices: boolean): () => void {
  const ends = [ring(), flashTitle(notice.title), vibrate(), notices ? notify(notice) : () => {}];
  return () => ends.splice(0).forEach((end) => end());
}
