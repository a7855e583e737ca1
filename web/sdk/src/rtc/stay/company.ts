// SPDX-License-Identifier: Apache-2.0
import type { Emitter } from '../../events.js';
import type { Session } from '../../session/session.js';
import type { Notice } from '../../session/state.js';
import type { MediaFlags, RoomUser, UserMedia } from '../../wire/frames.js';

export interface CompanyEvents {
  userEntered: (userId: string) => void;
  /** 0 left, 1 timed out, 2 kicked; `at` in Unix ms by the server's clock, if it says so. */
  userLeft: (userId: string, reason: number, at?: number) => void;
  mediaChanged: (userId: string, now: MediaFlags, before: MediaFlags) => void;
  /** Has put the room on hold, or has come back to it. */
  userHeld: (userId: string, held: boolean) => void;
}

export const silence: MediaFlags = { audio: false, video: false, screen: false };

/** How long somebody who was there before a re-entry has to come back too: a restarted server loses both of us. */
const return_ms = 10_000;

/** The others in a room: who they are, what they send, whether they have put it on hold. Everything is told once. */
export class Company {
  private readonly present = new Map<string, MediaFlags & { readonly held: boolean }>();
  private readonly missing = new Set<string>();

  constructor(
    private readonly session: Session,
    private readonly emitter: Pick<Emitter<CompanyEvents>, 'emit'>,
  ) {}

  get users(): readonly string[] {
    return [...this.present.keys()];
  }

  sends(userId: string): MediaFlags {
    return this.present.get(userId) ?? silence;
  }

  take(notice: Notice): void {
    switch (notice.method) {
      case 'userEntered':
        return this.comes(notice.params.userId);
      case 'userLeft':
        return this.goes(notice.params.userId, notice.params.reason, notice.params.at);
      case 'mediaChanged':
        return this.changes(notice.params);
      case 'userHeld':
        return this.holds(notice.params.userId, notice.params.held);
      default:
        return;
    }
  }

  /** Who an entry met. Whoever else was known is gone, now or unless back within a moment. */
  meet(users: readonly RoomUser[], absent: 'gone' | 'awaited'): void {
    const others = users.filter(({ userId }) => userId !== this.session.identity.userId);
    for (const userId of this.users.filter((each) => !others.some((other) => other.userId === each))) {
      if (absent === 'gone') this.goes(userId, 0);
      else this.awaitReturn(userId);
    }
    for (const { held, ...media } of others) {
      this.changes(media);
      this.holds(media.userId, held);
    }
  }

  private awaitReturn(userId: string): void {
    this.missing.add(userId);
    const { clock } = this.session;
    clock.wake(clock.now() + return_ms, () => {
      if (this.missing.has(userId)) this.goes(userId, 1);
    });
  }

  /** Nothing that was waited for happens any more. */
  disband(): void {
    this.missing.clear();
  }

  private comes(userId: string): void {
    this.missing.delete(userId);
    if (this.present.has(userId)) return;
    this.present.set(userId, { ...silence, held: false });
    this.emitter.emit('userEntered', userId);
  }

  private changes({ userId, audio, video, screen }: UserMedia): void {
    this.comes(userId);
    const before = this.sends(userId);
    const now = { audio, video, screen };
    if (sameFlags(before, now)) return;
    this.present.set(userId, { ...now, held: this.present.get(userId)?.held ?? false });
    this.emitter.emit('mediaChanged', userId, now, before);
  }

  private holds(userId: string, held: boolean): void {
    const known = this.present.get(userId);
    if (!known || known.held === held) return;
    this.present.set(userId, { ...known, held });
    this.emitter.emit('userHeld', userId, held);
  }

  private goes(userId: string, reason: number, at?: number): void {
    this.missing.delete(userId);
    if (!this.present.has(userId)) return;
    this.changes({ userId, ...silence });
    this.present.delete(userId);
    this.emitter.emit('userLeft', userId, reason, at);
  }
}

export const sameFlags = (a: MediaFlags, b: MediaFlags): boolean =>
  a.audio === b.audio && a.video === b.video && a.screen === b.screen;
