// SPDX-License-Identifier: Apache-2.0
import { Emitter } from '../events.js';
import { withStartBitrate } from './sdp.js';
import { readStats, type LinkStats } from './stats.js';

export type Sent = 'audio' | 'camera' | 'screen';

/** The tracks on which the other side arrives; there from the start, silent until something is sent. */
export type Received = Readonly<Record<Sent, MediaStreamTrack>>;

interface PeerEvents {
  state: (state: RTCPeerConnectionState) => void;
}

export type PeerFactory = (configuration: RTCConfiguration) => RTCPeerConnection;

/** Enough for 960x540 at 30 frames; the sender's congestion control goes below by itself. */
export const cameraBitrate = 1_200_000;
const screenBitrate = 1_500_000;

/**
 * The RTCPeerConnection of one stay in a room. Its three transceivers, audio, camera and screen in this order, send and
 * receive from the start, so that one offer and one answer last: what is sent changes by replacing tracks.
 */
export class PeerLink {
  private readonly emitter = new Emitter<PeerEvents>();
  private readonly connection: RTCPeerConnection;
  private readonly transceivers: Readonly<Record<Sent, RTCRtpTransceiver>>;
  private previous: LinkStats | undefined;

  constructor(iceServers: readonly RTCIceServer[], create: PeerFactory = (config) => new RTCPeerConnection(config)) {
    this.connection = create({ iceServers: [...iceServers], bundlePolicy: 'max-bundle' });
    this.transceivers = {
      audio: this.connection.addTransceiver('audio', { direction: 'sendrecv' }),
      camera: this.video(cameraBitrate),
      screen: this.video(screenBitrate),
    };
    this.connection.addEventListener('connectionstatechange', () => {
      this.emitter.emit('state', this.connection.connectionState);
    });
  }

  private video(maxBitrate: number): RTCRtpTransceiver {
    return this.connection.addTransceiver('video', { direction: 'sendrecv', sendEncodings: [{ maxBitrate }] });
  }

  on<E extends keyof PeerEvents>(event: E, listener: PeerEvents[E]): () => void {
    return this.emitter.on(event, listener);
  }

  get received(): Received {
    const { audio, camera, screen } = this.transceivers;
    return { audio: audio.receiver.track, camera: camera.receiver.track, screen: screen.receiver.track };
  }

  send(what: Sent, track: MediaStreamTrack | undefined): void {
    const { sender } = this.transceivers[what];
    if (sender.track === (track ?? null)) return;
    // Rejects only once the connection is closed, when nobody waits for the track any more.
    sender.replaceTrack(track ?? null).catch(() => {});
  }

  async setMaxBitrate(what: 'camera' | 'screen', bitsPerSecond: number): Promise<void> {
    const { sender } = this.transceivers[what];
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) encoding.maxBitrate = bitsPerSecond;
    await sender.setParameters(parameters);
  }

  /** An offer that is already in force here. The server's answer holds all it has, so no candidate is waited for. */
  async offer(): Promise<string> {
    await this.connection.setLocalDescription();
    return this.connection.localDescription?.sdp ?? '';
  }

  async restart(): Promise<string> {
    this.connection.restartIce();
    return this.offer();
  }

  async answer(sdp: string): Promise<void> {
    await this.connection.setRemoteDescription({ type: 'answer', sdp: withStartBitrate(sdp) });
  }

  /** Figures since the last call. */
  async stats(): Promise<LinkStats> {
    this.previous = readStats(await this.connection.getStats(), this.previous);
    return this.previous;
  }

  close(): void {
    this.connection.close();
  }
}
