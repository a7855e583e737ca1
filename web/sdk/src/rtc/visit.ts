// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import type { PeerFactory, PeerLink, Pictures } from '../media/peer.js';
import { broken, done, refused, type Result } from '../result.js';
import type { Platform } from '../session/platform.js';
import { acquireSession, type SharedSession } from '../session/shared.js';
import type { RoomName, Scene } from '../wire/frames.js';
import type { Desk } from './desk.js';
import { checkEntry, checkRoom, entryCode, type Entry } from './params.js';
import { Room, type RoomEnd, type RoomOptions } from './stay/room.js';
import { RtcAppScene } from './types.js';

/** How long the guide's clients try to get back into a room. */
const giveUpAfter_ms = 30 * 60_000;

/** How long a server is waited for before one counts as out; it is told all the same once it can be. */
const farewell_ms = 2_000;

const [byOneself, kicked, dissolved] = [0, 1, 2];

/** A room is entered, failed to be entered, or left; after a failed entry it has to be left, too. */
type Stage = 'idle' | 'entering' | 'inside' | 'failed' | 'leaving';

/** What happens around a room. */
export interface VisitEvents {
  /** A room that is about to be entered: time to listen to it. */
  readonly opened: (room: Room) => void;
  /** What was heard and shown there is over; `forGood` unless another room is entered at once. */
  readonly left: (forGood: boolean) => void;
}

/** How media connections are made. */
export interface Links {
  readonly pictures: () => Pictures;
  /** Whether one may be made; what that needs is loaded first. */
  readonly ready: () => Promise<Result>;
  readonly prepare: (link: PeerLink) => void;
  readonly createPeer?: PeerFactory;
}

/** The pairs of enterRoom and exitRoom, one room at a time. */
export class Visit {
  private stage: Stage = 'idle';
  private shared: SharedSession | undefined;
  private entry: Entry | undefined;
  private scene: Scene = 'videoCall';
  private options: { -readonly [K in keyof RoomOptions]: RoomOptions[K] } | undefined;
  private current: Room | undefined;
  private unwatch: () => void = () => {};
  /** Counted up by whatever makes an entry under way worthless. */
  private turn = 0;

  constructor(
    private readonly desk: Omit<Desk, 'room'>,
    private readonly events: VisitEvents,
    private readonly links: Links,
  ) {}

  get room(): Room | undefined {
    return this.current;
  }

  /** Whether an exitRoom is due. */
  get isOpen(): boolean {
    return this.stage !== 'idle' && this.stage !== 'leaving';
  }

  enter(params: unknown, scene: unknown): void {
    if (this.stage !== 'idle') {
      return this.tellRefusal(Code.enterRoomRefused, 'Call exitRoom, and await onExitRoom, before entering again.');
    }
    const { data, code, desc } = checkEntry(params);
    if (!data) {
      this.stage = 'failed';
      return this.tellRefusal(code, desc);
    }
    this.stage = 'entering';
    this.entry = data;
    const heard = scene === RtcAppScene.audioCall || scene === RtcAppScene.voiceChatRoom;
    this.scene = heard ? 'audioCall' : 'videoCall';
    void this.signInAndEnter(data, ++this.turn);
  }

  private async signInAndEnter(entry: Entry, turn: number): Promise<void> {
    const { code, desc } = await this.tryEntry(entry, turn);
    if (this.turn !== turn || code === Code.ok) return;
    this.stage = 'failed';
    this.tellRefusal(entryCode(code), desc);
  }

  private async tryEntry(entry: Entry, turn: number): Promise<Result> {
    const begun = this.desk.clock.now();
    try {
      const shared = acquireFor(entry, this.desk.clock);
      this.shared = shared;
      const signedIn = await shared.signedIn;
      if (this.turn !== turn || signedIn.code !== Code.ok) return signedIn;
      const ready = await this.links.ready();
      if (this.turn !== turn || ready.code !== Code.ok) return ready;
      return await this.openRoom(shared, entry.name, entry.userSig, begun).enter().then(withoutData);
    } catch (error) {
      return broken(Code.enterRoomFailed, 'Entering the room', error);
    }
  }

  private openRoom(shared: SharedSession, name: RoomName, userSig: string, begun: number): Room {
    const key = this.entry?.privateMapKey;
    const { createPeer, pictures, prepare } = this.links;
    const options = {
      name,
      scene: this.scene,
      userSig,
      giveUpAfter_ms,
      ...(key !== undefined && { privateMapKey: key }),
      ...(createPeer && { createPeer }),
      pictures: pictures(),
      prepare,
    };
    const room = new Room(shared.session, this.desk.media, options);
    this.options = options;
    this.current = room;
    room.on('entered', () => {
      if (this.stage !== 'entering') return;
      this.stage = 'inside';
      this.desk.tell('onEnterRoom', Math.max(1, Math.round(this.desk.clock.now() - begun)));
    });
    room.on('ended', (end) => void this.ended(room, end));
    this.unwatch();
    this.unwatch = shared.session.on('state', ({ kind }) => {
      if (kind === 'signedOut' || kind === 'kicked') void this.ended(room, { kind: 'kicked' });
    });
    this.events.opened(room);
    return room;
  }

