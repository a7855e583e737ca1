// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RtcCloudVideoView } from '../src/index.js';
import { RtcAppScene, RtcVideoStreamType } from '../src/rtc/types.js';
import { shown, type FakeTrack } from './browser.js';
import { asked, params, together, visitor, type Visitor } from './rtc.js';
import { World } from './world.js';

const { big, small, sub } = RtcVideoStreamType;

let world: World;
let [alice, bob]: [Visitor, Visitor] = [undefined as never, undefined as never];
beforeEach(async () => {
  document.body.innerHTML = '<div id="box"></div><div id="5"></div><video id="video"></video>';
  world = new World();
  [alice, bob] = await together(world);
});
afterEach(() => vi.unstubAllGlobals());

const box = (): HTMLElement => document.querySelector('#box') as HTMLElement;
const videoIn = (element: HTMLElement): HTMLVideoElement | null => element.querySelector('video');
/** What bob's connection gets of alice. */
const track = (place: 1 | 2): FakeTrack | undefined => world.peers.at(-1)?.transceivers[place]?.receiver.track;

async function aliceShows(): Promise<void> {
  alice.rtc.startLocalPreview(true);
  await world.settle();
}

const wishes = (): unknown[] => asked(world, 'setReceive');
const soundElement = (): HTMLAudioElement =>
  (bob.rtc as unknown as { far: { speaker: { element: HTMLAudioElement } } }).far.speaker.element;

