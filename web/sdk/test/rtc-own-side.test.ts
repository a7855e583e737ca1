// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { registerVideoEffect } from '../src/media/effect.js';
import { RtcVideoEncParam, shapeOf, scaleDown } from '../src/rtc/encode/encoder.js';
import { resolutionOf, RtcVideoResolution, RtcVideoResolutionMode } from '../src/rtc/encode/resolutions.js';
import { RtcAppScene, RtcAudioQuality, RtcVideoStreamType } from '../src/rtc/types.js';
import { asked, params, together, visitor, type Visitor } from './rtc.js';
import { World } from './world.js';

const { big, small, sub } = RtcVideoStreamType;
const { portrait, landscape } = RtcVideoResolutionMode;

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => {
  vi.unstubAllGlobals();
  registerVideoEffect(undefined);
});

/** The camera's two, of whoever connected first. */
const pictures = (): unknown[] => sender(0, 1)?.encodings ?? [];

/** As the parameters of a sender were set last. */
const sender = (peer: number, place: 0 | 1 | 2) => world.peers[peer]?.transceivers[place]?.sender.parameters;

describe('the table of resolutions', () => {
  test('has every size of the guide with what a call needs for it', () => {
    expect(
      Object.values(RtcVideoResolution).map((value) => Object.values(resolutionOf(value) ?? {}).join(' ')),
    ).toEqual(
      [
        ['120 120 80', '160 160 100', '270 270 200', '480 480 350'],
        ['160 120 100', '240 180 150', '280 210 200', '320 240 250', '400 300 300'],
        ['480 360 400', '640 480 600', '960 720 1000'],
        ['160 90 150', '256 144 200', '320 180 250', '480 270 350', '640 360 500', '960 540 850'],
        ['1280 720 1200', '1920 1080 2000'],
      ].flat(),
    );
  });

  test('portrait stands it upright', () => {
    const param = { videoResolution: 110, videoFps: 15, videoBitrate: 850 } as const;
    expect(shapeOf({ ...param, videoResolutionMode: portrait })).toEqual({
      width: 540,
      height: 960,
      fps: 15,
      kbps: 850,
    });
    expect(shapeOf({ ...param, videoResolutionMode: landscape })).toMatchObject({ width: 960, height: 540 });
    expect(shapeOf({ videoResolution: 110 })).toMatchObject({ width: 540, fps: 15, kbps: 850 });
    expect(shapeOf(new RtcVideoEncParam())).toEqual({ width: 720, height: 1280, fps: 10, kbps: 1600 });
  });

  test.each([[undefined], ['x'], [{}], [{ videoResolution: 111 }], [{ videoResolution: 110, videoFps: 0 }]])(
    '%j stands for nothing',
    (param) => expect(shapeOf(param)).toBeUndefined(),
  );

  test('a picture is scaled down to it whichever way the device is held, never up', () => {
    const wanted = { width: 540, height: 960, fps: 15, kbps: 850 };
    expect(scaleDown({ width: 1280, height: 720 }, wanted)).toBeCloseTo(4 / 3);
    expect(scaleDown({ width: 720, height: 1280 }, wanted)).toBeCloseTo(4 / 3);
    expect(scaleDown({ width: 640, height: 480 }, wanted)).toBe(1);
    expect(scaleDown({}, wanted)).toBe(1);
  });
});

