// SPDX-License-Identifier: Apache-2.0

/** What goes into the audio that is sent. */
export interface Ingredients {
  readonly voice: MediaStreamTrack | undefined;
  /** The sound of a shared screen. */
  readonly sound: MediaStreamTrack | undefined;
  /** Of the voice; 1 leaves it as it is. */
  readonly gain: number;
}

/** The least that makes a mix necessary: otherwise the voice goes out as it is, and no audio graph runs. */
export const needsMixing = ({ voice, sound, gain }: Ingredients): boolean =>
  (sound !== undefined && voice !== undefined) || (voice !== undefined && gain !== 1);

/** Voice and a screen's sound in one track, each as loud as it is asked for. */
export class Mixer {
  private context: AudioContext | undefined;
  private outlet: MediaStreamAudioDestinationNode | undefined;
  private sources: AudioNode[] = [];
  private voice: GainNode | undefined;
  private mixed: Ingredients | undefined;

  /** `changed`: the graph has begun to run, or has stopped. */
  constructor(private readonly changed: () => void) {}

  /** Undefined while nothing is mixed, and while the browser does not let the graph run: it would be silent. */
  get track(): MediaStreamTrack | undefined {
    return this.context?.state === 'running' ? this.outlet?.stream.getAudioTracks()[0] : undefined;
  }

  mix(wanted: Ingredients): void {
    if (!needsMixing(wanted)) return this.close();
    if (!this.open()) return;
    const { mixed } = this;
    this.mixed = wanted;
    if (mixed?.voice !== wanted.voice || mixed?.sound !== wanted.sound) {
      this.disconnect();
      this.voice = this.connect(wanted.voice);
      this.connect(wanted.sound);
    }
    if (this.voice) this.voice.gain.value = wanted.gain;
  }

  private open(): boolean {
    if (this.context) return true;
    try {
      const context = new AudioContext();
      this.context = context;
      this.outlet = context.createMediaStreamDestination();
      context.addEventListener('statechange', () => {
        if (this.context === context) this.changed();
      });
      context.resume().catch(() => {});
      return true;
    } catch {
      this.close();
      return false;
    }
  }

  private connect(track: MediaStreamTrack | undefined): GainNode | undefined {
    const { context, outlet } = this;
    if (!context || !outlet || !track) return undefined;
    const source = context.createMediaStreamSource(new MediaStream([track]));
    const gain = context.createGain();
    source.connect(gain).connect(outlet);
    this.sources.push(source, gain);
    return gain;
  }

  private disconnect(): void {
    for (const node of this.sources.splice(0)) node.disconnect();
  }

  close(): void {
    this.disconnect();
    this.mixed = undefined;
    this.outlet = undefined;
    const { context } = this;
    this.context = undefined;
    context?.close().catch(() => {});
  }
}
