// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { refused, type Result } from '../result.js';
import type { Desk } from './desk.js';
import { placeOf } from './far-side.js';
import { RtcSnapshotSourceType, type RtcVideoStreamType } from './types.js';
import { snapTrack, snapView } from './view/snapshot.js';

/** Takes pictures of pictures. */
export class Snapshots {
  constructor(private readonly desk: Desk) {}

  async take(userId: string, streamType: RtcVideoStreamType, source: RtcSnapshotSourceType): Promise<void> {
    const { code, desc, data } = await this.snap(userId, streamType, source);
    if (data) this.desk.tell('onSnapshotComplete', userId, streamType, data);
    else this.desk.tell('onWarning', code, desc);
  }

  private async snap(
    userId: string,
    streamType: RtcVideoStreamType,
    source: RtcSnapshotSourceType,
  ): Promise<Result<Blob>> {
    const place = placeOf(streamType);
    if (source === RtcSnapshotSourceType.view) {
      const picture = this.desk.views.picture({ userId, place });
      return picture ? snapView(picture) : refused(Code.refused, 'This picture is in no view.');
    }
    return snapTrack(userId === '' ? this.own(place, source) : this.remote(userId, place));
  }

  private own(place: 'camera' | 'screen', source: RtcSnapshotSourceType): MediaStreamTrack | undefined {
    const { media } = this.desk;
    if (place === 'screen') return media.screen;
    return source === RtcSnapshotSourceType.capture ? media.device('camera') : media.camera;
  }

  private remote(userId: string, place: 'camera' | 'screen'): MediaStreamTrack | undefined {
    const room = this.desk.room();
    const sends = room?.sends(userId);
    const sent = place === 'camera' ? sends?.video : sends?.screen;
    return sent ? room?.link?.received[place] : undefined;
  }
}
