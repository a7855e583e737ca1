// SPDX-License-Identifier: Apache-2.0
import type { Invitation, MediaFlags, RoomUser } from '../src/wire/frames.js';
import type { World } from './world.js';

export interface Line {
  send(text: string): void;
  drop(): void;
}

interface Login {
  readonly user: string;
  readonly device: string;
  readonly line: Line;
}

interface Occupant extends RoomUser {
  readonly device: string;
}

/** A device that is connected while an invitation rings. */
interface Lobby {
  readonly inviteId: string;
  readonly room: string;
  readonly scene: string;
  readonly since: number;
  media: MediaFlags;
}

type Params = Record<string, string & number & boolean & MediaFlags>;

/** One that takes the small picture of a camera, too. */
const sdpAnswer = 'answer\r\na=simulcast:recv h;l\r\n';

const nothingSent: MediaFlags = { audio: false, video: false, screen: false };
const sending = ({ audio, video, screen }: MediaFlags): boolean => audio || video || screen;

/** Rooms named by numbers are kept under `#7`, since room 7 and room "7" are two. */
const roomKey = (params: Params): string =>
  params['roomId'] ? `#${Number(params['roomId'])}` : (params['strRoomId'] ?? '');
const roomName = (key: string): object => (key.startsWith('#') ? { roomId: Number(key.slice(1)) } : { strRoomId: key });

class No extends Error {
  constructor(readonly code: number) {
    super('No.');
  }
}

/** The other end of the wire, as docs/protocol.md has it, in as few lines as a test of clients needs. */
export class FakeServer {
  readonly logins = new Map<Line, Login>();
  readonly invitations = new Map<string, Invitation>();
  readonly rooms = new Map<string, Occupant[]>();
  /** Every request, as `user method`. */
  readonly log: string[] = [];
  /** The params of every request. */
  readonly requests: { readonly user: string; readonly method: string; readonly params: Params }[] = [];
  readonly lobbies = new Map<Line, Lobby>();
  refuseLogin: number | undefined;
  /** What a method is refused with. */
  readonly refusals = new Map<string, number>();
  /** A user whose requests take effect but get no answer. */
  deaf: string | undefined;

  constructor(private readonly world: World) {}