  private tellRefusal(code: number, desc: string): void {
    this.desk.tell('onEnterRoom', code);
    this.desk.tell('onError', code, desc);
  }

  exit(): void {
    if (this.stage === 'leaving') return;
    if (this.stage === 'idle') {
      this.desk.tell('onWarning', Code.refused, 'You are in no room: exitRoom follows enterRoom.');
      return;
    }
    void this.leave(byOneself);
  }

  private async ended(room: Room, end: RoomEnd): Promise<void> {
    if (this.current !== room || this.stage === 'leaving') return;
    if (end.kind === 'lost') this.desk.tell('onError', Code.enterRoomFailed, end.why.desc);
    await this.leave(end.kind === 'kicked' ? kicked : dissolved);
  }

  private async leave(reason: number): Promise<void> {
    this.stage = 'leaving';
    this.turn += 1;
    this.unwatch();
    const { current, shared } = this;
    this.events.left(true);
    this.current = undefined;
    this.shared = undefined;
    this.desk.media.closeAll();
    await Promise.race([farewell(current, shared), this.patience()]);
    this.stage = 'idle';
    this.desk.tell('onExitRoom', reason);
  }

  private patience(): Promise<void> {
    const { clock } = this.desk;
    return new Promise((resolve) => {
      clock.wake(clock.now() + farewell_ms, resolve);
    });
  }

  /** Moves to another room; devices stay on. Where that fails, back to the one there was. */
  async switchTo(config: unknown): Promise<void> {
    const answer = await this.trySwitch(config);
    this.desk.tell('onSwitchRoom', answer.code, answer.code === Code.ok ? '' : answer.desc);
  }

  private async trySwitch(config: unknown): Promise<Result> {
    const { current, shared, entry } = this;
    if (this.stage !== 'inside' || !current || !shared || !entry) {
      return refused(Code.refused, 'You are in no room: switchRoom follows onEnterRoom.');
    }
    if (typeof config !== 'object' || config === null) {
      return refused(Code.enterRoomParamNull, 'switchRoom needs its parameters as an object.');
    }
    const name = checkRoom(config);
    if (!name.data) return refused(name.code, name.desc);
    const { userSig, privateMapKey } = config as Record<string, unknown>;
    const ticket = typeof userSig === 'string' && userSig !== '' ? userSig : entry.userSig;
    const key = typeof privateMapKey === 'string' ? privateMapKey : entry.privateMapKey;
    const turn = ++this.turn;
    const entered = await this.moveTo(shared, { ...entry, name: name.data, userSig: ticket, privateMapKey: key });
    if (this.turn !== turn) return refused(Code.enterRoomFailed, 'The room was left meanwhile.');
    if (entered.code === Code.ok) return done();
    const back = await this.moveTo(shared, entry);
    if (this.turn === turn && back.code !== Code.ok) {
      this.desk.tell('onError', Code.enterRoomFailed, back.desc);
      await this.leave(dissolved);
    }
    return refused(entryCode(entered.code), entered.desc);
  }

  private async moveTo(shared: SharedSession, entry: Entry): Promise<Result> {
    const left = this.current;
    this.current = undefined;
    this.events.left(false);
    await left?.exit();
    if (this.shared !== shared) return refused(Code.enterRoomFailed, 'The room was left meanwhile.');
    this.entry = entry;
    return this.openRoom(shared, entry.name, entry.userSig, 0).enter().then(withoutData);
  }

  /** A second picture of the camera has to be declared; one that was is only silent when it is switched off. */
  declareTwo(): void {
    if (this.options?.pictures !== 'one') return;
    this.options.pictures = 'two';
    void this.current?.renew();
  }

  /** Counts with the next entry or re-entry. */
  setPrivateMapKey(key: string): void {
    if (this.entry) this.entry = { ...this.entry, privateMapKey: key };
    if (this.options) this.options.privateMapKey = key;
  }
}

/** The login of a user: the page's own, or one for this. */
export const acquireFor = ({ server, sdkAppId, userId, userSig }: Entry, platform: Platform): SharedSession =>
  acquireSession({
    server,
    sdkAppId,
    userId,
    userSigProvider: () => Promise.resolve(userSig),
    renewable: false,
    platform,
  });

async function farewell(room: Room | undefined, shared: SharedSession | undefined): Promise<void> {
  await room?.exit();
  await shared?.release();
}

const withoutData = ({ code, desc }: Result<unknown>): Result => ({ code, desc });
