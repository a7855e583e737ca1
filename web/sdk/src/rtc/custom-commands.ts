// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import type { Events } from '../wire/frames.js';
import { fromBase64, fullAllowance, messageBytes, missedBefore, spend, toBase64 } from './custom-cmd.js';
import type { Desk } from './desk.js';
import type { Room } from './room.js';

/** Messages of the app's own beside the media. */
export class CustomCommands {
  private allowance = fullAllowance(0);
  private readonly sequences = new Map<string, number>();

  constructor(private readonly desk: Desk) {}

  attend(room: Room): void {
    this.sequences.clear();
    room.on('customCmd', (cmd) => this.take(cmd));
    room.on('userLeft', (userId) => this.sequences.delete(userId));
    // In after a restart of the server, where everybody counts from 1 again.
    room.on('linked', () => this.sequences.clear());
  }

  /** Whether it is on its way: not outside a room, too large, or too fast. */
  send(cmdID: unknown, data: unknown, reliable: unknown, ordered: unknown): boolean {
    const bytes = messageBytes(cmdID, data);
    const left = bytes && spend(this.allowance, bytes.length, this.desk.clock.now());
    if (!left) return false;
    const sent = this.desk.room()?.command({
      cmdId: Number(cmdID),
      data: toBase64(bytes),
      reliable: reliable !== false,
      ordered: ordered !== false,
    });
    if (sent) this.allowance = left;
    return sent ?? false;
  }

  private take({ userId, cmdId, seq, data }: Events['customCmd']): void {
    // After each login the latest come once more.
    if (seq <= (this.sequences.get(userId) ?? 0)) return;
    const bytes = fromBase64(data);
    const missed = missedBefore(this.sequences, userId, seq);
    this.sequences.set(userId, seq);
    if (missed > 0) this.desk.tell('onMissCustomCmdMsg', userId, cmdId, Code.failed, missed);
    if (bytes) this.desk.tell('onRecvCustomCmdMsg', userId, cmdId, seq, new TextDecoder().decode(bytes), bytes);
  }
}
