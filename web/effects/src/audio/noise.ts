// SPDX-License-Identifier: Apache-2.0
import type { AudioEffect, EffectNotice } from '@duet/sdk';
import type { VoiceGraph } from './graph.js';

/** Takes what is no voice out of the microphone: keyboards, fans, streets. Its model is loaded when it starts. */
export class NoiseSuppression implements AudioEffect {
  readonly kind = 'audio';
  readonly name = 'duet-noise-suppression';
  private graph: VoiceGraph | undefined;
  /** Counted up by whatever makes a start under way worthless. */
  private turn = 0;

  async start(track: MediaStreamTrack, tell: (notice: EffectNotice) => void): Promise<MediaStreamTrack> {
    this.stop();
    const { turn } = this;
    const { VoiceGraph } = await import('./graph.js');
    const graph = await VoiceGraph.open(track, tell);
    if (turn !== this.turn) {
      graph.close();
      throw new Error('The noise suppression was stopped or started anew before it had begun.');
    }
    this.graph = graph;
    return graph.track;
  }

  stop(): void {
    this.turn++;
    this.graph?.close();
    this.graph = undefined;
  }
}