describe('how the own picture is encoded', () => {
  test('before entering, and after', async () => {
    const { rtc, devices, log } = visitor(world);
    rtc.setVideoEncoderParam(
      new RtcVideoEncParam({
        videoResolution: RtcVideoResolution.res_960_540,
        videoFps: 15,
        videoBitrate: 850,
        videoResolutionMode: portrait,
      }),
    );
    rtc.startLocalPreview(true);
    await world.settle();
    expect(devices.wanted[0]?.camera).toMatchObject({ width: 540, height: 960, fps: 15 });
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    expect(sender(0, 1)?.encodings[0]).toMatchObject({ maxBitrate: 850_000, maxFramerate: 15 });
    rtc.setVideoEncoderParam({ videoResolution: 108, videoFps: 20, videoResolutionMode: landscape });
    await world.settle();
    expect(sender(0, 1)?.encodings[0]).toMatchObject({ maxBitrate: 500_000, maxFramerate: 20 });
    expect(devices.opened[0]?.applied.at(-1)).toMatchObject({ width: { ideal: 640 }, height: { ideal: 360 } });
    rtc.setVideoEncoderParam({ videoResolution: 1 as never, videoBitrate: -1 });
    expect(log.at(-1)).toContain('onError(-2, ');
  });

  test('follows another camera', async () => {
    const [alice] = await together(world);
    alice.rtc.setVideoEncoderParam({ videoResolution: 108, videoResolutionMode: landscape });
    alice.rtc.startLocalPreview(true);
    await world.settle();
    const [camera] = alice.devices.opened;
    if (camera) camera.settings = { width: 1280, height: 720 };
    alice.rtc.setVideoEncoderParam({ videoResolution: 108, videoResolutionMode: landscape });
    await world.settle();
    expect(sender(0, 1)?.encodings[0]?.scaleResolutionDownBy).toBe(2);
    await alice.rtc.getDeviceManager().switchCamera(false);
    await world.settle();
    expect(sender(0, 1)?.encodings[0]?.scaleResolutionDownBy).toBe(1);
  });

  test('that the camera cannot do is -1315', async () => {
    const { rtc, devices, told } = visitor(world);
    rtc.startLocalPreview(true);
    await world.settle();
    const [camera] = devices.opened;
    if (camera) camera.refusal = new DOMException('', 'OverconstrainedError');
    rtc.setVideoEncoderParam({ videoResolution: 114 });
    await world.settle();
    expect(told('onError').map(([code]) => code)).toEqual([-1315]);
  });

  test('gives way as it is told to', async () => {
    const [alice] = await together(world);
    alice.rtc.setNetworkQosParam({ preference: 2 });
    await world.settle();
    expect(sender(0, 1)?.degradationPreference).toBe('maintain-resolution');
    alice.rtc.setNetworkQosParam({ preference: 1 });
    await world.settle();
    expect(sender(0, 1)?.degradationPreference).toBe('maintain-framerate');
    alice.rtc.setNetworkQosParam({ preference: 3 } as never);
    expect(alice.log.at(-1)).toContain('onError(-2, ');
  });

  test('the voice has the bitrate of its quality', async () => {
    const [alice] = await together(world);
    alice.rtc.startLocalAudio(RtcAudioQuality.speech);
    await world.settle();
    expect(sender(0, 0)?.encodings[0]?.maxBitrate).toBe(16_000);
    alice.rtc.startLocalAudio(RtcAudioQuality.music);
    await world.settle();
    expect(sender(0, 0)?.encodings[0]?.maxBitrate).toBe(128_000);
    expect(alice.devices.wanted.map(({ microphone }) => microphone?.music)).toEqual([false, true]);
    expect(alice.log).toEqual(['onMicDidReady()']);
    alice.rtc.startLocalAudio(9 as never);
    expect(alice.log.at(-1)).toContain('onError(-2, ');
  });
});

