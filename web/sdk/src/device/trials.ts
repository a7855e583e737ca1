// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import type { DeviceRefusal } from '../media/devices.js';
import type { Opener } from '../media/local.js';
import type { CameraWish, MicrophoneWish } from '../media/devices.js';
import { broken, done, refused, type Result } from '../result.js';
import { Meter } from '../rtc/sound/meter.js';
import { Speaker } from '../rtc/sound/speaker.js';
import { loudness } from '../rtc/sound/voice.js';
import { findView } from '../rtc/view/find.js';
import { Picture } from '../rtc/view/picture.js';
import type { Platform } from '../session/platform.js';

/** What a trial works with. */
export interface TrialTools {
  readonly clock: Platform;
  readonly open: Opener;
  readonly wishes: () => { readonly camera: CameraWish; readonly microphone: MicrophoneWish };
  readonly sink: () => string;
  readonly heard: (what: 'mic' | 'speaker', volume: number) => void;
}

type Stop = () => void;

/** A tone when no file is given: as a telephone's. */
const tone_Hz = 440;
const speaker_ms = 200;

/** Tries devices before a call: nothing is sent, and what a call has open is left alone. */
export class Trials {
  private readonly running = new Map<'camera' | 'mic' | 'speaker', Stop>();
  /** Counted up by whatever makes a start under way worthless. */
  private readonly turns = { camera: 0, mic: 0, speaker: 0 };

  constructor(private readonly tools: TrialTools) {}

  stop(what: 'camera' | 'mic' | 'speaker'): void {
    this.turns[what] += 1;
    this.running.get(what)?.();
    this.running.delete(what);
  }

  stopAll(): void {
    for (const what of ['camera', 'mic', 'speaker'] as const) this.stop(what);
  }

  /** Keeps what was begun, unless it was stopped meanwhile. */
  private keep(what: 'camera' | 'mic' | 'speaker', turn: number, stop: Stop): Result {
    if (this.turns[what] === turn) this.running.set(what, stop);
    else stop();
    return done();
  }

  async camera(view: unknown): Promise<Result & { warning?: number }> {
    const element = findView(view);
    if (!element) return refused(Code.invalidParameter, 'There is no such view on the page.');
    this.stop('camera');
    const turn = this.turns.camera;
    const { camera } = await this.tools.open({ camera: this.tools.wishes().camera, microphone: undefined });
    if (!camera?.data) return camera as DeviceRefusal;
    const track = camera.data;
    const picture = new Picture(element, { firstFrame: () => {}, resized: () => {} });
    picture.render({ turns: 0, fill: true, mirrored: this.tools.wishes().camera.facingMode !== 'environment' });
    picture.show(track);
    return this.keep('camera', turn, () => {
      picture.release();
      track.stop();
    });
  }

  async mic(interval_ms: number, playback: boolean): Promise<Result & { warning?: number }> {
    this.stop('mic');
    const turn = this.turns.mic;
    const { microphone } = await this.tools.open({ microphone: this.tools.wishes().microphone, camera: undefined });
    if (!microphone?.data) return microphone as DeviceRefusal;
    const track = microphone.data;
    const meter = Meter.open(track);
    const speaker = playback ? new Speaker(() => {}) : undefined;
    speaker?.play(track);
    const ticking = this.tick(interval_ms, () => this.tools.heard('mic', loudness(meter?.read() ?? 0)));
    return this.keep('mic', turn, () => {
      ticking();
      meter?.close();
      speaker?.close();
      track.stop();
    });
  }

  /** Plays a file, or a tone. */
  async speaker(file: string | undefined): Promise<Result> {
    this.stop('speaker');
    const turn = this.turns.speaker;
    try {
      const playing = await play(file, this.tools.sink());
      const ticking = this.tick(speaker_ms, () => this.tools.heard('speaker', loudness(playing.level())));
      return this.keep('speaker', turn, () => {
        ticking();
        playing.stop();
      });
    } catch (error) {
      return broken(Code.speakerStartFail, 'Starting the speaker', error);
    }
  }

  private tick(interval_ms: number, code: () => void): Stop {
    const { clock } = this.tools;
    let on = true;
    const again = (): void => {
      clock.wake(clock.now() + interval_ms, () => {
        if (!on) return;
        code();
        again();
      });
    };
    again();
    return () => {
      on = false;
    };
  }
}

async function play(file: string | undefined, sink: string): Promise<{ level: () => number; stop: Stop }> {
  const context = new AudioContext();
  const stop = (): void => void context.close().catch(() => {});
  try {
    if (sink) await (context as { setSinkId?(id: string): Promise<void> }).setSinkId?.(sink);
    const element = file === undefined ? undefined : new Audio(file);
    const source = element ? context.createMediaElementSource(element) : tone(context);
    const outlet = context.createMediaStreamDestination();
    source.connect(context.destination);
    source.connect(outlet);
    await context.resume();
    await element?.play();
    const [track] = outlet.stream.getAudioTracks();
    const meter = track && Meter.open(track);
    return { level: () => meter?.read() ?? 0, stop: () => (element?.pause(), meter?.close(), stop()) };
  } catch (error) {
    stop();
    throw error;
  }
}

function tone(context: AudioContext): AudioNode {
  const oscillator = new OscillatorNode(context, { frequency: tone_Hz });
  const gain = new GainNode(context, { gain: 0.3 });
  oscillator.connect(gain);
  oscillator.start();
  return gain;
}
