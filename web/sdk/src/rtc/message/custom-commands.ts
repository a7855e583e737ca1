// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import type { Events } from '../../wire/frames.js';
import { fromBase64, messageBytes, missedBefore, toBase64, type Budget } from './custom-cmd.js';
import type { Desk } from '../desk.js';
import type { Room } from '../stay/room.js';

/** Messages of the app's own beside the media. */
export class CustomCommands {
  private readonly sequences = new Map<string, number>();

  constructor(
    private readonly desk: Desk,
    private readonly budget: Budget,
  ) {}

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
    if (!bytes) return false;
    const cmd = {
      cmdId: Number(cmdID),
      data: toBase64(bytes),
      reliable: reliable !== false,
      ordered: ordered !== false,
    };
    const { clock, room } = this.desk;
    return this.budget.spend(bytes.length, clock.now(), () => room()?.command(cmd) ?? false);
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