describe('the small picture', () => {
  const toSmall = { videoResolution: 100, videoResolutionMode: landscape } as const;

  test('is not declared by who never asked for it', async () => {
    await together(world);
    expect(pictures()).toEqual([{ maxBitrate: 1_200_000 }]);
  });

  test('asked for before entering it is declared, and switched off and on without an offer', async () => {
    const { rtc } = visitor(world);
    expect(rtc.enableEncSmallVideoStream(true, toSmall)).toBe(0);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    const on = [{ rid: 'h' }, { rid: 'l', active: true, maxBitrate: 150_000 }];
    expect(pictures()).toMatchObject(on);
    expect(rtc.enableEncSmallVideoStream(false)).toBe(0);
    await world.settle();
    expect(pictures()).toMatchObject([{ rid: 'h' }, { rid: 'l', active: false }]);
    expect(rtc.enableEncSmallVideoStream(true, toSmall)).toBe(0);
    await world.settle();
    expect(pictures()).toMatchObject(on);
    expect(world.peers).toHaveLength(1);
  });

  test('asked for in a room it comes with another connection, of which nobody is told', async () => {
    const [alice, bob] = await together(world);
    for (const each of [alice, bob]) each.rtc.startLocalPreview(true);
    alice.rtc.startRemoteView('bob', big, document.createElement('video'));
    await world.settle();
    for (const each of [alice, bob]) each.news();
    alice.rtc.enableEncSmallVideoStream(true, toSmall);
    await world.settle();
    expect(world.peers).toHaveLength(3);
    expect(sender(2, 1)?.encodings).toMatchObject([{ rid: 'h' }, { rid: 'l', active: true }]);
    expect(world.peers[2]?.sending).toEqual(['video']);
    expect(world.peers[0]?.connectionState).toBe('closed');
    expect([...alice.news(), ...bob.news()]).toEqual([]);
  });

  test('what is muted while that connection is made stays muted', async () => {
    const [alice] = await together(world);
    alice.rtc.startLocalAudio();
    await world.settle();
    alice.rtc.enableEncSmallVideoStream(true, toSmall);
    alice.rtc.muteLocalAudio(true);
    await world.settle();
    expect(asked(world, 'enterRoom').at(-1)).toMatchObject({ media: { audio: true } });
    expect(world.server.rooms.get('r')?.find(({ userId }) => userId === 'alice')).toMatchObject({ audio: false });
  });

  test('a server that does not take another connection leaves the call as it is', async () => {
    const [alice, bob] = await together(world);
    world.server.refusals.set('enterRoom', -3340);
    alice.rtc.enableEncSmallVideoStream(true, toSmall);
    await world.settle();
    expect(world.peers.map(({ connectionState }) => connectionState)).toEqual(['connected', 'connected', 'closed']);
    expect([...alice.news(), ...bob.news()]).toEqual([]);
  });

  test('asked for while entering it waits for the room', async () => {
    const { rtc, told } = visitor(world);
    rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await Promise.resolve();
    world.peers.splice(0);
    world.later(() => rtc.enableEncSmallVideoStream(true, toSmall));
    await world.settle();
    expect(world.peers.at(-1)?.transceivers[1]?.sender.parameters.encodings).toHaveLength(2);
    expect(told('onEnterRoom')).toHaveLength(1);
  });

  test('no smaller than the big one is -1, and nonsense too', async () => {
    const { rtc } = visitor(world);
    rtc.setVideoEncoderParam({ videoResolution: 1 });
    expect(rtc.enableEncSmallVideoStream(true, { videoResolution: 1 })).toBe(-1);
    expect(rtc.enableEncSmallVideoStream(true, { videoResolution: 2 as never })).toBe(-1);
    expect(rtc.enableEncSmallVideoStream('yes' as never)).toBe(-2);
  });
});

describe('the own screen', () => {
  let [alice, bob]: [Visitor, Visitor] = [undefined as never, undefined as never];
  beforeEach(async () => {
    [alice, bob] = await together(world);
  });

  test('starts, pauses, goes on and stops, each told', async () => {
    alice.rtc.startScreenCapture(sub, { videoResolution: 112, videoFps: 10, videoBitrate: 1200 });
    await world.settle();
    alice.rtc.pauseScreenCapture();
    alice.rtc.pauseScreenCapture();
    alice.rtc.resumeScreenCapture();
    alice.rtc.stopScreenCapture();
    alice.rtc.stopScreenCapture();
    await world.settle();
    expect(alice.news()).toEqual([
      'onScreenCaptureStarted()',
      'onScreenCapturePaused(0)',
      'onScreenCaptureResumed(0)',
      'onScreenCaptureStopped(0)',
    ]);
    expect(sender(0, 2)?.encodings[0]).toMatchObject({ maxBitrate: 1_200_000, maxFramerate: 10 });
    expect(bob.told('onUserSubStreamAvailable')).toEqual([
      ['alice', true],
      ['alice', false],
    ]);
  });

  test('on the big stream is the camera for the other side', async () => {
    alice.rtc.startScreenCapture(big);
    await world.settle();
    expect(bob.told('onUserVideoAvailable')).toEqual([['alice', true]]);
  });

  test('that the browser ends is -7001', async () => {
    alice.rtc.startScreenCapture();
    await world.settle();
    alice.news();
    alice.devices.opened[0]?.unplug();
    expect(alice.news()).toEqual([expect.stringContaining('onError(-7001, '), 'onScreenCaptureStopped(1)']);
  });

  test('not allowed is warning 1206 and -1308, unknown to the browser -1309', async () => {
    alice.devices.screen = { code: -1308, desc: 'No.', warning: 1206 } as never;
    alice.rtc.startScreenCapture();
    await world.settle();
    expect(alice.news()).toEqual(['onWarning(1206, No.)', 'onError(-1308, No.)']);
    alice.devices.screen = { code: -1309, desc: 'No.' };
    alice.rtc.startScreenCapture();
    await world.settle();
    expect(alice.news()).toEqual(['onError(-1309, No.)']);
  });

  test.each([-102016, -102015])('that the server refuses with %i stops', async (code) => {
    world.server.refusals.set('setMedia', code);
    alice.rtc.registerListener({ onError: () => world.server.refusals.clear() });
    alice.rtc.startScreenCapture();
    await world.settle();
    expect(alice.news().slice(1)).toEqual([expect.stringContaining(`onError(${code}, `), 'onScreenCaptureStopped(0)']);
    expect(alice.devices.live).toEqual([]);
  });

  test('in a room where the other one shares already is -102016', async () => {
    alice.rtc.exitRoom();
    bob.rtc.startScreenCapture();
    await world.settle();
    alice.rtc.startScreenCapture();
    await world.settle();
    alice.rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    expect(alice.told('onError').map(([code]) => code)).toEqual([-102016]);
  });

  test('twice, or on the small stream, is refused', async () => {
    alice.rtc.startScreenCapture(small);
    alice.rtc.startScreenCapture(sub, { videoResolution: 3000 as never });
    expect(alice.told('onError').map(([code]) => code)).toEqual([-2, -2]);
    alice.rtc.startScreenCapture();
    await world.settle();
    alice.rtc.startScreenCapture();
    expect(alice.log.at(-1)).toContain('onWarning(-3, ');
  });
});

