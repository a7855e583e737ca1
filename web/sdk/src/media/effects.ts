// SPDX-License-Identifier: Apache-2.0
import type { AudioEffect, EffectNotice, VideoEffect } from './effect.js';
import { EffectWarning } from './effect.js';

/** A device's track with an effect behind it, if one is set: `track` is what is shown and sent now. */
export class EffectSlot<E extends VideoEffect | AudioEffect> {
  private effect: E | undefined;
  private input: MediaStreamTrack | undefined;
  private output: MediaStreamTrack | undefined;
  /** Counted up by whatever makes a start under way worthless. */
  private turn = 0;
  /** A picture that was to be changed is shown to nobody unchanged: it waits until the effect runs, or cannot. */
  private held = false;

  /** `changed`: another track goes out, without anybody having fed or set anything. */
  constructor(
    private readonly changed: () => void,
    private readonly tell: (effect: E, notice: EffectNotice) => void,
  ) {}

  get track(): MediaStreamTrack | undefined {
    return this.output ?? (this.held ? undefined : this.input);
  }

  /** What the device gives; undefined when it is off. */
  feed(input: MediaStreamTrack | undefined): void {
    if (this.input === input) return;
    this.input = input;
    this.restart(this.effect?.kind === 'video');
  }

  /** On a picture that was seen plain it goes on being seen plain until the effect runs. */
  set(effect: E | undefined): void {
    if (this.effect === effect) return;
    const covered = effect?.kind === 'video' && (this.held || this.output !== undefined);
    this.stop(this.effect);
    this.effect = effect;
    this.restart(covered);
  }

  private restart(held: boolean): void {
    const turn = ++this.turn;
    this.output = undefined;
    this.held = held;
    const { effect, input } = this;
    if (effect && input) void this.start(effect, input, turn);
    else this.stop(effect);
  }

  private async start(effect: E, input: MediaStreamTrack, turn: number): Promise<void> {
    try {
      const output = await effect.start(input, (notice) => {
        if (this.effect === effect) this.tell(effect, notice);
      });
      if (this.turn !== turn) return this.overtaken(effect);
      this.output = output;
      this.changed();
    } catch (error) {
      if (this.turn === turn) this.giveUp(effect, error);
    }
  }

  private giveUp(effect: E, error: unknown): void {
    const wasHeld = this.held;
    this.held = false;
    const desc = `The effect ${effect.name} could not begin: ${String(error)}.`;
    this.tell(effect, { kind: 'fellBack', code: EffectWarning.unsupported, desc });
    if (wasHeld) this.changed();
  }

  /** Started again since, the effect has left the track this start made by itself. */
  private overtaken(effect: E): void {
    if (this.effect !== effect || !this.input) this.stop(effect);
  }

  private stop(effect: E | undefined): void {
    try {
      effect?.stop();
    } catch (error) {
      reportError(error);
    }
  }
}
