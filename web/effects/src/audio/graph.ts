// SPDX-License-Identifier: Apache-2.0
import { EffectWarning, type EffectNotice } from '@duet/sdk';
import { awake, fallBack, observe, paceAt, type Pace } from '../pace.js';
import { endTrack } from '../end-track.js';
import { checkResources } from '../resources.js';
import { noiseNode, sampleRate } from './node.js';

const tick_ms = 1000;
/** Between ticks that are further apart the page slept, and nothing can be said about its speed. */
const slept_ms = 5000;
/** Seconds of sound per second below which a voice has gaps. */
const realTime = 0.9;
/** A page that a person has touched may play sound at once; one that has not, never. */
const patience_ms = 3000;

/** The microphone, the model and the track between them. */
export class VoiceGraph {
  private pace: Pace = paceAt(performance.now());
  private last: { readonly wall: number; readonly sound: number };
  private readonly timer: ReturnType<typeof setInterval>;
  private readonly mute: GainNode;

  private constructor(
    private readonly context: AudioContext,
    private readonly source: MediaStreamAudioSourceNode,
    private readonly node: AudioWorkletNode,
    private readonly sink: MediaStreamAudioDestinationNode,
    private readonly tell: (notice: EffectNotice) => void,
  ) {
    this.mute = new GainNode(context, { gain: 0 });
    this.mute.connect(sink);
    this.last = this.clocks();
    this.timer = setInterval(() => this.tick(), tick_ms);
    node.addEventListener('processorerror', () => this.broke('its model stopped.'));
    context.addEventListener('statechange', () => void this.keepRunning());
    this.wire();
  }

  static async open(microphone: MediaStreamTrack, tell: (notice: EffectNotice) => void): Promise<VoiceGraph> {
    await checkResources();
    const context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
    try {
      await running(context);
      const source = context.createMediaStreamSource(new MediaStream([microphone]));
      const sink = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      const graph = new VoiceGraph(context, source, await noiseNode(context), sink, tell);
      microphone.addEventListener('ended', () => graph.end());
      return graph;
    } catch (error) {
      void context.close();
      throw error;
    }
  }

  get track(): MediaStreamTrack {
    const [track] = this.sink.stream.getAudioTracks();
    if (!track) throw new Error('This browser gives no track for sound that was worked on.');
    return track;
  }

  /** Connects as the pace's phase says. While trying, the model's work is done and not heard. */
  private wire(): void {
    const { phase } = this.pace;
    this.source.disconnect();
    this.node.disconnect();
    if (phase !== 'on') this.source.connect(this.sink);
    if (phase === 'off') return;
    this.source.connect(this.node);
    this.node.connect(phase === 'on' ? this.sink : this.mute);
  }

  /** The clocks of the page and of the sound; the second falls behind when the sound is not made in time. */
  private clocks(): { wall: number; sound: number } {
    return { wall: performance.now(), sound: this.context.currentTime };
  }

  private tick(): void {
    const { last } = this;
    const now = this.clocks();
    this.last = now;
    const took = now.wall - last.wall;
    if (took > slept_ms || this.context.state !== 'running') return;
    const next = observe(this.pace, { at: now.wall, done: now.sound - last.sound, took }, realTime);
    this.turn(awake(next, now.wall), EffectWarning.tooSlow, 'this device is too slow for it.');
  }

  private broke(why: string): void {
    this.turn(fallBack(this.pace, performance.now()), EffectWarning.unsupported, why);
  }

  private turn(next: Pace, code: EffectWarning, why: string): void {
    const before = this.pace.phase;
    this.pace = next;
    if (before === next.phase) return;
    this.wire();
    if (next.phase === 'on') this.tell({ kind: 'resumed' });
    if (before !== 'on') return;
    this.tell({
      kind: 'fellBack',
      code,
      desc: `The noise suppression is off, and the microphone is sent as it is: ${why}`,
    });
  }

  /** A system that took the sound away, for a phone call or an alarm, is asked to give it back. */
  private async keepRunning(): Promise<void> {
    const { context } = this;
    if (context.state !== 'running' && context.state !== 'closed') await context.resume().catch(() => {});
  }

  private end(): void {
    endTrack(this.track);
    this.close();
  }

  close(): void {
    clearInterval(this.timer);
    this.track.stop();
    this.source.disconnect();
    this.node.port.postMessage('end');
    if (this.context.state !== 'closed') void this.context.close();
  }
}

async function running(context: AudioContext): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, patience_ms));
  await Promise.race([context.resume(), late]);
  if (context.state === 'running') return;
  throw new Error('The page may not work on sound yet: start the noise suppression after a click or a key.');
}