describe('muting', () => {
  test('the own picture keeps the camera on and tells the other side', async () => {
    const [alice, bob] = await together(world);
    alice.rtc.startLocalPreview(true);
    await world.settle();
    alice.rtc.muteLocalVideo(big, true);
    await world.settle();
    expect(alice.devices.live).toEqual(['video']);
    alice.rtc.muteLocalVideo(big, false);
    alice.rtc.muteLocalVideo(small, true);
    alice.rtc.muteLocalAudio('yes' as never);
    await world.settle();
    expect(bob.told('onUserVideoAvailable')).toEqual([
      ['alice', true],
      ['alice', false],
      ['alice', true],
    ]);
    expect(alice.told('onError').map(([code]) => code)).toEqual([-2, -2]);
  });

  test('an image that is none is refused', () => {
    const { rtc, log } = visitor(world);
    rtc.setVideoMuteImage('cat.png' as never);
    expect(log[0]).toContain('onError(-2, ');
    rtc.setVideoMuteImage(null);
    rtc.setVideoMuteImage(document.createElement('canvas'), 99);
    expect(log).toHaveLength(1);
  });
});

describe('experiments', () => {
  test('switch the registered effect on and off', async () => {
    const { rtc, media, log } = visitor(world);
    rtc.callExperimentalAPI('{"api": "enableVideoProcessByNative", "params": {"enable": true}}');
    expect(log).toEqual([expect.stringContaining('onWarning(-4, ')]);
    const effect = { kind: 'video', name: 'beauty', start: vi.fn((track) => Promise.resolve(track)), stop: vi.fn() };
    registerVideoEffect(effect as never);
    rtc.callExperimentalAPI('{"api": "enableVideoProcessByNative", "params": {"enable": true}}');
    await media.open({ camera: true });
    expect(effect.start).toHaveBeenCalledTimes(1);
    rtc.callExperimentalAPI('{"api": "enableVideoProcessByNative", "params": {"enable": false}}');
    expect(effect.stop).toHaveBeenCalled();
  });

  test('bring another private map key, for when the room is entered again', async () => {
    const [alice] = await together(world);
    alice.rtc.callExperimentalAPI('{"api": "updatePrivateMapKey", "params": {"privateMapKey": "new"}}');
    world.server.restart();
    await world.pass(2_000);
    const entries = world.server.requests.filter(({ user, method }) => user === 'alice' && method === 'enterRoom');
    expect(entries.map(({ params: { privateMapKey } }) => privateMapKey)).toEqual([undefined, 'new']);
  });

  test.each([
    ['not JSON'],
    ['null'],
    ['[]'],
    ['{"api": "fly"}'],
    ['{"api": "enableVideoProcessByNative"}'],
    ['{"api": "updatePrivateMapKey", "params": 7}'],
    [7],
  ])('%j is warned of', (json) => {
    const { rtc, log } = visitor(world);
    rtc.callExperimentalAPI(json as never);
    expect(log).toEqual([expect.stringContaining('onWarning(-2, ')]);
  });

  test('what a browser cannot do says so', () => {
    const { rtc, told } = visitor(world);
    rtc.setGravitySensorAdaptiveMode(1);
    expect(told('onWarning').map(([code]) => code)).toEqual([-4]);
    expect(rtc.getSDKVersion()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
