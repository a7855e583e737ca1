// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import { Emitter } from '../../events.js';
import type { LocalMedia } from '../../media/local.js';
import type { PeerLink } from '../../media/peer.js';
import type { NetworkQuality } from '../../media/quality.js';
import { RemoteMedia } from '../../media/remote.js';
import { done, refused, type Result } from '../../result.js';
import { sameRoom } from '../../session/knowledge.js';
import type { Session } from '../../session/session.js';
import type { Notice } from '../../session/state.js';
import type { EnterRoomResult, Events, MediaFlags, Methods, ReceiveWish, RoomName, Scene } from '../../wire/frames.js';
import { Adoption } from './adoption.js';
import { Company, silence, type CompanyEvents } from './company.js';
import { Gauge, type Figures } from './gauge.js';
import { MediaPath, type PathOptions } from './path.js';
import { everything, Standing } from './standing.js';

export interface RoomOptions extends PathOptions {
  readonly name: RoomName;
  readonly scene: Scene;
  readonly userSig?: string;
  readonly privateMapKey?: string;
  /** Whether nothing is sent on a connection that is warm, until `agree` or `enter`. */
  readonly withhold?: boolean;
}

/** Why a stay in a room ended without `exit`. */
export type RoomEnd =
  { readonly kind: 'kicked' } | { readonly kind: 'dissolved' } | { readonly kind: 'lost'; readonly why: Result };

interface RoomEvents extends CompanyEvents {
  /** In ms since `enter`, or since `warmUp`. */
  entered: (elapsed: number) => void;
  /** Media flows, for the first time or again. */
  connected: () => void;
  quality: (quality: NetworkQuality) => void;
  /** All that `quality` is made of, as often. */
  figures: (figures: Figures) => void;
  /** There is a new media connection: how it encodes has to be set. */
  linked: (link: PeerLink) => void;
  customCmd: (cmd: Events['customCmd']) => void;
  /** What we send the others may not get: the screen is the other one's, or a picture is not allowed. */
  mediaRefused: (why: Result) => void;
  connectionLost: () => void;
  tryToReconnect: () => void;
  recovered: () => void;
  ended: (end: RoomEnd) => void;
}

/**
 * `warming` and `warm`: connected while it rings, before anybody is there. `held`: the place is kept, nothing flows.
 */
type Stage = 'new' | 'warming' | 'warm' | 'entering' | 'inside' | 'held' | 'outside';

const left = refused(Code.enterRoomFailed, 'The room was left before it was entered.');
const enteredAlready = refused(Code.enterRoomRefused, 'This room was entered already.');

/** One stay in one room, from `enter` or `warmUp` to `exit` or `ended`: who is there, what they send, what flows. */
export class Room {
  private readonly emitter = new Emitter<RoomEvents>();
  private readonly company: Company;
  private readonly path: MediaPath;
  private readonly standing: Standing;
  private readonly gauge: Gauge;
  private readonly offs: (() => void)[] = [];
  private stage: Stage = 'new';
  private entering: Promise<unknown> = Promise.resolve();
  private invitation: { readonly inviteId: string; readonly adoption: Adoption; answered: boolean } | undefined;
  private wish = everything;
  private agreed = false;
  /** Whether a connection as the options are now is still to be made. */
  private outdated = false;
  /** Since when there are two here, in Unix ms by the server's clock, if the server says so. */
  together: number | undefined;

  readonly remote = new RemoteMedia();

  constructor(
    private readonly session: Session,
    private readonly media: LocalMedia,
    private readonly options: RoomOptions,
  ) {
    this.company = new Company(session, this.emitter);
    this.path = new MediaPath(session, options);
    this.standing = new Standing(session, (why) => this.emitter.emit('mediaRefused', why));
    this.gauge = new Gauge(session, this, (figures) => {
      this.emitter.emit('quality', figures.quality);
      this.emitter.emit('figures', figures);
    });
    this.emitter.on('mediaChanged', (_, now) => this.remote.show(now));
    this.watchPath();
  }

