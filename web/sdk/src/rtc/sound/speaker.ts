// SPDX-License-Identifier: Apache-2.0
import { Code } from '../../codes.js';
import { broken, done, refused, type Result } from '../../result.js';

type Sink = { setSinkId?(id: string): Promise<void> };

/** Louder than the element can: what goes beyond 100 takes an audio graph. */
interface Amplifier {
  readonly context: AudioContext;
  readonly gain: GainNode;
}

/** Plays what the other side says, by itself, without an element of the page. */
export class Speaker {
  private readonly element = document.createElement('audio');
  private amplifier: Amplifier | undefined;
  private track: MediaStreamTrack | undefined;
  private volume = 1;
  private silent = false;
  private sink = '';
  private unblock: () => void = () => {};

  /** `failed` is told of what a person would otherwise not know. */
  constructor(private readonly failed: (why: Result) => void) {}

  play(track: MediaStreamTrack | undefined): void {
    if (this.track === track) return;
    this.track = track;
    this.unblock();
    this.element.srcObject = track ? new MediaStream([track]) : null;
    this.apply();
    if (track) void this.start();
  }

  /** 1 is as it comes. */
  setVolume(volume: number): void {
    this.volume = volume;
    this.apply();
  }

  setMuted(muted: boolean): void {
    this.silent = muted;
    this.apply();
  }

  get sinkId(): string {
    return this.sink;
  }

  /** Plays on another device; the empty id is the system's choice. */
  async setSink(id: string): Promise<Result> {
    const { element } = this;
    if (!('setSinkId' in element)) return refused(Code.notSupported, 'This browser does not let a page choose.');
    try {
      await (element as Sink).setSinkId?.(id);
      await (this.amplifier?.context as Sink | undefined)?.setSinkId?.(id);
      this.sink = id;
      return done();
    } catch (error) {
      return broken(Code.speakerStartFail, 'Using the speaker', error);
    }
  }

  private async start(): Promise<void> {
    try {
      await this.element.play();
    } catch (error) {
      const name = error instanceof Error ? error.name : '';
      // What was playing has been replaced meanwhile.
      if (name === 'AbortError') return;
      if (name === 'NotAllowedError') return this.awaitGesture();
      this.failed(broken(Code.speakerStartFail, 'Starting the speaker', error));
    }
  }

  /** A browser that has not been touched yet plays no sound: the first touch or key starts it. */
  private awaitGesture(): void {
    this.unblock();
    const touched = (): void => {
      this.unblock();
      void this.start();
      this.amplifier?.context.resume().catch(() => {});
    };
    const gestures = ['pointerup', 'keydown'] as const;
    for (const gesture of gestures) document.addEventListener(gesture, touched, true);
    this.unblock = () => {
      for (const gesture of gestures) document.removeEventListener(gesture, touched, true);
    };
  }

  private apply(): void {
    if (this.volume > 1 && this.track) this.amplify(this.track);
    else this.calm();
    const { element, amplifier } = this;
    const amplified = amplifier?.context.state === 'running';
    if (amplifier) amplifier.gain.gain.value = this.silent ? 0 : this.volume;
    element.volume = Math.min(1, this.volume);
    // Amplified, it still has to play, muted: browsers decode what no element wants for nobody.
    element.muted = this.silent || amplified;
  }

  private amplify(track: MediaStreamTrack): void {
    if (this.amplifier) return;
    try {
      const context = new AudioContext();
      const gain = context.createGain();
      context
        .createMediaStreamSource(new MediaStream([track]))
        .connect(gain)
        .connect(context.destination);
      this.amplifier = { context, gain };
      context.addEventListener('statechange', () => {
        if (this.amplifier?.context === context) this.apply();
      });
      context.resume().catch(() => {});
      if (this.sink) (context as Sink).setSinkId?.(this.sink).catch(() => {});
    } catch {
      // As loud as the element can.
    }
  }

  private calm(): void {
    const { amplifier } = this;
    this.amplifier = undefined;
    amplifier?.context.close().catch(() => {});
  }

  close(): void {
    this.play(undefined);
    this.calm();
  }
}
