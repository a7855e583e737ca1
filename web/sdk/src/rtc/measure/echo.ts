// SPDX-License-Identifier: Apache-2.0
import type { PeerFactory } from '../../media/peer.js';

/** Something to send without a camera or a microphone. */
export interface TestSignal {
  readonly tracks: readonly MediaStreamTrack[];
  stop(): void;
}

const [width, height, fps] = [640, 360, 30];
/** Noise as coarse as this fills whatever bitrate an encoder is given, and still costs little to draw. */
const grain = 4;

/** A picture of noise and a voice of silence. */
export function testSignal(): TestSignal {
  const picture = noise();
  const voice = silence();
  const tracks = [voice?.track, picture?.track].filter((track) => track !== undefined);
  return {
    tracks,
    stop: () => {
      for (const each of [picture, voice]) each?.stop();
    },
  };
}

function noise(): { track: MediaStreamTrack; stop(): void } | undefined {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: width / grain, height: height / grain });
  const big = document.createElement('canvas');
  Object.assign(big, { width, height });
  const [context, shown] = [canvas.getContext('2d'), big.getContext('2d')];
  if (!context || !shown || !('captureStream' in big)) return undefined;
  const [track] = big.captureStream(fps).getVideoTracks();
  const image = context.createImageData(canvas.width, canvas.height);
  const words = new Uint32Array(image.data.buffer);
  const draw = (): void => {
    for (let i = 0; i < words.length; i += 1) words[i] = Math.random() * 0xffffffff;
    context.putImageData(image, 0, 0);
    shown.drawImage(canvas, 0, 0, width, height);
  };
  const timer = setInterval(draw, 1000 / fps);
  return track && { track, stop: () => (clearInterval(timer), track.stop()) };
}

/** Undefined where the browser does not let an audio graph run; the picture alone is enough then. */
function silence(): { track: MediaStreamTrack; stop(): void } | undefined {
  try {
    const context = new AudioContext();
    const outlet = context.createMediaStreamDestination();
    const tone = context.createOscillator();
    const gain = context.createGain();
    gain.gain.value = 0.001;
    tone.connect(gain).connect(outlet);
    tone.start();
    const [track] = outlet.stream.getAudioTracks();
    return track && { track, stop: () => (track.stop(), void context.close().catch(() => {})) };
  } catch {
    return undefined;
  }
}

/** The connection of a speed test: what is sent comes back from the server. */
export class Echo {
  private readonly connection: RTCPeerConnection;

  constructor(
    iceServers: readonly RTCIceServer[],
    signal: TestSignal,
    maxBitrate: number,
    create: PeerFactory = (config) => new RTCPeerConnection(config),
  ) {
    this.connection = create({ iceServers: [...iceServers], bundlePolicy: 'max-bundle' });
    for (const kind of ['audio', 'video'] as const) {
      const track = signal.tracks.find((each) => each.kind === kind);
      const { sender } = this.connection.addTransceiver(kind, {
        direction: 'sendrecv',
        ...(kind === 'video' && { sendEncodings: [{ maxBitrate }] }),
      });
      if (track) sender.replaceTrack(track).catch(() => {});
    }
  }

  async offer(): Promise<string> {
    await this.connection.setLocalDescription();
    return this.connection.localDescription?.sdp ?? '';
  }

  answer(sdp: string): Promise<void> {
    return this.connection.setRemoteDescription({ type: 'answer', sdp });
  }

  get state(): RTCPeerConnectionState {
    return this.connection.connectionState;
  }

  report(): Promise<RTCStatsReport> {
    return this.connection.getStats();
  }

  close(): void {
    this.connection.close();
  }
}
