// SPDX-License-Identifier: Apache-2.0
import { vi } from 'vitest';
import { done, type Result } from '../src/result.js';
import type { Captured, Wanted } from '../src/media/devices.js';
import { Report } from '../src/media/report.js';
import type { CapturedScreen } from '../src/media/screen.js';
import type { World } from './world.js';

/** A track of a device or of the other side. */
export class FakeTrack extends EventTarget {
  enabled = true;
  contentHint = '';
  label = '';
  readyState: 'live' | 'ended' = 'live';
  settings: MediaTrackSettings = {};
  capabilities: object = {};
  readonly applied: object[] = [];
  /** What it cannot be brought to. */
  refusal: Error | undefined;

  constructor(readonly kind: 'audio' | 'video') {
    super();
  }

  getSettings(): MediaTrackSettings {
    return this.settings;
  }

  getCapabilities(): object {
    return this.capabilities;
  }

  applyConstraints(constraints: object): Promise<void> {
    if (this.refusal) return Promise.reject(this.refusal);
    this.applied.push(constraints);
    return Promise.resolve();
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
  private readonly tracks: Set<FakeTrack>;

  constructor(tracks: readonly FakeTrack[] = []) {
    this.tracks = new Set(tracks);
  }

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
  /** What was asked for, each time. */
  readonly wanted: Wanted[] = [];
  microphone: Result | undefined;
  camera: Result | undefined;
  screen: Result | undefined;
  /** Whether a shared screen comes with its sound. */
  screenSound = false;

  readonly capture = (wanted: Wanted): Promise<Captured> => {
    this.wanted.push(wanted);
    return Promise.resolve({
      microphone: wanted.microphone ? this.open('audio', this.microphone) : undefined,
      camera: wanted.camera ? this.open('video', this.camera) : undefined,
    });
  };

  readonly captureScreen = (): Promise<Result<CapturedScreen>> => {
    const { data, ...answer } = this.open('video', this.screen);
    if (!data) return Promise.resolve(answer);
    const sound = this.screenSound ? this.open('audio', undefined).data : undefined;
    return Promise.resolve(done({ picture: data, sound }));
  };

  private open(kind: 'audio' | 'video', refusal: Result | undefined): Result<MediaStreamTrack> {
    if (refusal) return refusal as Result<never>;
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
  readonly mid: string;
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
  /** What the browser counts. */
  stats = new Map<string, object>();

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
    const mid = String(this.transceivers.length);
    const transceiver = { kind, mid, init, sender, receiver: { track: new FakeTrack(kind) } };
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
    return Promise.resolve(new Map(this.stats));
  }

  close(): void {
    this.connectionState = 'closed';
  }

  get sending(): string[] {
    return this.transceivers.filter(({ sender }) => sender.track).map(({ kind }) => kind);
  }
}

/** Lets elements of the page play fake streams, and frames be seen as the test says. */
export class FakeScreens {
  private readonly waiting = new Map<HTMLVideoElement, VideoFrameRequestCallback>();
  /** What `play` of an audio element rejects with. */
  refusal: Error | undefined;

  constructor() {
    vi.stubGlobal('MediaStream', FakeStream);
    const { waiting } = this;
    const media = HTMLMediaElement.prototype;
    Object.defineProperty(media, 'srcObject', { value: null, writable: true, configurable: true });
    media.play = () => (this.refusal ? Promise.reject(this.refusal) : Promise.resolve());
    media.pause = () => {};
    HTMLVideoElement.prototype.requestVideoFrameCallback = function wait(callback): number {
      waiting.set(this, callback);
      return 0;
    };
  }

  /** A frame appears, in another size than before or for the first time. */
  frame(video: HTMLVideoElement, width: number, height: number): void {
    for (const [name, value] of Object.entries({ videoWidth: width, videoHeight: height })) {
      Object.defineProperty(video, name, { value, configurable: true });
    }
    this.waiting.get(video)?.(0, { width, height } as VideoFrameCallbackMetadata);
    this.waiting.delete(video);
    video.dispatchEvent(new Event('resize'));
  }
}

/** The tracks an element shows. */
export const shown = (video: HTMLMediaElement | null): unknown[] =>
  (video?.srcObject as FakeStream | null | undefined)?.getTracks() ?? [];

/** What a browser counts, as it is read. */
export const reported = (entries: readonly object[]): Report =>
  new Report(new Map(entries.map((entry, i) => [String(i), entry])), {
    audio: undefined,
    camera: undefined,
    screen: undefined,
  });