describe('a view', () => {
  test.each([
    ['an element', () => box(), '#box video'],
    ['a video element', () => document.querySelector('#video') as HTMLElement, '#video'],
    ['the id of an element', () => 'box', '#box video'],
    ['a number that is an id', () => 5, '[id="5"] video'],
  ])('is %s', async (_, view, where) => {
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, view());
    const video = document.querySelector<HTMLVideoElement>(where);
    expect(shown(video)).toEqual([track(1)]);
    expect(video?.muted).toBe(true);
    bob.rtc.stopRemoteView('alice', big);
    expect(shown(video)).toEqual([]);
    expect(videoIn(box())).toBeNull();
  });

  test('made here is known by its number, wherever it stands', async () => {
    const ids: number[] = [];
    const view = new RtcCloudVideoView({ parent: 'box', onViewCreated: (id) => ids.push(id) });
    expect(ids).toEqual([view.viewId]);
    expect(box().contains(view.element)).toBe(true);
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, view.viewId);
    expect(shown(videoIn(view.element))).toEqual([track(1)]);
  });

  test.each([['nowhere'], [99], [undefined], [null], [{}]])('%j that does not exist is an error', async (view) => {
    bob.rtc.startRemoteView('alice', big, view as never);
    bob.rtc.updateRemoteView('alice', big, view as never);
    bob.rtc.updateLocalView(view as never);
    expect(bob.told('onError').map(([code]) => code)).toEqual([-2, -2, -2]);
  });

  test('that does not exist does not keep the camera off', async () => {
    bob.rtc.startLocalPreview(true, 'nowhere');
    await world.settle();
    expect(bob.news()).toEqual([expect.stringContaining('onError(-2, '), 'onCameraDidReady()']);
  });

  test('may be given before the picture comes, and shows it each time it comes', async () => {
    bob.rtc.startRemoteView('alice', big, box());
    expect(shown(videoIn(box()))).toEqual([]);
    await aliceShows();
    expect(shown(videoIn(box()))).toEqual([track(1)]);
    alice.rtc.stopLocalPreview();
    await world.settle();
    expect(shown(videoIn(box()))).toEqual([]);
    await aliceShows();
    expect(shown(videoIn(box()))).toEqual([track(1)]);
  });

  test('own and other change places', async () => {
    await aliceShows();
    bob.rtc.startLocalPreview(true, box());
    bob.rtc.startRemoteView('alice', big, 5);
    await world.settle();
    const own = bob.media.camera;
    for (const video of [videoIn(box()), document.querySelector<HTMLVideoElement>('[id="5"] video')]) {
      world.screens.frame(video as HTMLVideoElement, 640, 360);
    }
    bob.rtc.updateLocalView(5);
    bob.rtc.updateRemoteView('alice', big, 'box');
    expect(shown(document.querySelector('[id="5"] video'))).toEqual([own]);
    expect(shown(videoIn(box()))).toEqual([track(1)]);
    expect(document.querySelectorAll('video')).toHaveLength(3);
    world.screens.frame(videoIn(box()) as HTMLVideoElement, 640, 360);
    expect(bob.told('onFirstVideoFrame')).toHaveLength(2);
    expect(bob.told('onUserVideoSizeChanged')).toHaveLength(2);
  });

  test('of a picture that is not shown is not updated', () => {
    bob.rtc.updateRemoteView('alice', big, 'box');
    expect(bob.news()).toEqual([expect.stringContaining('onWarning(-3, ')]);
  });

  test('is empty when the other leaves, and when all are stopped', async () => {
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, 'box');
    alice.rtc.exitRoom();
    await world.settle();
    expect(videoIn(box())).toBeNull();
    bob.rtc.startRemoteView('alice', big, 'box');
    bob.rtc.stopAllRemoteView();
    expect(videoIn(box())).toBeNull();
  });

  test('of the small stream takes the place of the big one', async () => {
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, 'box');
    bob.rtc.startRemoteView('alice', small, 5);
    await world.settle();
    expect(videoIn(box())).toBeNull();
    expect(wishes().at(-1)).toEqual({ audio: true, video: 'small', screen: true });
    bob.rtc.setRemoteVideoStreamType('alice', big);
    await world.settle();
    expect(wishes().at(-1)).toEqual({ audio: true, video: 'big', screen: true });
    expect(bob.rtc.setRemoteVideoStreamType('alice', sub)).toBe(-2);
  });

  test('of the screen stands beside that of the camera', async () => {
    await aliceShows();
    alice.rtc.startScreenCapture(sub);
    await world.settle();
    expect(bob.told('onUserSubStreamAvailable')).toEqual([['alice', true]]);
    bob.rtc.startRemoteView('alice', big, 'box');
    bob.rtc.startRemoteView('alice', sub, 5);
    expect(shown(videoIn(box()))).toEqual([track(1)]);
    expect(shown(document.querySelector('[id="5"] video'))).toEqual([track(2)]);
  });

  test('is drawn as asked: turned, fitted, mirrored', async () => {
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, 'box');
    const style = videoIn(box())?.style;
    expect([style?.objectFit, style?.transform]).toEqual(['cover', '']);
    bob.rtc.setRemoteRenderParams('alice', big, { rotation: 2, fillMode: 1, mirrorType: 1 });
    expect([style?.objectFit, style?.transform]).toEqual(['contain', 'rotate(180deg) scaleX(-1)']);
    bob.rtc.setRemoteRenderParams('alice', big, undefined as never);
    expect(bob.news().at(-1)).toContain('onError(-2');
  });

  test('mirrors the own front camera, not the back one', async () => {
    bob.rtc.startLocalPreview(true, 'box');
    await world.settle();
    expect(videoIn(box())?.style.transform).toBe('scaleX(-1)');
    await bob.rtc.getDeviceManager().switchCamera(false);
    bob.rtc.updateLocalView('box');
    expect(videoIn(box())?.style.transform).toBe('');
    bob.rtc.setLocalRenderParams({ mirrorType: 1 });
    expect(videoIn(box())?.style.transform).toBe('scaleX(-1)');
  });
});

