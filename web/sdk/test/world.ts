// SPDX-License-Identifier: Apache-2.0
import { DuetClient } from '../src/call/client.js';
import { LocalMedia } from '../src/media/local.js';
import type { Platform, Socket, SocketEvents, Surroundings } from '../src/session/platform.js';
import type { Call, CallState } from '../src/call/types.js';
import { FakeDevices, FakePeer, FakeScreens } from './browser.js';
import { FakeServer, type Line } from './server.js';

/** One person at one browser tab. */
export interface Person {
  readonly client: DuetClient;
  readonly devices: FakeDevices;
  /** Every call that was announced here, and every one that waits. */
  readonly incoming: Call[];
  readonly waiting: Call[];
  /** What the browser says of the network around it. */
  notice(what: Surroundings): void;
}

/** A server, people's browsers, and one clock that the test moves. */
export class World {
  now = 1_000_000;
  mediaDown = false;
  readonly screens: FakeScreens;
  readonly server = new FakeServer(this);
  readonly peers: FakePeer[] = [];
  private tasks: (() => void)[] = [];
  private readonly timers = new Set<{ at: number; code: () => void }>();

  constructor() {
    this.screens = new FakeScreens();
  }

  later(task: () => void): void {
    this.tasks.push(task);
  }

  at(at: number, code: () => void): () => void {
    const timer = { at, code };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  /** Lets everything happen that needs no time. */
  async settle(): Promise<void> {
    do {
      const tasks = this.tasks;
      this.tasks = [];
      for (const task of tasks) {
        task();
        // A turn of the real event loop runs every promise reaction there is.
        await new Promise((resolve) => setTimeout(resolve));
      }
      await new Promise((resolve) => setTimeout(resolve));
    } while (this.tasks.length > 0);
  }

  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    await this.settle();
    for (;;) {
      const [next] = [...this.timers].filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
      if (!next) break;
      this.timers.delete(next);
      this.now = Math.max(this.now, next.at);
      next.code();
      await this.settle();
    }
    this.now = until;
  }

  /** Somebody opens a tab and signs in. */
  async person(userId: string, deviceId = `${userId}-1`): Promise<Person> {
    const devices = new FakeDevices();
    const listeners = new Set<(what: Surroundings) => void>();
    const platform = this.platform(listeners);
    const client = new DuetClient(
      { server: 'http://duet.test', sdkAppId: 1, userId, deviceId, userSigProvider: () => Promise.resolve('sig') },
      {
        platform,
        createMedia: () => new LocalMedia(devices.capture, devices.captureScreen),
        createPeer: (configuration) => new FakePeer(this, configuration) as unknown as RTCPeerConnection,
      },
    );
    const incoming: Call[] = [];
    const waiting: Call[] = [];
    client.on('incoming', (call) => incoming.push(call));
    client.on('waiting', (call) => waiting.push(call));
    void client.login();
    await this.settle();
    return { client, devices, incoming, waiting, notice: (what) => listeners.forEach((listener) => listener(what)) };
  }

  /** A browser in this world. */
  platform(listeners = new Set<(what: Surroundings) => void>()): Platform {
    return {
      now: () => this.now,
      random: () => 0,
      openSocket: (_, events) => this.openSocket(events),
      wake: (at, code) => this.at(at, code),
      watchSurroundings: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    };
  }

  private openSocket(events: SocketEvents): Socket {
    let open = true;
    const whileOpen = (code: () => void) => () => {
      if (open) code();
    };
    const line: Line = {
      send: (text) => this.later(whileOpen(() => events.frame(text))),
      drop: () => this.later(whileOpen(() => events.closed())),
    };
    this.later(whileOpen(events.opened));
    return {
      send: (text) => this.later(whileOpen(() => this.server.receive(line, text))),
      close: () => {
        open = false;
        this.server.logins.delete(line);
      },
    };
  }
}

/** The states a call goes through, each once. */
export function watch(call: Call): CallState['kind'][] {
  const seen = [call.state.kind];
  call.on('change', () => {
    if (seen.at(-1) !== call.state.kind) seen.push(call.state.kind);
  });
  return seen;
}
