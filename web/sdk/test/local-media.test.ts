// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Curtain } from '../src/media/curtain.js';
import { EffectWarning, type EffectNotice, type VideoEffect } from '../src/media/effect.js';
import { LocalMedia } from '../src/media/local.js';
import { captureScreen } from '../src/media/screen.js';
import { refused } from '../src/result.js';
import { FakeDevices, FakeScreens, FakeTrack } from './browser.js';

let screens: FakeScreens;
let devices: FakeDevices;
let media: LocalMedia;
beforeEach(() => {
  screens = new FakeScreens();
  screens.refusal = undefined;
  devices = new FakeDevices();
  media = new LocalMedia(devices.capture, devices.captureScreen);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Turns of the event loop in which promises settle. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** An audio graph as far as a mixer needs it. */
class FakeContext extends EventTarget {
  static readonly made: FakeContext[] = [];
  state = 'suspended';
  readonly outlet = new FakeTrack('audio');
  readonly gains: { gain: { value: number }; connect(to: unknown): unknown; disconnect(): void }[] = [];
  sources = 0;

  constructor() {
    super();
    FakeContext.made.push(this);
  }

  createMediaStreamDestination(): object {
    return { stream: { getAudioTracks: () => [this.outlet] } };
  }

  createMediaStreamSource(): object {
    this.sources += 1;
    return { connect: (to: unknown) => to, disconnect: () => (this.sources -= 1) };
  }

  createGain(): object {
    const gain = { gain: { value: 1 }, connect: (to: unknown) => to, disconnect: () => {} };
    this.gains.push(gain);
    return gain;
  }

  resume(): Promise<void> {
    this.state = 'running';
    this.dispatchEvent(new Event('statechange'));
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.state = 'closed';
    return Promise.resolve();
  }
}

describe('a shared screen', () => {
  test('is sent in a place of its own, with its sound as the voice when there is none', async () => {
    devices.screenSound = true;
    expect(await media.openScreen()).toMatchObject({ code: 0 });
    const [picture, sound] = devices.opened;
    expect(media.outgoing).toEqual({ audio: sound, camera: undefined, screen: picture });
    expect(media.flags).toEqual({ audio: true, video: false, screen: true });
    expect(picture?.contentHint).toBe('detail');
    media.close('screen');
    expect(devices.live).toEqual([]);
    expect(media.flags).toEqual({ audio: false, video: false, screen: false });
  });

  test('may take the camera’s place, which has it back afterwards', async () => {
    await media.open({ camera: true });
    await media.openScreen({ place: 'camera' });
    const [camera, screen] = devices.opened;
    expect(media.outgoing).toMatchObject({ camera: screen, screen: undefined });
    expect(media.flags).toEqual({ audio: false, video: true, screen: false });
    media.close('screen');
    expect(media.outgoing.camera).toBe(camera);
  });

  test('that the browser ends is told', async () => {
    const lost: string[] = [];
    media.on('lost', (kind, { code }) => lost.push(`${kind} ${code}`));
    await media.openScreen();
    devices.opened[0]?.unplug();
    expect(lost).toEqual(['screen -7001']);
    expect(media.screen).toBeUndefined();
  });

  test('goes on without its sound when that ends', async () => {
    devices.screenSound = true;
    await media.openScreen();
    devices.opened[1]?.unplug();
    expect(media.flags).toEqual({ audio: false, video: false, screen: true });
  });

  test('closed while the person was choosing is not left on', async () => {
    const opening = media.openScreen();
    media.close('screen');
    expect(await opening).toMatchObject({ code: 0 });
    expect(devices.live).toEqual([]);
  });

  test('is opened once, however often it is asked for', async () => {
    await Promise.all([media.openScreen(), media.openScreen()]);
    await media.openScreen();
    expect(devices.opened).toHaveLength(1);
  });

  test('paused sends its last frame, and its sound stops', async () => {
    devices.screenSound = true;
    const still = new FakeTrack('video');
    const draw = { drawImage: () => {}, canvas: document.createElement('canvas') };
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(draw as never);
    HTMLCanvasElement.prototype.captureStream = () => ({ getVideoTracks: () => [still] }) as never;
    for (const side of ['videoWidth', 'videoHeight']) {
      Object.defineProperty(HTMLVideoElement.prototype, side, { value: 1920, configurable: true });
    }
    await media.openScreen();
    expect(media.pauseScreen(true)).toBe(true);
    expect(media.pauseScreen(true)).toBe(false);
    expect(media.outgoing.screen).toBeUndefined();
    await turn();
    expect(media.outgoing).toEqual({ audio: undefined, camera: undefined, screen: still });
    expect(media.flags).toEqual({ audio: false, video: false, screen: true });
    expect(media.pauseScreen(false)).toBe(true);
    expect(media.outgoing.screen).toBe(devices.opened[0]);
    expect(still.readyState).toBe('ended');
  });

  test('muted is not sent', async () => {
    await media.openScreen();
    media.setScreenMuted(true);
    expect([media.outgoing.screen, media.flags.screen]).toEqual([undefined, false]);
    media.setScreenMuted(false);
    expect(media.flags.screen).toBe(true);
  });
});

const refusing = (name: string): void => {
  const getDisplayMedia = (): Promise<never> => Promise.reject(new DOMException('', name));
  vi.stubGlobal('navigator', { mediaDevices: { getDisplayMedia } });
};

describe('asking for a screen', () => {
  test.each([
    ['NotAllowedError', -1308, 1206],
    ['NotReadableError', -1308, undefined],
  ])('%s is %i, with the warning %s', async (name, code, warning) => {
    refusing(name);
    const answer = await captureScreen({});
    expect([answer.code, (answer as { warning?: number }).warning]).toEqual([code, warning]);
  });

  test('in a browser that has none is -1309', async () => {
    vi.stubGlobal('navigator', { mediaDevices: {} });
    expect(await captureScreen({})).toMatchObject({ code: -1309 });
    vi.stubGlobal('navigator', {});
    expect(await captureScreen({})).toMatchObject({ code: -1309 });
  });
});

describe('a muted camera', () => {
  test('stays on, and nothing is sent', async () => {
    await media.open({ camera: true });
    media.setVideoMuted(true);
    expect(devices.live).toEqual(['video']);
    expect([media.outgoing.camera, media.flags.video]).toEqual([undefined, false]);
    expect(media.camera).toBe(devices.opened[0]);
    media.setVideoMuted(false);
    expect(media.flags.video).toBe(true);
  });

  test('sends a picture that stands still where one was given', async () => {
    const still = new FakeTrack('video');
    const draw = { drawImage: () => {}, canvas: document.createElement('canvas') };
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(draw as never);
    HTMLCanvasElement.prototype.captureStream = () => ({ getVideoTracks: () => [still] }) as never;
    await media.open({ camera: true });
    media.setMuteImage(document.createElement('canvas'), 5);
    expect(media.outgoing.camera).toBe(devices.opened[0]);
    media.setVideoMuted(true);
    expect(media.outgoing.camera).toBe(still);
    expect(media.flags.video).toBe(true);
    media.setMuteImage(undefined, 5);
    expect(media.flags.video).toBe(false);
    expect(still.readyState).toBe('ended');
  });

  test('sends nothing where the browser makes no track of a picture', () => {
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
    const curtain = new Curtain();
    curtain.show(document.createElement('canvas'), 5);
    curtain.draw(true);
    expect(curtain.picture).toBeUndefined();
  });
});

describe('the volume of the own voice', () => {
  beforeEach(() => {
    FakeContext.made.length = 0;
    vi.stubGlobal('AudioContext', FakeContext);
  });

  test('as it is costs no audio graph', async () => {
    await media.open({ microphone: true });
    media.setGain(1);
    expect(FakeContext.made).toEqual([]);
    expect(media.outgoing.audio).toBe(devices.opened[0]);
  });

  test('another goes through a graph that ends when it is not needed', async () => {
    await media.open({ microphone: true });
    media.setGain(0.5);
    const [graph] = FakeContext.made;
    expect(graph?.gains[0]?.gain.value).toBe(0.5);
    expect(media.outgoing.audio).toBe(graph?.outlet);
    media.setGain(1.5);
    expect(FakeContext.made).toHaveLength(1);
    expect(graph?.gains.map(({ gain }) => gain.value)).toEqual([1.5]);
    media.setGain(1);
    expect(graph?.state).toBe('closed');
    expect(media.outgoing.audio).toBe(devices.opened[0]);
  });

  test('mixes in the sound of a shared screen', async () => {
    devices.screenSound = true;
    await media.open({ microphone: true });
    await media.openScreen();
    const [graph] = FakeContext.made;
    expect([graph?.sources, media.outgoing.audio]).toEqual([2, graph?.outlet]);
    media.setMuted(true);
    expect(media.flags.audio).toBe(true);
    media.close('screen');
    expect(media.outgoing.audio).toBe(devices.opened[0]);
    expect(media.flags.audio).toBe(false);
  });

  test('stays as it is where the browser does not let the graph run', async () => {
    FakeContext.prototype.resume = () => Promise.reject(new Error('No gesture.'));
    await media.open({ microphone: true });
    media.setGain(0.5);
    expect(media.outgoing.audio).toBe(devices.opened[0]);
    vi.stubGlobal('AudioContext', undefined);
    media.setGain(0.6);
    media.close('microphone');
  });
});

/** Fits both kinds of slot. */
type FakeEffect = Omit<VideoEffect, 'kind'> & { readonly kind: never; tell?: (notice: EffectNotice) => void };

describe('an effect', () => {
  const made: FakeTrack[] = [];
  const effect = (kind: 'video' | 'audio'): FakeEffect =>
    ({
      kind,
      name: 'test',
      start(this: { tell?: unknown }, _: unknown, tell: unknown) {
        this.tell = tell;
        const track = new FakeTrack(kind);
        made.push(track);
        return Promise.resolve(track);
      },
      stop: vi.fn(),
    }) as never;
  beforeEach(() => {
    made.length = 0;
  });

  test('is seen and sent in place of the camera, and the camera again when it is off', async () => {
    const blur = effect('video');
    await media.open({ camera: true });
    media.setVideoEffect(blur);
    expect(media.outgoing.camera).toBe(devices.opened[0]);
    await turn();
    expect(media.outgoing.camera).toBe(made[0]);
    expect(media.stream?.getVideoTracks()).toEqual([made[0]]);
    expect(media.device('camera')).toBe(devices.opened[0]);
    media.setVideoEffect(undefined);
    expect(media.outgoing.camera).toBe(devices.opened[0]);
    expect(blur.stop).toHaveBeenCalledTimes(1);
  });

  test('on the voice is heard through the mute', async () => {
    await media.open({ microphone: true });
    media.setAudioEffect(effect('audio'));
    await turn();
    expect(media.outgoing.audio).toBe(made[0]);
    media.setMuted(true);
    expect(devices.opened[0]?.enabled).toBe(false);
  });

  test('starts anew with another camera, and stops with none', async () => {
    const blur = effect('video');
    media.setVideoEffect(blur);
    await media.open({ camera: true });
    await turn();
    expect(media.outgoing.camera).toBe(made[0]);
    await media.reopen('camera', media.cameraWish);
    await turn();
    expect(media.outgoing.camera).toBe(made[1]);
    media.close('camera');
    expect(blur.stop).toHaveBeenCalled();
    expect(media.outgoing.camera).toBeUndefined();
  });

  test('set before the camera opens lets nobody see the plain picture first', async () => {
    media.setVideoEffect(effect('video'));
    await media.open({ camera: true });
    expect(media.outgoing.camera).not.toBe(devices.opened[0]);
    await turn();
    expect(media.outgoing.camera).toBe(made[0]);
  });

  test('in place of another lets nobody see the plain picture in between', async () => {
    await media.open({ camera: true });
    media.setVideoEffect(effect('video'));
    await turn();
    media.setVideoEffect(effect('video'));
    expect(media.outgoing.camera).toBeUndefined();
    await turn();
    expect(media.outgoing.camera).toBe(made[1]);
  });

  test('set before the camera opens that cannot begin lets the plain picture out after all', async () => {
    media.setVideoEffect({ ...effect('video'), start: () => Promise.reject(new Error('No model.')) });
    await media.open({ camera: true });
    await turn();
    expect(media.outgoing.camera).toBe(devices.opened[0]);
    expect(media.flags.video).toBe(true);
  });

  test('overtaken while it starts is not used', async () => {
    const [first, second] = [effect('video'), effect('video')];
    await media.open({ camera: true });
    media.setVideoEffect(first);
    media.setVideoEffect(second);
    await turn();
    expect(media.outgoing.camera).toBe(made[1]);
    expect(first.stop).toHaveBeenCalled();
    expect(second.stop).not.toHaveBeenCalled();
  });

  test('that cannot begin leaves the camera as it is, and says so', async () => {
    const told: EffectNotice[] = [];
    media.on('effect', (_, notice) => told.push(notice));
    const broken = { ...effect('video'), start: () => Promise.reject(new Error('No model.')) };
    await media.open({ camera: true });
    media.setVideoEffect(broken);
    await turn();
    expect(media.outgoing.camera).toBe(devices.opened[0]);
    expect(told).toMatchObject([{ kind: 'fellBack', code: EffectWarning.unsupported }]);
  });

  test('that falls back is told of, once it is still the one', async () => {
    const told: EffectNotice[] = [];
    media.on('effect', (_, notice) => told.push(notice));
    const blur = effect('video');
    await media.open({ camera: true });
    media.setVideoEffect(blur);
    blur.tell?.({ kind: 'resumed' });
    media.setVideoEffect(undefined);
    blur.tell?.({ kind: 'resumed' });
    expect(told).toEqual([{ kind: 'resumed' }]);
  });
});

describe('another device in place of the open one', () => {
  test('is opened before the old one is closed', async () => {
    await media.open({ microphone: true });
    const former = media.microphoneWish;
    media.microphoneWish = { deviceId: 'b' };
    expect(await media.reopen('microphone', former)).toMatchObject({ code: 0 });
    expect(devices.wanted.at(-1)?.microphone).toEqual({ deviceId: 'b' });
    expect(devices.opened.map(({ readyState }) => readyState)).toEqual(['ended', 'live']);
  });

  test('that is in use while the old one is open is tried again without it', async () => {
    await media.open({ camera: true });
    const [old] = devices.opened;
    const open = devices.capture;
    const opener = vi.fn(async (wanted: Parameters<typeof open>[0]) =>
      old?.readyState === 'live' ? { microphone: undefined, camera: refused(-1316, 'In use.') } : open(wanted),
    );
    (media as unknown as { opener: typeof open }).opener = opener;
    expect(await media.reopen('camera', media.cameraWish)).toMatchObject({ code: 0 });
    expect(opener).toHaveBeenCalledTimes(2);
    expect(devices.live).toEqual(['video']);
  });

  test('that cannot be had brings the old one back', async () => {
    await media.open({ camera: true });
    const former = media.cameraWish;
    const open = devices.capture;
    (media as unknown as { opener: typeof open }).opener = (wanted) =>
      wanted.camera?.deviceId === 'broken'
        ? Promise.resolve({ microphone: undefined, camera: refused(-1301, 'Broken.') })
        : open(wanted);
    media.cameraWish = { ...former, deviceId: 'broken' };
    expect(await media.reopen('camera', former)).toMatchObject({ code: -1301 });
    expect(media.cameraWish).toBe(former);
    expect(media.flags.video).toBe(true);
  });

  test('closed while it was being opened stays closed', async () => {
    await media.open({ camera: true });
    const reopening = media.reopen('camera', media.cameraWish);
    media.close('camera');
    expect(await reopening).toMatchObject({ code: 0 });
    expect(devices.live).toEqual([]);
  });
});

test('a microphone that does not stop has its number, and is let go of', async () => {
  await media.open({ microphone: true });
  const [track] = devices.opened;
  if (track) {
    track.stop = () => {
      throw new Error('stuck');
    };
  }
  expect(media.close('microphone')).toMatchObject({ code: -1320 });
  expect(media.microphone).toBeUndefined();
});

test('a camera that cannot be brought to a size has its number', async () => {
  await media.open({ camera: true });
  const [track] = devices.opened;
  if (track) track.refusal = new DOMException('', 'OverconstrainedError');
  expect(await media.adjustCamera({ width: 1, height: 1, fps: 1 })).toMatchObject({ code: -1315 });
});