describe('first frames and sizes', () => {
  test('are told of the own and the other picture, each time they begin', async () => {
    bob.rtc.startLocalPreview(true, 'box');
    await world.settle();
    world.screens.frame(videoIn(box()) as HTMLVideoElement, 960, 540);
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, 'video');
    const video = document.querySelector<HTMLVideoElement>('#video') as HTMLVideoElement;
    world.screens.frame(video, 640, 360);
    world.screens.frame(video, 320, 180);
    expect(bob.told('onFirstVideoFrame')).toEqual([
      ['', big, 960, 540],
      ['alice', big, 640, 360],
    ]);
    expect(bob.told('onUserVideoSizeChanged')).toEqual([
      ['', big, 960, 540],
      ['alice', big, 640, 360],
      ['alice', big, 320, 180],
    ]);
    alice.rtc.stopLocalPreview();
    await world.settle();
    await aliceShows();
    world.screens.frame(video, 320, 180);
    expect(bob.told('onFirstVideoFrame')).toHaveLength(3);
  });

  test('turn loading into playing', async () => {
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, 'video');
    world.screens.frame(document.querySelector('#video') as HTMLVideoElement, 640, 360);
    bob.rtc.stopRemoteView('alice', big);
    bob.rtc.startRemoteView('alice', big, 'video');
    alice.rtc.muteLocalVideo(big, true);
    await world.settle();
    expect(bob.told('onRemoteVideoStatusUpdated').map((args) => args.slice(0, 4))).toEqual([
      ['alice', big, 2, 3],
      ['alice', big, 1, 3],
      ['alice', big, 0, 4],
      ['alice', big, 2, 3],
      ['alice', big, 0, 6],
    ]);
  });

  test('begin anew in another view, not in the one that shows the picture', async () => {
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, 'video');
    world.screens.frame(document.querySelector('#video') as HTMLVideoElement, 640, 360);
    bob.rtc.startRemoteView('alice', big, 'video');
    bob.rtc.startRemoteView('alice', big, 'box');
    world.screens.frame(videoIn(box()) as HTMLVideoElement, 640, 360);
    expect(bob.told('onFirstVideoFrame')).toHaveLength(2);
    expect(bob.told('onRemoteVideoStatusUpdated').map((args) => args.slice(2, 4))).toEqual([
      [2, 3],
      [1, 3],
      [2, 3],
      [1, 3],
    ]);
  });

  test('of a voice come with its first packet', async () => {
    alice.rtc.startLocalAudio();
    await world.settle();
    const heard = (packetsReceived: number): void => {
      const stats = { id: 'a', type: 'inbound-rtp', kind: 'audio', mid: '0', packetsReceived };
      world.peers.at(-1)?.stats.set('a', stats);
    };
    heard(0);
    await world.pass(1_000);
    expect(bob.told('onFirstAudioFrame')).toEqual([]);
    heard(3);
    await world.pass(200);
    heard(50);
    await world.pass(1_000);
    expect(bob.told('onFirstAudioFrame')).toEqual([['alice']]);
  });
});

describe('what is received', () => {
  test('a muted voice neither plays nor comes, until it is unmuted', async () => {
    alice.rtc.startLocalAudio();
    await world.settle();
    expect(soundElement().muted).toBe(false);
    bob.rtc.muteRemoteAudio('alice', true);
    await world.settle();
    expect(soundElement().muted).toBe(true);
    expect(wishes()).toEqual([{ audio: false, video: 'big', screen: true }]);
    bob.rtc.muteRemoteAudio('alice', false);
    await world.settle();
    expect(soundElement().muted).toBe(false);
    expect(wishes().at(-1)).toMatchObject({ audio: true });
    expect(bob.told('onRemoteAudioStatusUpdated').map((args) => args.slice(0, 3))).toEqual([
      ['alice', 1, 5],
      ['alice', 0, 4],
      ['alice', 1, 3],
    ]);
  });

  test('muting all covers who comes later, the latest word counts, and leaving sets it back', async () => {
    const carol = visitor(world);
    carol.rtc.muteAllRemoteAudio(true);
    carol.rtc.enterRoom(params('carol', { strRoomId: 'c' }), RtcAppScene.audioCall);
    await world.settle();
    expect(wishes().at(-1)).toMatchObject({ audio: false });
    alice.rtc.switchRoom({ strRoomId: 'c' });
    await world.settle();
    expect(wishes().at(-1)).toMatchObject({ audio: false });
    carol.rtc.muteRemoteAudio('alice', false);
    await world.settle();
    expect(wishes().at(-1)).toMatchObject({ audio: true });
    carol.rtc.muteAllRemoteAudio(true);
    await world.settle();
    expect(wishes().at(-1)).toMatchObject({ audio: false });
    const told = wishes().length;
    carol.rtc.exitRoom();
    await world.settle();
    carol.rtc.enterRoom(params('carol', { strRoomId: 'c' }), RtcAppScene.audioCall);
    await world.settle();
    expect(wishes()).toHaveLength(told);
  });

  test('a muted picture stands still and does not come', async () => {
    await aliceShows();
    bob.rtc.startRemoteView('alice', big, 'video');
    const video = document.querySelector<HTMLVideoElement>('#video') as HTMLVideoElement;
    const pause = vi.spyOn(video, 'pause');
    bob.rtc.muteRemoteVideoStream('alice', big, true);
    await world.settle();
    expect(pause).toHaveBeenCalledTimes(1);
    expect(shown(video)).toEqual([track(1)]);
    expect(wishes().at(-1)).toEqual({ audio: true, video: 'none', screen: true });
    bob.rtc.muteAllRemoteVideoStreams(true);
    await world.settle();
    expect(wishes().at(-1)).toEqual({ audio: true, video: 'none', screen: false });
    bob.rtc.muteAllRemoteVideoStreams(false);
    await world.settle();
    expect(wishes().at(-1)).toEqual({ audio: true, video: 'big', screen: true });
  });

  test('a picture nobody looks at stops coming, and comes when it is looked at', async () => {
    await aliceShows();
    expect(wishes()).toEqual([]);
    await world.pass(5_000);
    expect(wishes()).toEqual([{ audio: true, video: 'none', screen: true }]);
    bob.rtc.startRemoteView('alice', big, 'box');
    await world.settle();
    expect(wishes().at(-1)).toEqual({ audio: true, video: 'big', screen: true });
    bob.rtc.stopRemoteView('alice', big);
    await world.settle();
    expect(wishes().at(-1)).toEqual({ audio: true, video: 'none', screen: true });
  });

  test('nothing comes by itself where that was chosen before entering', async () => {
    const carol = visitor(world);
    carol.rtc.setDefaultStreamRecvMode(false, false);
    carol.rtc.enterRoom(params('carol', { strRoomId: 'c' }), RtcAppScene.videoCall);
    await world.settle();
    expect(wishes()).toEqual([{ audio: false, video: 'none', screen: false }]);
    alice.rtc.switchRoom({ strRoomId: 'c' });
    await world.settle();
    carol.rtc.muteRemoteAudio('alice', false);
    carol.rtc.startRemoteView('alice', big, 'box');
    await world.settle();
    expect(wishes().at(-1)).toEqual({ audio: true, video: 'big', screen: false });
    carol.rtc.setDefaultStreamRecvMode(true, true);
    expect(carol.news().at(-1)).toContain('onWarning(-3, ');
  });
});

