// SPDX-License-Identifier: Apache-2.0
import type { Tell } from '../audience.js';
import { RtcAVStatusChangeReason as Why, type RtcVideoStreamType } from '../types.js';

type Place = 'camera' | 'screen';

interface Status {
  readonly status: number;
  readonly reason: number;
}

const [stopped, playing, loading] = [0, 1, 2];

/** How what comes from the others fares: stopped, loading or playing; each change is told once. */
export class Statuses {
  private readonly known = new Map<string, Status>();

  /** `streamType`: as which a picture was asked for. */
  constructor(
    private readonly tell: Tell,
    private readonly streamType: (userId: string, place: Place) => RtcVideoStreamType,
  ) {}

  audio(userId: string, status: number, reason: number): void {
    if (this.moves(`audio ${userId}`, status, reason)) {
      this.tell('onRemoteAudioStatusUpdated', userId, status, reason, {});
    }
  }

  video(userId: string, place: Place, status: number, reason: number): void {
    if (this.moves(`${place} ${userId}`, status, reason)) {
      this.tell('onRemoteVideoStatusUpdated', userId, this.streamType(userId, place), status, reason, {});
    }
  }

  /** The picture that was loading is there, for the reason it was loaded. */
  begun(userId: string, place: Place): void {
    const known = this.known.get(`${place} ${userId}`);
    if (known?.status !== loading) return;
    this.video(userId, place, playing, known.reason === Why.bufferingBegin ? Why.bufferingEnd : known.reason);
  }

  audioFlow(userId: string, flows: boolean): void {
    const change = this.flow(`audio ${userId}`, flows);
    if (change) this.audio(userId, change.status, change.reason);
  }

  videoFlow(userId: string, place: Place, flows: boolean): void {
    const change = this.flow(`${place} ${userId}`, flows);
    if (change) this.video(userId, place, change.status, change.reason);
  }

  private flow(key: string, flows: boolean): Status | undefined {
    const known = this.known.get(key);
    if (known?.status === playing && !flows) return { status: loading, reason: Why.bufferingBegin };
    if (known?.status === loading && known.reason === Why.bufferingBegin && flows) {
      return { status: playing, reason: Why.bufferingEnd };
    }
    return undefined;
  }

  private moves(key: string, status: number, reason: number): boolean {
    const before = this.known.get(key)?.status ?? stopped;
    this.known.set(key, { status, reason });
    return before !== status;
  }

  forget(userId: string): void {
    for (const key of this.known.keys()) if (key.endsWith(` ${userId}`)) this.known.delete(key);
  }

  clear(): void {
    this.known.clear();
  }
}