  private watchPath(): void {
    const { path } = this;
    path.on('opened', (link) => this.equip(link));
    for (const event of ['connected', 'connectionLost', 'tryToReconnect', 'recovered'] as const) {
      path.on(event, () => {
        if (this.stage === 'inside') this.emitter.emit(event);
      });
    }
    for (const event of ['connected', 'settled'] as const) {
      path.on(event, () => {
        if (this.outdated) void this.renew();
      });
    }
    path.on('forgotten', () => void (this.stage === 'warm' ? this.warmAgain() : this.reenter()));
    path.on('gaveUp', (why) => (this.stage === 'inside' ? this.end({ kind: 'lost', why }) : this.cool()));
  }

  on<E extends keyof RoomEvents>(event: E, listener: RoomEvents[E]): () => void {
    return this.emitter.on(event, listener);
  }

  get users(): readonly string[] {
    return this.company.users;
  }

  get connected(): boolean {
    return this.path.connected;
  }

  get held(): boolean {
    return this.stage === 'held';
  }

  /** The media connection there is now. */
  get link(): PeerLink | undefined {
    return this.path.link;
  }

  /** Whether something of this user should be coming: it is sent and wanted. */
  awaits(userId: string): boolean {
    const { audio, video, screen } = this.sends(userId);
    const { wish } = this;
    return (audio && wish.audio) || (video && wish.video !== 'none') || (screen && wish.screen);
  }

  sends(userId: string): MediaFlags {
    return this.company.sends(userId);
  }

  /**
   * Connects the media while the invitation rings. When it is accepted the server takes this device into the room, and
   * `entered` is told. Refused, it may be tried again, or `enter` used.
   */
  async warmUp(inviteId: string): Promise<Result> {
    if (this.stage !== 'new') return enteredAlready;
    this.invitation = { inviteId, adoption: new Adoption(this.session), answered: false };
    this.listen();
    const warming = this.warm(inviteId);
    this.entering = warming;
    return warming;
  }

  private async warm(inviteId: string): Promise<Result> {
    this.stage = 'warming';
    const asking = this.asking();
    const answer = await this.path.open((sdp) => this.session.request('warmUp', { inviteId, ...asking, sdp }));
    if (this.isOver()) return left;
    const applied = answer.data ? await this.path.answer(answer.data.sdp) : refused(answer.code, answer.desc);
    if (this.isOver()) return left;
    if (applied.code !== Code.ok) this.cool();
    else if (this.stage === 'warming') this.stage = 'warm';
    this.declare();
    return applied;
  }

  /** The server has lost us while it rang. */
  private async warmAgain(): Promise<void> {
    // A login answer that shows us in the room already is told in the same turn.
    await Promise.resolve();
    if (this.stage === 'warm' && this.invitation) await this.warm(this.invitation.inviteId);
  }

  /** Not warm any more: the room has to be entered in the usual way. */
  private cool(): void {
    if (this.stage !== 'warming' && this.stage !== 'warm') return;
    this.stage = 'new';
    this.path.close();
    this.invitation?.adoption.fail();
  }

  private adopt({ users, elapsed, together }: Events['roomEntered']): void {
    this.together = together;
    const taken = Math.max(1, elapsed);
    this.arrive(taken);
    this.sendTracks();
    this.settleIn(users);
    if (this.path.connected) this.emitter.emit('connected');
    this.invitation?.adoption.succeed(taken);
  }

  /** The data is the elapsed time in ms. */
  async enter(): Promise<Result<number>> {
    const { invitation } = this;
    if (invitation && !invitation.answered) {
      invitation.answered = true;
      this.agree();
      const elapsed = await invitation.adoption.wait();
      if (elapsed !== undefined) return done(elapsed);
      if (this.isOver()) return left;
      this.cool();
    }
    if (this.stage !== 'new') return enteredAlready;
    this.listen();
    return this.enterAs('new');
  }

  /**
   * Back into a room on hold; the data is the elapsed time in ms. Refused, it stays on hold. The room that this device is
   * in meanwhile goes on hold instead.
   */
  async resume(instead?: Room): Promise<Result<number>> {
    if (this.stage !== 'held') return refused(Code.roomNotFound, 'This room is not on hold.');
    return this.enterAs('held', instead);
  }

