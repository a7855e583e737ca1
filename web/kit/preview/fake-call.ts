// SPDX-License-Identifier: Apache-2.0
import type { Call, CallState, EndReason, EndSide, Result } from '@duet/sdk';

const done: Result = { code: 0, desc: '' };

/** A call without a server: does at once what it is told, and can be put into any state. */
export class FakeCall implements Call {
  direction: Call['direction'] = 'outgoing';
  peer = 'bob';
  media: Call['media'] = 'video';
  inviteId: string | undefined = 'invite';
  state: CallState = { kind: 'inviting' };
  localStream: MediaStream | undefined;
  remoteStream: MediaStream | undefined;
  muted = false;
  cameraOn = true;
  deviceProblem: Result | undefined;
  remote: Call['remote'] = { audio: true, video: true, screen: false };
  quality: Call['quality'] = { local: 1, remote: 2, rtt: 24, upLoss: 0, downLoss: 0 };
  /** What `setCamera` answers. */
  cameraResult: Result = done;
  /** What `accept` answers. */
  acceptResult: Result = done;
  readonly #listeners = new Set<() => void>();

  constructor(fields: Partial<FakeCall> = {}) {
    this.set(fields);
  }

  set(fields: Partial<FakeCall>): this {
    Object.assign(this, fields);
    this.#listeners.forEach((listener) => listener());
    return this;
  }

  end(reason: EndReason, side: EndSide, code = 0, message = '') {
    const talkedMs = this.state.kind === 'talking' ? Date.now() - this.state.since : 0;
    return this.set({ state: { kind: 'ended', reason, side, code, message, talkedMs } });
  }

  accept(): Promise<Result> {
    if (this.acceptResult.code === 0) this.set({ state: { kind: 'talking', since: Date.now() } });
    return Promise.resolve(this.acceptResult);
  }

  reject(): Promise<Result> {
    this.end('reject', 'local');
    return Promise.resolve(done);
  }

  cancel(): Promise<Result> {
    this.end('canceled', 'local');
    return Promise.resolve(done);
  }

  hangUp(): Promise<void> {
    this.end('hangup', 'local');
    return Promise.resolve();
  }

  setMuted(muted: boolean): void {
    this.set({ muted });
  }

  setCamera(on: boolean): Promise<Result> {
    if (this.cameraResult.code === 0) this.set({ cameraOn: on });
    return Promise.resolve(this.cameraResult);
  }

  on(_event: 'change', listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
