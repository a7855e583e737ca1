// SPDX-License-Identifier: Apache-2.0

/** Something to send without a camera or a microphone; each track may be missing. */
export interface TestSignal {
  readonly camera?: MediaStreamTrack | undefined;
  readonly audio?: MediaStreamTrack | undefined;
  stop(): void;
}

const [width, height, fps] = [640, 360, 30];
/** Noise as coarse as this fills whatever bitrate an encoder is given, and still costs little to draw. */
const grain = 4;

/** A picture of noise and a voice of next to nothing. */
export function testSignal(): TestSignal {
  const timers: number[] = [];
  const context = quietly(() => new AudioContext());
  const camera = quietly(() => noise(timers));
  const audio = context && quietly(() => hum(context));
  return {
    camera,
    audio,
    stop: () => {
      timers.forEach(clearInterval);
      camera?.stop();
      void context?.close().catch(() => {});
    },
  };
}

/** Undefined where the browser cannot: the other half of the signal is enough. */
function quietly<T>(code: () => T): T | undefined {
  try {
    return code();
  } catch {
    return undefined;
  }
}

function noise(timers: number[]): MediaStreamTrack | undefined {
  const [small, big] = [document.createElement('canvas'), document.createElement('canvas')];
  Object.assign(small, { width: width / grain, height: height / grain });
  Object.assign(big, { width, height });
  const [grains, shown] = [small.getContext('2d'), big.getContext('2d')];
  if (!grains || !shown) return undefined;
  const image = grains.createImageData(small.width, small.height);
  const words = new Uint32Array(image.data.buffer);
  const draw = (): void => {
    for (let i = 0; i < words.length; i += 1) words[i] = Math.random() * 0xffffffff;
    grains.putImageData(image, 0, 0);
    shown.drawImage(small, 0, 0, width, height);
  };
  timers.push(window.setInterval(draw, 1000 / fps));
  return big.captureStream(fps).getVideoTracks()[0];
}

function hum(context: AudioContext): MediaStreamTrack | undefined {
  const outlet = context.createMediaStreamDestination();
  const tone = new OscillatorNode(context);
  tone.connect(new GainNode(context, { gain: 0.001 })).connect(outlet);
  tone.start();
  return outlet.stream.getAudioTracks()[0];
}