  private async enterAs(before: 'new' | 'held', instead?: Room): Promise<Result<number>> {
    this.stage = 'entering';
    const begun = this.session.now();
    const entering = this.requestEntry();
    this.entering = entering;
    const entry = await entering;
    if (this.isOver()) return left;
    if (entry.data === undefined) {
      if (before === 'new') this.release();
      else this.rest();
      return refused(entry.code, entry.desc);
    }
    if (instead?.isInside()) instead.rest();
    // Inside from here on: what the server tells next must not be missed while the answer is being applied.
    const elapsed = Math.max(1, Math.round(this.session.now() - begun));
    this.together = entry.data.together;
    if (before === 'new') this.arrive(elapsed);
    else this.stage = 'inside';
    this.settleIn(entry.data.users);
    return (await this.applied(entry.data)) ?? done(elapsed);
  }

  private arrive(elapsed: number): void {
    this.stage = 'inside';
    this.emitter.emit('entered', elapsed);
  }

  private settleIn(users: EnterRoomResult['users']): void {
    this.declare();
    this.company.meet(users, 'gone');
    this.gauge.start();
    // An entry is not refused for a screen: the server leaves ours out.
    if (this.media.flags.screen && this.users.some((userId) => this.sends(userId).screen)) {
      this.emitter.emit('mediaRefused', refused(Code.screenTaken, 'The other one already shares a screen.'));
    }
  }

  /** Undefined when the answer was good. */
  private async applied({ sdp }: EnterRoomResult): Promise<Result<never> | undefined> {
    const { code, desc } = await this.path.answer(sdp);
    if (code === Code.ok) return undefined;
    const why = refused(code, desc);
    this.end({ kind: 'lost', why });
    return why;
  }

  /**
   * Leaves for good, and answers when by the server's clock, if it says so. An entry under way is let happen first: a server
   * drops one that is overtaken without a word.
   */
  async exit(): Promise<number | undefined> {
    const { stage } = this;
    if (stage === 'outside') return undefined;
    this.release();
    if (stage === 'new') return undefined;
    if (stage === 'entering' || stage === 'warming') await this.entering;
    const { data } = await this.session.request('exitRoom', stage === 'held' ? this.options.name : {});
    return data?.at;
  }

  /** Keeps the place here, so that another room can be entered; nothing is sent or received. */
  async hold(): Promise<Result> {
    if (this.stage !== 'inside') return refused(Code.roomNotFound, 'You are not in this room.');
    const { code, desc } = await this.session.request('holdRoom', {});
    if (code === Code.ok && this.isInside()) this.rest();
    return { code, desc };
  }

  private rest(): void {
    this.stage = 'held';
    this.stop();
    this.remote.show(silence);
  }

  /** What this device wants of the others from now on; said again after each entry. */
  setReceive(wish: ReceiveWish): void {
    this.wish = wish;
    this.declare();
  }

  /** Says something to the others beside the media; false outside the room. */
  command(cmd: Methods['sendCustomCmd']['params']): boolean {
    if (this.stage !== 'inside') return false;
    void this.session.request('sendCustomCmd', cmd);
    return true;
  }

  private declare(): void {
    if (this.stage === 'inside' || this.stage === 'warm') this.standing.tell(this.media.flags, this.wish);
  }

  private listen(): void {
    if (this.offs.length > 0) return;
    this.offs.push(
      this.session.on('notice', (notice) => this.take(notice)),
      this.session.on('state', ({ kind }) => {
        if (kind === 'online') void this.warmAgain();
      }),
      this.media.on('change', () => this.sendTracks()),
      this.session.clock.watchSurroundings((what) => {
        if (what === 'network') this.path.networkChanged();
      }),
    );
  }

  private requestEntry(): Promise<Result<EnterRoomResult>> {
    const asking = this.asking();
    return this.path.open((sdp) => this.session.request('enterRoom', { ...asking, sdp }));
  }

  /** What is asked for besides the connection. */
  private asking(): RoomName & Omit<Methods['enterRoom']['params'], 'sdp'> & { readonly media: MediaFlags } {
    const { name, scene, userSig, privateMapKey } = this.options;
    return {
      ...name,
      scene,
      media: this.standing.begin(this.media.flags),
      ...(userSig !== undefined && { userSig }),
      ...(privateMapKey !== undefined && { privateMapKey }),
    };
  }

  private equip(link: PeerLink): void {
    this.remote.receive(link.received);
    for (const userId of this.users) this.remote.show(this.sends(userId));
    this.sendTracks();
    this.emitter.emit('linked', link);
  }

