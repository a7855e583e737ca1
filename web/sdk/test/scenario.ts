// SPDX-License-Identifier: Apache-2.0
import { expect } from 'vitest';
import { ImManager, type InitParams, type Result } from '../src/index.js';
import type { Platform, SocketEvents, Surroundings } from '../src/session/platform.js';
import { recorder } from './im.js';
import { Template } from './template.js';
import { World } from './world.js';

/** One step of a scenario: exactly one of these, but for `with` and `as`, which belong to `do`. */
export interface Step {
  readonly play?: string;
  readonly do?: string;
  readonly with?: Record<string, unknown>;
  readonly as?: string;
  readonly answer?: string;
  readonly is?: { readonly code: number; readonly data?: unknown };
  readonly opens?: true;
  readonly opened?: true;
  readonly closed?: number;
  readonly closes?: true;
  readonly sends?: object;
  readonly hears?: object | string;
  readonly told?: readonly unknown[];
  readonly passes?: number;
  readonly network?: 'changed';
}

export interface Script {
  readonly says: string;
  readonly initialized?: boolean;
  readonly provider?: readonly string[];
  readonly steps: readonly Step[];
}

type Method = (params?: unknown) => Result<unknown> | Promise<Result<unknown>>;

/** Plays one file of contract/scenarios against this SDK. */
export class Scenario {
  private readonly world = new World();
  private readonly surroundings = new Set<(what: Surroundings) => void>();
  private readonly im: ImManager;
  private readonly template = new Template();
  private socket: { readonly events: SocketEvents; open: boolean } | undefined;
  /** What the SDK did that no step has claimed yet, each kind in its order. */
  private readonly sockets: string[] = [];
  private readonly sent: object[] = [];
  private readonly told: unknown[][] = [];
  private readonly answers = new Map<string, Result<unknown> | undefined>();

  constructor(
    private readonly script: Script,
    private readonly parts: Readonly<Record<string, readonly Step[]>>,
  ) {
    this.im = new ImManager(this.platform());
  }

  private platform(): Platform {
    return { ...this.world.platform(this.surroundings), openSocket: (_, events) => this.openSocket(events) };
  }

  private openSocket(events: SocketEvents): ReturnType<Platform['openSocket']> {
    const socket = { events, open: true };
    this.socket = socket;
    this.sockets.push('opens');
    return {
      send: (text) => this.sent.push(JSON.parse(text) as object),
      close: () => {
        if (socket.open) this.sockets.push('closes');
        socket.open = false;
      },
    };
  }

  async play(): Promise<void> {
    if (this.script.initialized !== false) await this.initialize();
    await this.all(this.script.steps, this.script.says);
    this.quiet(this.script.says);
    expect([...this.answers.keys()], 'answers that no step expects').toEqual([]);
  }

  private async initialize(): Promise<void> {
    const log: string[] = [];
    const listener = recorder(log, (...call) => this.told.push(call));
    const tickets = [...(this.script.provider ?? [])];
    const params: InitParams = { sdkAppID: 1_400_000_001, server: 'http://duet.test', listener };
    if (tickets.length > 0) params.userSigProvider = () => tickets.shift() ?? Promise.reject(new Error('no more'));
    await this.im.initSDK(params);
    this.im.getSignalingManager().addSignalingListener({ listener });
  }

  private async all(steps: readonly Step[], where: string): Promise<void> {
    for (const [at, step] of steps.entries()) {
      const here = `${where} Step ${at + 1}: ${JSON.stringify(step)}`;
      if (step.play === undefined) await this.one(step, here);
      else await this.all(this.parts[step.play] ?? expect.fail(here), here);
    }
  }

  private async one(step: Step, here: string): Promise<void> {
    if (step.passes !== undefined || step.closed !== undefined) this.quiet(here);
    if (step.do !== undefined) this.call(step.do, step.with, step.as ?? step.do);
    if (step.opened) this.socket?.events.opened();
    if (step.closed !== undefined) this.close(step.closed);
    if (step.hears !== undefined) this.hear(step.hears);
    if (step.network) for (const listener of this.surroundings) listener('network');
    if (step.passes !== undefined) await this.world.pass(step.passes);
    await this.world.settle();
    if (step.opens) expect(this.sockets.shift(), here).toBe('opens');
    if (step.closes) expect(this.sockets.shift(), here).toBe('closes');
    if (step.sends) this.template.match(this.sent.shift(), { jsonrpc: '2.0', ...step.sends }, here);
    if (step.told) this.template.match(this.told.shift(), step.told, here);
    if (step.answer !== undefined) this.judge(step.answer, step.is, here);
  }

  private call(method: string, params: Record<string, unknown> | undefined, name: string): void {
    const filled = this.template.fill(params) as Record<string, unknown> | undefined;
    const owner = method in this.im ? this.im : this.im.getSignalingManager();
    const code = (owner as unknown as Record<string, Method>)[method] ?? expect.fail(`There is no ${method}.`);
    const given = method === 'addInvitedSignaling' ? { info: filled } : filled;
    expect(this.answers.has(name), `${name} is not answered yet`).toBe(false);
    this.answers.set(name, undefined);
    void Promise.resolve(
      code.call(owner, method === 'getSignalingInfo' ? { msgID: filled?.['inviteID'] } : given),
    ).then((result) => this.answers.set(name, result));
  }

  private close(code: number): void {
    if (this.socket) this.socket.open = false;
    this.socket?.events.closed(code === 0 ? undefined : code);
  }

  private hear(frame: object | string): void {
    const filled = this.template.fill(frame);
    this.socket?.events.frame(
      typeof filled === 'string' ? filled : JSON.stringify({ jsonrpc: '2.0', ...(filled as object) }),
    );
  }

  private judge(name: string, is: Step['is'], here: string): void {
    const { desc, ...result } = this.answers.get(name) ?? expect.fail(`${here} is not answered`);
    this.answers.delete(name);
    expect(desc, here).not.toBe('');
    expect(result.code, here).toBe(is?.code);
    this.template.contains(result.data, is?.data, here);
  }

  /** Nothing has happened that no step has claimed. */
  private quiet(here: string): void {
    expect([...this.sockets, ...this.sent, ...this.told], `unexpected before ${here}`).toEqual([]);
  }
}