  receive(line: Line, text: string): void {
    const { id, method, params } = JSON.parse(text) as { id: string; method: string; params: Params };
    const login = this.logins.get(line);
    this.log.push(`${login?.user ?? '?'} ${method}`);
    this.requests.push({ user: login?.user ?? '?', method, params });
    const answer = this.answer(line, login, method, params);
    if (this.deaf === undefined || this.deaf !== login?.user)
      line.send(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
    for (const tell of this.afterwards.splice(0)) tell();
  }

  /** Answers of a test's own, by method. */
  readonly others: Record<string, (user: string, params: object) => unknown> = {};

  private afterwards: (() => void)[] = [];
  /** Since when there are two in a room. */
  private readonly together = new Map<string, number | undefined>();
  /** How long ago things happened when they are told, in ms; undefined for a server that does not say when. */
  late: number | undefined = 0;

  private moment(): number | undefined {
    return this.late === undefined ? undefined : this.world.now - this.late;
  }

  private answer(line: Line, login: Login | undefined, method: string, params: Params): object {
    try {
      const refusal = this.refusals.get(method);
      if (refusal !== undefined) throw new No(refusal);
      if (method === 'login') return { result: this.login(line, params) };
      if (!login) throw new No(6014);
      return { result: this.carryOut(login, method, params) };
    } catch (error) {
      if (error instanceof No) return { error: { code: error.code, message: error.message } };
      throw error;
    }
  }

  private login(line: Line, params: Params): object {
    if (this.refuseLogin !== undefined) throw new No(this.refuseLogin);
    const user = String(params['userId']);
    const device = (params['device'] as unknown as { id: string }).id;
    for (const [old, { user: whose, device: which }] of this.logins) {
      if (whose === user && which === device) this.logins.delete(old);
    }
    this.logins.set(line, { user, device, line });
    const mine = ({ inviter, inviteeList }: Invitation): boolean => inviter === user || inviteeList.includes(user);
    const mineIn = (held: boolean): object | null => {
      const [key, all] =
        [...this.rooms].find(([, each]) =>
          each.some((one) => one.userId === user && one.device === device && one.held === held),
        ) ?? [];
      if (key === undefined) return null;
      return { ...roomName(key), scene: 'videoCall', users: all?.filter(({ userId }) => userId !== user) };
    };
    return {
      loginId: 'l',
      serverTime: this.world.now,
      heartbeat: 20,
      iceServers: [],
      pending: [...this.invitations.values()].filter(mine),
      room: mineIn(false),
      held: mineIn(true),
    };
  }

  private carryOut(login: Login, method: string, params: Params): unknown {
    const other = this.others[method];
    if (other) return other(login.user, params);
    switch (method) {
      case 'logout':
        this.leave(login.user, 0);
        this.afterwards.push(() => {
          this.logins.delete(login.line);
          login.line.drop();
        });
        return {};
      case 'invite':
        return this.invite(login, params);
      case 'cancel':
      case 'accept':
      case 'reject':
        return this.step(login, method, params);
      case 'modifyInvitation':
        return this.modify(String(params['inviteId']), String(params['data']));
      case 'getInvitation':
        return this.invitations.get(String(params['inviteId'])) ?? this.no(8010);
      case 'enterRoom':
        return this.enter(login, roomKey(params), params['media'] ?? nothingSent);
      case 'warmUp':
        return this.warmUp(login, params);
      case 'holdRoom':
        return this.hold(login);
      case 'restartIce':
        return this.roomOf(login) || this.lobbies.has(login.line) ? { sdp: sdpAnswer } : this.no(-102005);
      case 'startSpeedTest':
        return this.roomOf(login) ? this.no(-3340) : { sdp: sdpAnswer };
      case 'sendCustomCmd':
        return this.sendCustomCmd(login, params);
      case 'setMedia':
        return this.setMedia(login, params as unknown as MediaFlags);
      case 'exitRoom':
        this.lobbies.delete(login.line);
        this.leave(login.user, 0, roomKey(params) || (this.roomOf(login) ?? this.no(-102005)));
        return { at: this.moment() };
      default:
        return {};
    }
  }

  private no(code: number): never {
    throw new No(code);
  }

  private invite({ user, device }: Login, params: Params): object {
    const [inviteId, invitee] = [String(params['inviteId']), String(params['invitee'])];
    const made = this.invitations.get(inviteId);
    if (made) return { inviteId, deadline: made.deadline };
    const first = [...this.invitations.values()].find(
      (each) => each.inviter === invitee && each.inviteeList[0] === user && each.state === 'ringing',
    );
    if (first) {
      this.end(first, 'accepted', '');
      const said = { inviteId: first.inviteId, invitee: user, data: '', device };
      this.tell(first.inviter, 'inviteeAccepted', said);
      this.tell(user, 'inviteeAccepted', said);
      this.afterwards.push(() => this.adopt(first.inviteId, [first.inviter, user]));
      return { inviteId: first.inviteId, deadline: first.deadline };
    }
    const seconds = Number(params['timeout']);
    const invitation: Invitation = {
      inviteId,
      inviter: user,
      inviteeList: [invitee],
      groupId: '',
      data: String(params['data']),
      timeout: seconds,
      createdAt: this.world.now,
      deadline: this.world.now + seconds * 1000,
      onlineUserOnly: false,
      state: 'ringing',
      outcome: undefined,
      endedData: '',
    };
    this.invitations.set(inviteId, invitation);
    this.world.at(invitation.deadline, () => this.timeOut(inviteId));
    this.tell(invitee, 'newInvitation', invitation);
    for (const { device: there } of this.devices(invitee)) {
      this.tell(user, 'invitationDelivered', { inviteId, invitee, device: there, via: 'socket', status: '' });
    }
    return { inviteId, deadline: invitation.deadline };
  }

  private timeOut(inviteId: string): void {
    const invitation = this.invitations.get(inviteId);
    if (invitation?.state !== 'ringing') return;
    this.end(invitation, 'timedOut', '');
    for (const user of [invitation.inviter, ...invitation.inviteeList]) {
      this.tell(user, 'invitationTimeout', { inviteId, inviteeList: invitation.inviteeList });
    }
    for (const tell of this.afterwards.splice(0)) tell();
  }

  private modify(inviteId: string, data: string): object {
    const invitation = this.invitations.get(inviteId);
    if (invitation?.state !== 'ringing') throw new No(8010);
    this.invitations.set(inviteId, { ...invitation, data });
    this.tell(invitation.inviteeList[0] ?? '', 'invitationModified', { inviteId, data });
    return {};
  }

  private end(invitation: Invitation, outcome: NonNullable<Invitation['outcome']>, endedData: string): void {
    this.invitations.set(invitation.inviteId, { ...invitation, state: 'ended', outcome, endedData });
  }

  private step(login: Login, method: 'cancel' | 'accept' | 'reject', params: Params): object {
    const [inviteId, data] = [String(params['inviteId']), String(params['data'])];
    const invitation = this.invitations.get(inviteId);
    if (invitation?.state !== 'ringing') throw new No(8010);
    const invitee = invitation.inviteeList[0] ?? '';
    const { user, device } = login;
    if (method === 'cancel') {
      this.end(invitation, 'cancelled', data);
      this.tell(invitee, 'invitationCancelled', { inviteId, inviter: user, data });
      return {};
    }
    this.end(invitation, method === 'accept' ? 'accepted' : 'rejected', data);
    const event = method === 'accept' ? 'inviteeAccepted' : 'inviteeRejected';
    this.tell(invitation.inviter, event, { inviteId, invitee, data, device });
    this.tell(invitee, event, { inviteId, invitee, data, device }, device);
    if (method === 'accept') this.afterwards.push(() => this.adopt(inviteId, [invitation.inviter], login));
    return {};
  }

  private enter({ user, device }: Login, name: string, media: MediaFlags): object {
    const all = this.rooms.get(name) ?? [];
    const others = all.filter(({ userId }) => userId !== user);
    const back = all.find(({ userId }) => userId === user)?.held;
    const left = this.roomOf({ user, device });
    if (others.length > 1) throw new No(-102052);
    if (left !== undefined && left !== name && !back) throw new No(-3340);
    this.rooms.set(name, [...others, { userId: user, device, ...media, held: false }]);
    if (others.length > 0 && !this.together.has(name)) this.together.set(name, this.moment());
    const together = this.together.get(name);
    if (left !== undefined && left !== name) this.rest(user, left);
    for (const other of others) {
      this.tellIn(
        name,
        other,
        back ? 'userHeld' : 'userEntered',
        back ? { userId: user, held: false } : { userId: user, together },
      );
      if (sending(media)) this.tellIn(name, other, 'mediaChanged', { userId: user, ...media });
    }
    return { sdp: sdpAnswer, users: others, elapsed: 1, together };
  }

  private warmUp(login: Login, params: Params): object {
    const inviteId = String(params['inviteId']);
    const invitation = this.invitations.get(inviteId);
    if (invitation?.state !== 'ringing') throw new No(8010);
    if (invitation.inviter !== login.user && !invitation.inviteeList.includes(login.user)) throw new No(8011);
    if (this.roomOf(login)) throw new No(-3340);
    const media = params['media'] ?? nothingSent;
    const lobby = { inviteId, room: roomKey(params), scene: String(params['scene']), since: this.world.now, media };
    this.lobbies.set(login.line, lobby);
    return { sdp: sdpAnswer };
  }

  /** Takes those who are warm for an accepted invitation into its room, and closes the other lobbies. */
  private adopt(inviteId: string, users: readonly string[], answerer?: Login): void {
    for (const [line, lobby] of [...this.lobbies].filter(([, each]) => each.inviteId === inviteId)) {
      const login = this.logins.get(line);
      this.lobbies.delete(line);
      if (!login || (login.line !== answerer?.line && !users.includes(login.user))) continue;
      const entered = this.enter(login, lobby.room, lobby.media) as { users: RoomUser[]; together?: number };
      const elapsed = this.world.now - lobby.since;
      this.tell(login.user, 'roomEntered', {
        ...roomName(lobby.room),
        scene: lobby.scene,
        // As they were then: who enters later is told of separately.
        users: entered.users,
        together: entered.together,
        elapsed,
      });
    }
    for (const tell of this.afterwards.splice(0)) tell();
  }

  private hold(login: Login): object {
    const name = this.roomOf(login) ?? this.no(-102005);
    if ([...this.rooms.values()].some((each) => each.some((one) => one.userId === login.user && one.held))) {
      throw new No(-3340);
    }
    this.rest(login.user, name);
    return {};
  }

  private rest(user: string, name: string): void {
    const all = this.rooms.get(name) ?? [];
    this.rooms.set(
      name,
      all.map((one) => (one.userId === user ? { ...one, ...nothingSent, held: true } : one)),
    );
    for (const other of all.filter((one) => one.userId !== user)) {
      this.tellIn(name, other, 'userHeld', { userId: user, held: true });
      if (all.some((one) => one.userId === user && sending(one))) {
        this.tellIn(name, other, 'mediaChanged', { userId: user, ...nothingSent });
      }
    }
  }

  private sequence = 0;

  private sendCustomCmd(login: Login, params: Params): object {
    const all = this.rooms.get(this.roomOf(login) ?? this.no(-102005)) ?? [];
    const seq = ++this.sequence;
    for (const { userId } of all.filter((one) => one.userId !== login.user)) {
      this.tell(userId, 'customCmd', { userId: login.user, cmdId: params['cmdId'], seq, data: params['data'] });
    }
    return {};
  }

  /** The room a user is in, not one on hold. */
  private roomOf({ user, device: on }: Pick<Login, 'user' | 'device'>): string | undefined {
    return [...this.rooms].find(([, all]) =>
      all.some(({ userId, device, held }) => userId === user && device === on && !held),
    )?.[0];
  }

  private setMedia(login: Login, { audio, video, screen }: MediaFlags): object {
    const lobby = this.lobbies.get(login.line);
    if (lobby) {
      lobby.media = { audio, video, screen };
      return {};
    }
    const name = this.roomOf(login) ?? this.no(-102005);
    const all = this.rooms.get(name) ?? [];
    this.rooms.set(
      name,
      all.map((one) => (one.userId === login.user ? { ...one, audio, video, screen } : one)),
    );
    for (const other of all.filter((one) => one.userId !== login.user)) {
      this.tellIn(name, other, 'mediaChanged', { userId: login.user, audio, video, screen });
    }
    return {};
  }

  /** Takes a user out of its room, or out of all, for the reason the other is told. */
  leave(user: string, reason: number, only?: string): void {
    for (const [name, all] of this.rooms) {
      if ((only !== undefined && only !== name) || !all.some(({ userId }) => userId === user)) continue;
      this.together.delete(name);
      const left = all.filter(({ userId }) => userId !== user);
      if (left.length === 0) this.rooms.delete(name);
      else this.rooms.set(name, left);
      for (const other of left) this.tellIn(name, other, 'userLeft', { userId: user, reason, at: this.moment() });
    }
  }

  private devices(user: string): Login[] {
    return [...this.logins.values()].filter((login) => login.user === user);
  }

  /** What happens in a room on hold is told with its name. */
  private tellIn(room: string, { userId, held }: Occupant, method: string, params: object): void {
    this.tell(userId, method, { ...(held && roomName(room)), ...params });
  }

  /** Notifications follow the answer that causes them. */
  tell(user: string, method: string, params: object, except?: string): void {
    this.afterwards.push(() => {
      for (const { line, device } of this.devices(user)) {
        if (device !== except) line.send(JSON.stringify({ jsonrpc: '2.0', method, params }));
      }
    });
  }

  /** Says something out of the blue. */
  say(user: string, method: string, params: object): void {
    this.tell(user, method, params);
    for (const tell of this.afterwards.splice(0)) tell();
  }

  /** Says what no server should. */
  blurt(user: string, text: string): void {
    for (const { line } of this.devices(user)) line.send(text);
  }

  /** Cuts every socket of a user. */
  cut(user: string): void {
    for (const { line } of this.devices(user)) {
      this.logins.delete(line);
      this.lobbies.delete(line);
      line.drop();
    }
  }

  /** Forgets everything, as a restart does. */
  restart(): void {
    const lines = [...this.logins.keys()];
    this.logins.clear();
    this.lobbies.clear();
    this.invitations.clear();
    this.rooms.clear();
    this.together.clear();
    for (const line of lines) line.drop();
  }
}

/** A refusal. */
export { No };
