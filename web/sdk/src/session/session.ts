// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { Emitter } from '../events.js';
import { refused, type Result } from '../result.js';
import { decode } from '../wire/codec.js';
import type { Invitation, Method, Methods } from '../wire/frames.js';
import type { Known } from './knowledge.js';
import { initialSession, step, wakeAt } from './machine.js';
import { browserPlatform, type Platform, type Socket } from './platform.js';
import type { Identity, Notice, SessionEffect, SessionEvent, SessionState, SignedIn } from './state.js';

export interface SessionOptions {
  /** Of the WebSocket. */
  readonly url: string;
  readonly identity: Identity;
  readonly userSigProvider: () => Promise<string>;
  /** Whether the provider may be asked again when its ticket has expired. */
  readonly renewable?: boolean;
  readonly platform?: Platform;
  /** Told of every frame that was dropped because it is not what the wire promises. */
  readonly onGarbage?: (why: string) => void;
}

/** How long the server has to take note of a logout. */
const parting_ms = 3_000;

interface Line {
  readonly number: number;
  readonly handle: Socket;
  /** Once the last word was sent: the id of what answers it, and what to do then. */
  parting: { readonly id: string; readonly end: () => void } | undefined;
}

interface SessionListeners {
  state: (state: SessionState) => void;
  attemptFailed: (why: Result) => void;
  notice: (notice: Notice) => void;
}

/** The session machine with a socket, a clock and timers around it. */
export class Session {
  private state: SessionState = initialSession;
  private readonly platform: Platform;
  private readonly emitter = new Emitter<SessionListeners>();
  private readonly settlers = new Map<number, (result: Result<unknown>) => void>();
  private signInSettler: ((result: Result<SignedIn>) => void) | undefined;
  private socket: Line | undefined;
  private parting: Promise<void> = Promise.resolve();
  private tickets: () => Promise<string>;
  private renewable: boolean;
  private readonly inbox: SessionEvent[] = [];
  private lastToken = 0;
  private calledOff: () => void = () => {};
  private unwatch: () => void = () => {};
  private clockOffset = 0;

  /** As the last login answer named them. */
  iceServers: readonly RTCIceServer[] = [];
  /** Frames dropped since the session was made. */
  garbage = 0;

  constructor(private readonly options: SessionOptions) {
    this.platform = options.platform ?? browserPlatform;
    this.tickets = options.userSigProvider;
    this.renewable = options.renewable ?? true;
  }

  get identity(): Identity {
    return this.options.identity;
  }

  get current(): SessionState {
    return this.state;
  }

  get online(): boolean {
    return this.state.kind === 'online';
  }

  /** Signed in, or on the way to it: requests are taken. */
  get signedIn(): boolean {
    return 'desk' in this.state;
  }

  now(): number {
    return this.platform.now();
  }

  /** Unix ms by the server's clock. */
  serverNow(): number {
    return this.platform.now() + this.clockOffset;
  }

  get clock(): Platform {
    return this.platform;
  }

  on<E extends keyof SessionListeners>(event: E, listener: SessionListeners[E]): () => void {
    return this.emitter.on(event, listener);
  }

  signIn(): Promise<Result<SignedIn>> {
    if (this.signInSettler) return Promise.resolve(refused(Code.loginInProgress, 'A login is already under way.'));
    return new Promise((resolve) => {
      this.signInSettler = resolve;
      this.unwatch();
      this.unwatch = this.platform.watchSurroundings(() => this.handle({ type: 'nudge' }));
      this.handle({ type: 'signIn', identity: this.options.identity, renewable: this.renewable });
    });
  }

  /** The result: the server knows it too, or cannot be told. */
  signOut(): Promise<void> {
    this.handle({ type: 'signOut' });
    return this.parting;
  }

  /** Who is asked for a ticket from now on, and whether more than once. */
  askTicketsOf(userSigProvider: () => Promise<string>, renewable: boolean): void {
    this.tickets = userSigProvider;
    this.renewable = renewable;
    this.handle({ type: 'renewable', renewable });
  }

  /** A newer ticket than the current one, for when the server wants one. */
  keepTicket(userSig: string): void {
    this.handle({ type: 'ticket', userSig });
  }

  /** The ids of all invitations that ring, as far as this session has been told. */
  get ringing(): string[] {
    return this.invitations.filter(([, { ended }]) => !ended).map(([id]) => id);
  }

  knows(inviteId: string): boolean {
    return this.invitations.some(([id]) => id === inviteId);
  }

