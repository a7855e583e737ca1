// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import { refused, type Result } from '../../result.js';
import type { Desk } from '../desk.js';
import { RtcSnapshotSourceType, type RtcVideoStreamType } from '../types.js';
import { snapTrack, snapView } from './snapshot.js';
import type { Source } from './views.js';

/** Takes a picture of a picture, and tells it. */
export async function takeSnapshot(
  desk: Desk,
  source: Source,
  streamType: RtcVideoStreamType,
  from: RtcSnapshotSourceType,
): Promise<void> {
  const { code, desc, data } = await snap(desk, source, from);
  if (data) desk.tell('onSnapshotComplete', source.userId, streamType, data);
  else desk.tell('onWarning', code, desc);
}

function snap(desk: Desk, source: Source, from: RtcSnapshotSourceType): Promise<Result<Blob>> {
  if (from !== RtcSnapshotSourceType.view) return snapTrack(trackOf(desk, source, from));
  const picture = desk.views.picture(source);
  return picture ? snapView(picture) : Promise.resolve(refused(Code.refused, 'This picture is in no view.'));
}

function trackOf(
  { media, room }: Desk,
  { userId, place }: Source,
  from: RtcSnapshotSourceType,
): MediaStreamTrack | undefined {
  if (userId === '') {
    if (place === 'screen') return media.screen;
    return from === RtcSnapshotSourceType.capture ? media.device('camera') : media.camera;
  }
  const sends = room()?.sends(userId);
  const sent = place === 'camera' ? sends?.video : sends?.screen;
  return sent ? room()?.link?.received[place] : undefined;
}
