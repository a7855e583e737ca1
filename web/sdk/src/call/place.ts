// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import type { LocalMedia } from '../media/local.js';
import type { PeerFactory } from '../media/peer.js';
import type { NetworkQuality } from '../media/quality.js';
import { done, refused, type Result } from '../result.js';
import { Room } from '../rtc/stay/room.js';
import type { Session } from '../session/session.js';
import type { MediaFlags, Scene } from '../wire/frames.js';
import type { CallOffer } from './data.js';
import type { CallEvent } from './machine.js';

/** A call whose media connection is broken this long is over. */
const giveUpAfter_ms = 30_000;
/** How long somebody who has hung up waits to be seen doing so. */
const meeting_ms = 5_000;

const noRoom = refused(Code.roomIdInvalid, 'The invitation names no room.');

export interface PlaceOptions {
  readonly session: Session;
  readonly media: LocalMedia;
  /** Whether nothing may be sent before the room is entered. */
  readonly withhold: boolean;
  readonly createPeer: PeerFactory | undefined;
}

/** What a place tells its call. */
export interface PlaceListener {
  /** What the call machine has to know. */
  readonly feed: (event: CallEvent) => void;
  readonly sends: (flags: MediaFlags) => void;
  readonly holds: (held: boolean) => void;
  readonly quality: (quality: NetworkQuality) => void;
}

/** Where a call takes place: its room, from warming up while it rings to leaving. */
export class Place {
  private made: Room | undefined;

  constructor(
    private readonly options: PlaceOptions,
    private readonly listener: PlaceListener,
  ) {}

  get room(): Room | undefined {
    return this.made;
  }

  /** Connects while it rings, so that answering costs one message. Whatever fails, `enter` makes up for. */
  async warmUp(offer: CallOffer | undefined, inviteId: string): Promise<void> {
    await this.at(offer)?.warmUp(inviteId);
  }

  /** The person answers: what the devices give may be sent, before the server has heard of it. */
  agree(): void {
    this.made?.agree();
  }

  async enter(offer: CallOffer | undefined): Promise<void> {
    const room = this.at(offer);
    if (!room) return this.listener.feed({ type: 'enterRefused', why: noRoom });
    if (room.connected) this.listener.feed({ type: 'flowing' });
    const { code, desc } = await room.enter();
    if (code !== Code.ok) return this.listener.feed({ type: 'enterRefused', why: refused(code, desc) });
  }

  async leave(): Promise<Result> {
    const talkedMs = this.talkedUntil(await this.made?.exit());
    if (talkedMs !== undefined) this.listener.feed({ type: 'counted', talkedMs });
    return done();
  }

  /** Goes there only to be seen leaving. */
  async meetAndLeave(offer: CallOffer | undefined): Promise<Result> {
    const room = this.at(offer);
    if (!room) return done();
    const { clock } = this.options.session;
    const met = new Promise<void>((resolve) => {
      if (room.users.length > 0) resolve();
      room.on('userEntered', () => resolve());
      clock.wake(clock.now() + meeting_ms, resolve);
    });
    void room.enter();
    await met;
    return this.leave();
  }

  /** Since when the two are together, by the own clock. */
  private get since(): number | undefined {
    const { session } = this.options;
    const together = this.made?.together;
    return together === undefined ? undefined : together + session.now() - session.serverNow();
  }

  /** How long the two were together until then, both by the server's clock. */
  private talkedUntil(at: number | undefined): number | undefined {
    const together = this.made?.together;
    return at === undefined || together === undefined ? undefined : Math.max(0, at - together);
  }

  private at(offer: CallOffer | undefined): Room | undefined {
    if (!offer) return undefined;
    this.made ??= this.open(offer);
    return this.made;
  }

  private open({ media, room: name }: CallOffer): Room {
    const { session, withhold, createPeer } = this.options;
    const scene: Scene = media === 'video' ? 'videoCall' : 'audioCall';
    const room = new Room(session, this.options.media, {
      name,
      scene,
      giveUpAfter_ms,
      withhold,
      ...(createPeer && { createPeer }),
    });
    const { feed, sends, holds, quality } = this.listener;
    room.on('entered', () => feed({ type: 'entered', since: this.since }));
    room.on('userEntered', () => feed({ type: 'peerEntered', since: this.since }));
    room.on('userLeft', (_, reason, at) => {
      const talkedMs = this.talkedUntil(at);
      // The talk has been counted: leaving an empty room is no part of it.
      room.together = undefined;
      feed({ type: 'peerLeft', reason, talkedMs });
    });
    room.on('connected', () => feed({ type: 'flowing' }));
    room.on('ended', ({ kind }) => feed({ type: 'roomEnded', why: kind }));
    room.on('mediaChanged', (_, now) => sends(now));
    room.on('userHeld', (_, held) => holds(held));
    room.on('quality', quality);
    return room;
  }
}
