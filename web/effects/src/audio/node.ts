// SPDX-License-Identifier: Apache-2.0
import { resource } from '../resources.js';

/** The rate of the sounds that the model was trained with; it knows no other. */
export const sampleRate = 48_000;

/** A node that lets only voices through. Rejects when it cannot be made here. */
export async function noiseNode(context: BaseAudioContext): Promise<AudioWorkletNode> {
  // Absent on pages that are neither HTTPS nor localhost, whatever the type says.
  const worklet = context.audioWorklet as AudioWorklet | undefined;
  if (!worklet) throw new Error('The noise suppression needs HTTPS or localhost, and a browser with audio worklets.');
  await worklet.addModule(resource('noise-worklet.js'));
  return new AudioWorkletNode(context, 'duet-noise', {
    outputChannelCount: [1],
    // A microphone of two channels is one voice all the same.
    channelCount: 1,
    channelCountMode: 'explicit',
  });
}