describe('how loud it is', () => {
  test('goes through what it is played on, for everybody and for one', () => {
    bob.rtc.setAudioPlayoutVolume(50);
    expect(soundElement().volume).toBe(0.5);
    bob.rtc.setRemoteAudioVolume('alice', 50);
    expect(soundElement().volume).toBe(0.25);
    expect(bob.rtc.getAudioPlayoutVolume()).toBe(50);
    bob.rtc.setAudioPlayoutVolume(150);
    expect(soundElement().volume).toBe(0.75);
  });

  test.each([[-1], [151], ['50'], [Number.NaN]])('%j is no volume', (volume) => {
    bob.rtc.setAudioPlayoutVolume(volume as never);
    bob.rtc.setRemoteAudioVolume('alice', volume as never);
    bob.rtc.setAudioCaptureVolume(volume as never);
    expect(bob.told('onError').map(([code]) => code)).toEqual([-2, -2, -2]);
  });
});

test('what stands still is loading until it goes on', async () => {
  alice.rtc.startLocalAudio();
  await aliceShows();
  bob.rtc.startRemoteView('alice', big, 'video');
  world.screens.frame(document.querySelector('#video') as HTMLVideoElement, 640, 360);
  const flow = (packetsReceived: number, framesDecoded: number): void => {
    const { stats } = world.peers.at(-1) ?? { stats: new Map() };
    stats.set('a', { id: 'a', type: 'inbound-rtp', kind: 'audio', mid: '0', packetsReceived });
    stats.set('v', { id: 'v', type: 'inbound-rtp', kind: 'video', mid: '1', framesDecoded });
  };
  bob.news();
  for (const [packets, frames] of [
    [10, 10],
    [20, 20],
    [20, 20],
    [30, 30],
  ] as const) {
    flow(packets, frames);
    await world.pass(2_000);
  }
  expect(bob.told('onRemoteVideoStatusUpdated').map((args) => args.slice(2, 4))).toEqual([
    [2, 3],
    [1, 3],
    [2, 1],
    [1, 2],
  ]);
  expect(bob.told('onRemoteAudioStatusUpdated').map((args) => args.slice(1, 3))).toEqual([
    [1, 5],
    [2, 1],
    [1, 2],
  ]);
});
