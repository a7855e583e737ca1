// SPDX-License-Identifier: Apache-2.0
import { done, refused, type Result } from '../src/result.js';
import type { Captured, Wanted } from '../src/media/devices.js';
import type { World } from './world.js';

/** A track of a device or of the other side. */
export class FakeTrack extends EventTarget {
  enabled = true;
  contentHint = '';
  readyState: 'live' | 'ended' = 'live';

  constructor(readonly kind: 'audio' | 'video') {
    super();
  }

  stop(): void {
    this.readyState = 'ended';
  }

  /** What a pulled plug does. */
  unplug(): void {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
}

/** happy-dom has the name MediaStream but not its tracks. */
export class FakeStream {
  private readonly tracks = new Set<FakeTrack>();

  getTracks(): FakeTrack[] {
    return [...this.tracks];
  }

  getAudioTracks(): FakeTrack[] {
    return this.getTracks().filter(({ kind }) => kind === 'audio');
  }

  getVideoTracks(): FakeTrack[] {
    return this.getTracks().filter(({ kind }) => kind === 'video');
  }

  addTrack(track: FakeTrack): void {
    this.tracks.add(track);
  }

  removeTrack(track: FakeTrack): void {
    this.tracks.delete(track);
  }
}

/** The devices of one person; each can be forbidden. */
export class FakeDevices {
  readonly opened: FakeTrack[] = [];
  microphone: Result | undefined;
  camera: Result | undefined;

  readonly capture = (wanted: Wanted): Promise<Captured> =>
    Promise.resolve({
      microphone: wanted.microphone ? this.open('audio', this.microphone) : undefined,
      camera: wanted.camera ? this.open('video', this.camera) : undefined,
    });

  private open(kind: 'audio' | 'video', refusal: Result | undefined): Result<MediaStreamTrack> {
    if (refusal) return refused(refusal.code, refusal.desc);
    const track = new FakeTrack(kind);
    this.opened.push(track);
    return done(track as unknown as MediaStreamTrack);
  }

  get live(): string[] {
    return this.opened.filter(({ readyState }) => readyState === 'live').map(({ kind }) => kind);
  }
}

interface FakeSender {
  track: unknown;
  /** As they were set last. */
  parameters: { encodings: RTCRtpEncodingParameters[]; degradationPreference?: string };
  replaceTrack(track: unknown): Promise<void>;
  getParameters(): object;
  setParameters(parameters: FakeSender['parameters']): Promise<void>;
}

interface FakeTransceiver {
  readonly kind: string;
  readonly init: RTCRtpTransceiverInit;
  readonly sender: FakeSender;
  readonly receiver: { track: FakeTrack };
}

/** A media connection that comes up as soon as it has an answer, unless the world's media is down. */
export class FakePeer extends EventTarget {
  readonly transceivers: FakeTransceiver[] = [];
  connectionState: RTCPeerConnectionState = 'new';
  localDescription: { sdp: string } | null = null;
  restarts = 0;

  constructor(
    private readonly world: World,
    readonly configuration: RTCConfiguration,
  ) {
    super();
    world.peers.push(this);
  }

  addTransceiver(kind: 'audio' | 'video', init: RTCRtpTransceiverInit): FakeTransceiver {
    const sender: FakeSender = {
      track: null,
      parameters: { encodings: init.sendEncodings?.map((each) => ({ ...each })) ?? [{}] },
      replaceTrack: (track) => {
        sender.track = track;
        return Promise.resolve();
      },
      getParameters: () => structuredClone(sender.parameters),
      setParameters: (parameters) => {
        sender.parameters = parameters;
        return Promise.resolve();
      },
    };
    const transceiver = { kind, init, sender, receiver: { track: new FakeTrack(kind) } };
    this.transceivers.push(transceiver);
    return transceiver;
  }

  setLocalDescription(): Promise<void> {
    this.localDescription = { sdp: `offer ${this.restarts}` };
    return Promise.resolve();
  }

  setRemoteDescription(): Promise<void> {
    if (!this.world.mediaDown) this.world.later(() => this.become('connected'));
    return Promise.resolve();
  }

  restartIce(): void {
    this.restarts += 1;
  }

  become(state: RTCPeerConnectionState): void {
    if (this.connectionState === 'closed') return;
    this.connectionState = state;
    this.dispatchEvent(new Event('connectionstatechange'));
  }

  getStats(): Promise<Map<string, object>> {
    return Promise.resolve(new Map());
  }

  close(): void {
    this.connectionState = 'closed';
  }

  get sending(): string[] {
    return this.transceivers.filter(({ sender }) => sender.track).map(({ kind }) => kind);
  }
}