  /** Takes in an invitation that was learned elsewhere; it is told unless it is known. */
  hear(invitation: Invitation): void {
    this.handle({ type: 'heard', invitation });
  }

  private get invitations(): [string, Known][] {
    return 'desk' in this.state ? [...this.state.desk.knowledge.invitations] : [];
  }

  request<M extends Method>(method: M, params: Methods[M]['params']): Promise<Result<Methods[M]['result']>> {
    return new Promise((resolve) => {
      const token = ++this.lastToken;
      this.settlers.set(token, (result) => resolve(result as Result<Methods[M]['result']>));
      this.handle({ type: 'request', token, method, params });
    });
  }

  /** Something suggests that the network is another one, or gone: has the server answer, soon. */
  probe(): void {
    this.handle({ type: 'nudge' });
  }

  private handle(event: SessionEvent): void {
    this.inbox.push(event);
    if (this.inbox.length > 1) return;
    // What a listener asks for while effects are carried out waits until all of them are.
    for (let next = this.inbox[0]; next !== undefined; next = this.inbox[0]) {
      this.take(next);
      this.inbox.shift();
    }
    this.rearm();
  }

  private take(event: SessionEvent): void {
    const before = this.state;
    const [next, effects] = step(before, event, { now: this.platform.now(), random: this.platform.random() });
    this.state = next;
    if (next.kind !== before.kind) {
      if (next.kind === 'signedOut' || next.kind === 'kicked') this.unwatch();
      this.emitter.emit('state', next);
    }
    for (const effect of effects) this.carryOut(effect);
  }

  private rearm(): void {
    this.calledOff();
    const at = wakeAt(this.state);
    this.calledOff =
      at === undefined || at === Infinity ? () => {} : this.platform.wake(at, () => this.handle({ type: 'wake' }));
  }

  private carryOut(effect: SessionEffect): void {
    switch (effect.type) {
      case 'askTicket':
        return this.askTicket();
      case 'connect':
        return this.connect(effect.socket);
      case 'close':
        return this.close(effect.socket);
      case 'send':
        if (this.socket?.number === effect.socket) this.socket.handle.send(effect.text);
        return;
      case 'part':
        return this.part(effect.id, effect.text);
      case 'attemptFailed':
        return this.emitter.emit('attemptFailed', effect.why);
      case 'settle':
        this.settlers.get(effect.token)?.(effect.result);
        this.settlers.delete(effect.token);
        return;
      case 'signedIn':
        return this.cameIn(effect.result);
      case 'notify':
        return this.emitter.emit('notice', effect.notice);
      case 'garbage':
        this.garbage += 1;
        this.options.onGarbage?.(effect.why);
        return;
    }
  }

  private askTicket(): void {
    const ask = async (): Promise<SessionEvent> => {
      try {
        const userSig: unknown = await this.tickets();
        if (typeof userSig === 'string') return { type: 'ticket', userSig };
        return { type: 'ticketFailed', why: 'The userSigProvider gave something else than a string.' };
      } catch (error) {
        return { type: 'ticketFailed', why: error instanceof Error ? error.message : String(error) };
      }
    };
    void ask().then((event) => this.handle(event));
  }

  private connect(number: number): void {
    this.socket?.handle.close();
    const line: Line = {
      number,
      parting: undefined,
      handle: this.platform.openSocket(this.options.url, {
        opened: () => this.handle({ type: 'socketOpened', socket: number }),
        closed: (code) => {
          if (line.parting) line.parting.end();
          else this.handle({ type: 'socketClosed', socket: number, code });
        },
        frame: (frame) => {
          if (!line.parting) return this.handle({ type: 'frame', socket: number, frame });
          const answer = decode(frame);
          if ('id' in answer && answer.id === line.parting.id) line.parting.end();
        },
      }),
    };
    this.socket = line;
  }

  private part(id: string, text: string): void {
    const { socket: line } = this;
    if (!line) return;
    this.socket = undefined;
    line.handle.send(text);
    this.parting = new Promise((resolve) => {
      const end = (): void => {
        calledOff();
        line.handle.close();
        resolve();
      };
      const calledOff = this.platform.wake(this.now() + parting_ms, end);
      line.parting = { id, end };
    });
  }

  private close(number: number): void {
    if (this.socket?.number !== number) return;
    this.socket.handle.close();
    this.socket = undefined;
  }

  private cameIn(result: Result<SignedIn>): void {
    if (result.data !== undefined) {
      this.iceServers = result.data.iceServers;
      this.clockOffset = result.data.serverTime - this.platform.now();
    }
    this.signInSettler?.(result);
    this.signInSettler = undefined;
  }
}