  /** The person has agreed to be heard and seen: what was withheld is sent from now on. */
  agree(): void {
    if (!this.withheld) return;
    this.agreed = true;
    this.sendTracks();
  }

  private get withheld(): boolean {
    const isWarm = this.stage === 'warming' || this.stage === 'warm';
    return this.options.withhold === true && isWarm && !this.agreed;
  }

  private sendTracks(): void {
    const outgoing = this.withheld ? undefined : this.media.outgoing;
    for (const what of ['audio', 'camera', 'screen'] as const) this.path.link?.send(what, outgoing?.[what]);
    this.declare();
  }

  private take(notice: Notice): void {
    const isWarm = this.stage === 'warming' || this.stage === 'warm';
    if (notice.method === 'roomEntered') {
      if (isWarm) this.adopt(notice.params);
    } else if (notice.method === 'roomLost') {
      if (sameRoom(notice.params.name, this.options.name)) this.lose();
    } else if (this.isHere(notice)) this.takeInside(notice);
    // Somebody else has taken the place: entering will tell who may.
    else if (isWarm && notice.method === 'roomExited') this.cool();
  }

  /** What happens in a room on hold is told with its name, what happens in the current one without. */
  private isHere({ params }: Notice): boolean {
    const name = 'name' in params ? params.name : undefined;
    if (name === undefined) return this.stage === 'inside';
    return (this.stage === 'inside' || this.stage === 'held') && sameRoom(name, this.options.name);
  }

  private takeInside(notice: Notice): void {
    switch (notice.method) {
      case 'networkQuality':
        return this.gauge.hear(notice.params);
      case 'customCmd':
        return this.emitter.emit('customCmd', notice.params);
      case 'roomExited':
        return this.end({ kind: notice.params.reason === 1 ? 'kicked' : 'dissolved' });
      case 'userEntered':
        // Who is known already, as after a restart of the server, has been counted from before.
        if (!this.users.includes(notice.params.userId)) this.together = notice.params.together;
        return this.company.take(notice);
      default:
        return this.company.take(notice);
    }
  }

  private lose(): void {
    if (this.stage === 'inside') void this.reenter();
    const why = refused(Code.roomNotFound, 'The server has lost the room on hold.');
    if (this.stage === 'held') this.end({ kind: 'lost', why });
  }

  /** The server has lost us: a new connection in the same room. */
  private async reenter(): Promise<void> {
    if (this.stage !== 'inside' || this.path.negotiating) return;
    const entry = await this.requestEntry();
    if (!this.isInside()) return;
    if (entry.data === undefined) return this.end({ kind: 'lost', why: refused(entry.code, entry.desc) });
    await this.settleAgain(entry.data);
  }

  private async settleAgain(entry: EnterRoomResult): Promise<void> {
    this.declare();
    this.company.meet(entry.users, 'awaited');
    await this.applied(entry);
  }

  /**
   * Makes another connection in the room, as the options are by now. Nobody is told of anything; where the server does not
   * take it, the one there is goes on. What is being negotiated is let end first.
   */
  async renew(): Promise<void> {
    this.outdated = !this.isInside() || this.path.negotiating;
    if (this.outdated) return;
    const asking = this.asking();
    const { data } = await this.path.replace((sdp) => this.session.request('enterRoom', { ...asking, sdp }));
    if (!this.isInside()) return;
    // What was told meanwhile may have been overtaken by what the entry said.
    if (data) this.standing.begin(asking.media);
    if (data) await this.settleAgain(data);
    else this.declare();
  }

  private end(end: RoomEnd): void {
    const { stage } = this;
    if (stage === 'outside') return;
    this.release();
    // The server may still hold us, and the other side wait.
    if (end.kind === 'lost') void this.session.request('exitRoom', stage === 'held' ? this.options.name : {});
    this.emitter.emit('ended', end);
  }

  private stop(): void {
    this.gauge.stop();
    this.path.close();
  }

  private release(): void {
    this.stage = 'outside';
    for (const off of this.offs.splice(0)) off();
    this.stop();
    this.company.disband();
    this.invitation?.adoption.fail();
  }

  // What another turn may have made of the stage, which the compiler takes for what it was.
  private isOver(): boolean {
    return this.stage === 'outside';
  }

  private isInside(): boolean {
    return this.stage === 'inside';
  }
}
