// SPDX-License-Identifier: Apache-2.0
import type { Sent } from '../../media/peer.js';
import { report, type Desk } from '../desk.js';
import type { Room } from '../stay/room.js';
import type { Figures } from '../stay/gauge.js';
import { RtcVideoStreamType } from '../types.js';
import { Firsts, type First } from './firsts.js';
import type { Report } from '../../media/report.js';
import type { LinkStats } from '../../media/stats.js';

const sent = ['audio', 'camera', 'screen'] as const;

/** What is measured of a room and told: statistics, the network's quality, and the first frames that leave. */
export class Measurements {
  private before: Report | undefined;
  private readonly firsts: Firsts;
  private readonly sending = new Set<Sent>();

  constructor(
    private readonly desk: Desk,
    private readonly flowed: (now: Report, before: Report | undefined) => void,
  ) {
    this.firsts = new Firsts(desk.clock, report(desk), (first) => this.tellFirst(first));
    desk.media.on('change', () => this.watchSending());
  }

  attend(room: Room): void {
    room.on('entered', () => this.watchSending());
    room.on('linked', () => {
      this.before = undefined;
    });
    room.on('figures', (figures) => this.take(room, figures));
  }

  leave(): void {
    this.firsts.stop();
    this.sending.clear();
    this.before = undefined;
  }

  private take(room: Room, { link, report: now, quality }: Figures): void {
    const { tell } = this.desk;
    if (this.desk.room() !== room) return;
    const { local, remote } = quality;
    tell(
      'onNetworkQuality',
      { userId: '', quality: local },
      remote.map(({ userId, quality: theirs }) => ({ userId, quality: theirs })),
    );
    if (this.desk.hears('onStatistics')) void this.tellStatistics(room, now, this.before, link);
    this.flowed(now, this.before);
    this.before = now;
  }

  /** Their arithmetic is loaded for who wants them; where it cannot be had, the next time tries again. */
  private async tellStatistics(room: Room, now: Report, before: Report | undefined, link: LinkStats): Promise<void> {
    const { statistics } = await import('./statistics.js').catch(() => ({ statistics: undefined }));
    if (statistics && this.desk.room() === room) {
      this.desk.tell('onStatistics', statistics(now, before, link, room.users[0]));
    }
  }

  /** What has begun to be sent since the last look. A muted voice goes on as silence, a paused screen as its last frame. */
  private watchSending(): void {
    if (!this.desk.room()) return;
    const { outgoing, flags } = this.desk.media;
    const sends = { audio: outgoing.audio, camera: flags.video, screen: flags.screen };
    for (const what of sent) {
      if (!sends[what]) {
        this.sending.delete(what);
        this.firsts.forget(`sent ${what}`);
      } else if (!this.sending.has(what)) {
        this.sending.add(what);
        this.firsts.await(`sent ${what}`);
      }
    }
  }

  private tellFirst(first: First): void {
    const { tell } = this.desk;
    if (first === 'sent audio') tell('onSendFirstLocalAudioFrame');
    if (first === 'sent camera') tell('onSendFirstLocalVideoFrame', RtcVideoStreamType.big);
    if (first === 'sent screen') tell('onSendFirstLocalVideoFrame', RtcVideoStreamType.sub);
  }
}
