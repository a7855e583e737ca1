// SPDX-License-Identifier: Apache-2.0
import { Emitter } from '../events.js';
import { withStartBitrate } from './sdp.js';
import { Report, type Mids } from './report.js';
import { readStats, type LinkStats } from './stats.js';

export type Sent = 'audio' | 'camera' | 'screen';

/** The tracks on which the other side arrives; there from the start, silent until something is sent. */
export type Received = Readonly<Record<Sent, MediaStreamTrack>>;

interface PeerEvents {
  state: (state: RTCPeerConnectionState) => void;
}

export type PeerFactory = (configuration: RTCConfiguration) => RTCPeerConnection;

/** How something is encoded; what is left out is the browser's choice. */
export interface Encoding {
  readonly maxBitrate?: number;
  readonly maxFramerate?: number;
  readonly scaleResolutionDownBy?: number;
  readonly degradationPreference?: RTCDegradationPreference;
}

/** The camera's second, smaller picture, for a receiver that asks for it. */
export interface SmallPicture extends Encoding {
  readonly active: boolean;
}

/** The names of the camera's two pictures on the wire. */
const [high, low] = ['h', 'l'];

/** Enough for 960x540 at 30 frames; the sender's congestion control goes below by itself. */
export const cameraBitrate = 1_200_000;
const screenBitrate = 1_500_000;
export const smallPicture: SmallPicture = { active: false, scaleResolutionDownBy: 4, maxBitrate: 150_000 };

/**
 * How many pictures of the camera a connection declares. Two can be switched without another connection, but Chromium
 * then lets frames go on a lossy network where it would make a single picture smaller: only for who asks for two.
 */
export type Pictures = 'one' | 'two';

const declared: Readonly<Record<Pictures, RTCRtpEncodingParameters[]>> = {
  one: [{ maxBitrate: cameraBitrate }],
  two: [
    { rid: high, maxBitrate: cameraBitrate },
    { rid: low, ...smallPicture },
  ],
};

type Parameters = RTCRtpSendParameters & { degradationPreference?: RTCDegradationPreference };

/**
 * The RTCPeerConnection of one stay in a room. Its three transceivers, audio, camera and screen in this order, send and
 * receive from the start, so that one offer and one answer last: what is sent changes by replacing tracks. A small
 * picture of the camera, where two are declared, is silent until it is switched on.
 */
export class PeerLink {
  private readonly emitter = new Emitter<PeerEvents>();
  private readonly connection: RTCPeerConnection;
  private readonly transceivers: Readonly<Record<Sent, RTCRtpTransceiver>>;
  private previous: Report | undefined;
  private small = smallPicture;
  /** Whether the server tells the camera's two pictures apart; otherwise a second one would only garble the first. */
  private simulcast = false;
  /** A sender's parameters are read and written in turns, never interleaved. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    iceServers: readonly RTCIceServer[],
    create: PeerFactory = (config) => new RTCPeerConnection(config),
    pictures: Pictures = 'one',
  ) {
    this.connection = create({ iceServers: [...iceServers], bundlePolicy: 'max-bundle' });
    this.transceivers = {
      audio: this.connection.addTransceiver('audio', { direction: 'sendrecv' }),
      camera: this.connection.addTransceiver('video', { direction: 'sendrecv', sendEncodings: declared[pictures] }),
      screen: this.connection.addTransceiver('video', {
        direction: 'sendrecv',
        sendEncodings: [{ maxBitrate: screenBitrate }],
      }),
    };
    this.connection.addEventListener('connectionstatechange', () => {
      this.emitter.emit('state', this.connection.connectionState);
    });
  }

  on<E extends keyof PeerEvents>(event: E, listener: PeerEvents[E]): () => void {
    return this.emitter.on(event, listener);
  }

  get connected(): boolean {
    return this.connection.connectionState === 'connected';
  }

  get received(): Received {
    const { audio, camera, screen } = this.transceivers;
    return { audio: audio.receiver.track, camera: camera.receiver.track, screen: screen.receiver.track };
  }

  /** Where frames come or go. */
  end(what: Sent, side: 'send' | 'receive'): RTCRtpSender | RTCRtpReceiver {
    const { sender, receiver } = this.transceivers[what];
    return side === 'send' ? sender : receiver;
  }

  /** Offers these codecs only, where the browser has them. Before the offer. */
  prefer(audio: readonly string[], video: readonly string[]): void {
    for (const [what, names] of [
      ['audio', audio],
      ['camera', video],
      ['screen', video],
    ] as const) {
      const { codecs = [] } = RTCRtpReceiver.getCapabilities(what === 'audio' ? 'audio' : 'video') ?? {};
      this.transceivers[what].setCodecPreferences(codecs.filter(({ mimeType }) => names.includes(mimeType)));
    }
  }

  /** The names of the sections in the browser's statistics. */
  private get mids(): Mids {
    const { audio, camera, screen } = this.transceivers;
    return { audio: audio.mid ?? undefined, camera: camera.mid ?? undefined, screen: screen.mid ?? undefined };
  }

  send(what: Sent, track: MediaStreamTrack | undefined): void {
    const { sender } = this.transceivers[what];
    if (sender.track === (track ?? null)) return;
    // Rejects only once the connection is closed, when nobody waits for the track any more.
    sender.replaceTrack(track ?? null).catch(() => {});
  }

  shape(what: Sent, { degradationPreference, ...encoding }: Encoding): void {
    this.alter(what, (parameters) => {
      if (degradationPreference) parameters.degradationPreference = degradationPreference;
      const [first] = parameters.encodings;
      if (first) Object.assign(first, encoding);
    });
  }

  shapeSmall(small: SmallPicture): void {
    this.small = small;
    this.applySmall();
  }

  private applySmall(): void {
    this.alter('camera', ({ encodings }) => {
      const second = encodings.find(({ rid }) => rid === low);
      if (second) Object.assign(second, this.small, { active: this.small.active && this.simulcast });
    });
  }

  private alter(what: Sent, change: (parameters: Parameters) => void): void {
    const { sender } = this.transceivers[what];
    this.turn = this.turn.then(async () => {
      try {
        const parameters = sender.getParameters();
        change(parameters);
        await sender.setParameters(parameters);
      } catch {
        // Closed, or more than this browser can: it goes on as it is.
      }
    });
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
    this.simulcast = /^a=simulcast:/m.test(sdp);
    // An answer that takes the small picture switches it on, whatever was set before.
    this.applySmall();
  }

  /** Figures since the last call. */
  async stats(): Promise<{ link: LinkStats; report: Report }> {
    const report = await this.report();
    const link = readStats(report, this.previous);
    this.previous = report;
    return { link, report };
  }

  async report(): Promise<Report> {
    return new Report(await this.connection.getStats(), this.mids);
  }

  close(): void {
    this.connection.close();
  }
}
