// SPDX-License-Identifier: Apache-2.0
import { bare, type Result } from '../result.js';
import type { Session } from '../session/session.js';
import type { UserStatus as Told } from '../wire/frames.js';

export const UserStatusType = { unknown: 0, online: 1, offline: 2, unlogined: 3 } as const;

/** Per user, not per device. */
export interface UserStatus {
  readonly userID: string;
  /** One of `UserStatusType`. */
  readonly statusType: number;
  /** Set with `setSelfStatus`; empty when there is none, or its user has gone offline. */
  readonly customStatus: string;
}

/** What the wire takes at once. */
const subscribe_users = 100;
const ask_users = 500;

const named = ({ userId, status, customStatus }: Told): UserStatus => ({
  userID: userId,
  statusType: status,
  customStatus,
});

const chunks = (all: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

/**
 * Who is online. A subscription is the server's for one login only, so it is repeated on each new one, and what changed
 * meanwhile is told.
 */
export class Presence {
  private readonly subscribed = new Set<string>();
  private readonly last = new Map<string, string>();
  private readonly off: () => void;

  constructor(
    private readonly session: Session,
    private readonly changed: (statuses: UserStatus[]) => void,
  ) {
    const offs = [
      session.on('notice', ({ method, params }) => {
        if (method === 'userStatusChanged') this.tell(params.statuses);
      }),
      session.on('state', ({ kind }) => {
        if (kind === 'online') void this.catchUp();
      }),
    ];
    this.off = () => offs.forEach((off) => off());
  }

  close(): void {
    this.off();
  }

  async ask(userIds: readonly string[]): Promise<Result<UserStatus[]>> {
    const { code, desc, data } = await this.session.request('getUserStatus', { userIds });
    return data ? { code, desc, data: data.statuses.map(named) } : { code, desc };
  }

  async subscribe(userIds: readonly string[]): Promise<Result> {
    const answer = await this.session.request('subscribeUserStatus', { userIds });
    if (answer.code === 0) for (const userId of userIds) this.subscribed.add(userId);
    return bare(answer);
  }

  async unsubscribe(userIds: readonly string[]): Promise<Result> {
    const answer = await this.session.request('unsubscribeUserStatus', { userIds });
    if (answer.code !== 0) return bare(answer);
    for (const userId of userIds.length === 0 ? Array.from(this.subscribed) : userIds) {
      this.subscribed.delete(userId);
      this.last.delete(userId);
    }
    return bare(answer);
  }

  private async catchUp(): Promise<void> {
    const users = [...this.subscribed];
    for (const userIds of chunks(users, subscribe_users)) void this.session.request('subscribeUserStatus', { userIds });
    for (const userIds of chunks(users, ask_users)) {
      const { data } = await this.session.request('getUserStatus', { userIds });
      const news = data?.statuses.filter((each) => this.last.get(each.userId) !== JSON.stringify(named(each))) ?? [];
      if (news.length > 0) this.tell(news);
    }
  }

  private tell(statuses: readonly Told[]): void {
    const told = statuses.map(named);
    for (const each of told) {
      if (this.subscribed.has(each.userID)) this.last.set(each.userID, JSON.stringify(each));
    }
    this.changed(told);
  }
}
