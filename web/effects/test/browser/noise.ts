// SPDX-License-Identifier: Apache-2.0
import { NoiseSuppression } from '@duet/effects';
import { noiseNode, sampleRate } from '../../src/audio/node.js';
import { check, equal, expect, until } from './checks.js';

const seconds = 3;

/** White noise, the same in each run. */
function noise(context: BaseAudioContext): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, seconds * sampleRate, sampleRate);
  let seed = 1;
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    samples[i] = (seed / 2 ** 32 - 0.5) * 0.2;
  }
  return new AudioBufferSourceNode(context, { buffer });
}

const rms = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);

check('white noise is lowered by more than 20 dB', async () => {
  const context = new OfflineAudioContext(1, seconds * sampleRate, sampleRate);
  const source = noise(context);
  const loud = rms(source.buffer?.getChannelData(0) ?? new Float32Array());
  source.connect(await noiseNode(context)).connect(context.destination);
  source.start();
  const rendered = (await context.startRendering()).getChannelData(0);
  // The first second is left to the model to find out what is noise.
  const quiet = rms(rendered.subarray(sampleRate));
  expect('the lowering in dB', 20 * Math.log10(loud / Math.max(quiet, 1e-9)), { over: 20 });
});

check('what is no noise comes through', async () => {
  const context = new OfflineAudioContext(1, seconds * sampleRate, sampleRate);
  const source = voice(context);
  const loud = rms(source.buffer?.getChannelData(0) ?? new Float32Array());
  source.connect(await noiseNode(context)).connect(context.destination);
  source.start();
  const left = rms((await context.startRendering()).getChannelData(0).subarray(sampleRate));
  expect('what is left in dB', 20 * Math.log10(left / loud), { over: -10 });
});

/** Something like a vowel: pulses of a gliding pitch through two formants, in syllables. */
function voice(context: BaseAudioContext): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, seconds * sampleRate, sampleRate);
  const samples = buffer.getChannelData(0);
  let phase = 0;
  for (let i = 0; i < samples.length; i++) {
    const at = i / sampleRate;
    phase += (130 + 25 * Math.sin(3 * at)) / sampleRate;
    const loudness = Math.max(0, Math.sin(2 * Math.PI * 2.5 * at));
    let sum = 0;
    for (let harmonic = 1; harmonic <= 24; harmonic++) {
      const pitch = harmonic * 130;
      const formants = 1 / (1 + ((pitch - 700) / 180) ** 2) + 0.6 / (1 + ((pitch - 1200) / 220) ** 2);
      sum += (formants + 0.05) * Math.sin(2 * Math.PI * harmonic * phase);
    }
    samples[i] = 0.12 * loudness * sum;
  }
  return new AudioBufferSourceNode(context, { buffer });
}

check('on a microphone it gives a track of its own and leaves the microphone', async () => {
  const [microphone] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks();
  if (!microphone) throw new Error('no microphone');
  const effect = new NoiseSuppression();
  const track = await effect.start(microphone, () => {});
  equal('the track', track.readyState, 'live');
  equal('whether it is another track', track === microphone, false);
  effect.stop();
  equal('the track then', track.readyState, 'ended');
  equal('the microphone', microphone.readyState, 'live');
  const again = await effect.start(microphone, () => {});
  microphone.stop();
  microphone.dispatchEvent(new Event('ended'));
  await until('the end of the track', () => again.readyState === 'ended');
});
