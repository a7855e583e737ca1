// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { RtcStatistics } from '../src/rtc/measure/statistics.js';
import { sidewaysScale } from '../src/rtc/view/render.js';
import { hearVoice, loudness, pitchOf, quiet } from '../src/rtc/sound/voice.js';
import { RtcAppScene, type RtcSpeedTestResult, type RtcVolumeInfo } from '../src/rtc/types.js';
import type { FakePeer } from './browser.js';
import { asked, params, together, visitor } from './rtc.js';
import { World } from './world.js';

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => vi.unstubAllGlobals());

/** What a browser counts, `seconds` after the connection began. */
function count(peer: FakePeer | undefined, seconds: number, entries: Record<string, object>): void {
  for (const [id, entry] of Object.entries(entries)) peer?.stats.set(id, { id, timestamp: seconds * 1000, ...entry });
}

const pair = { type: 'candidate-pair', nominated: true, state: 'succeeded', remoteCandidateId: 'server' };

describe('statistics', () => {
  test('are told every two seconds, of what happened in them', async () => {
    const [, bob] = await together(world);
    const peer = world.peers.at(-1);
    const opus = { type: 'codec', clockRate: 48_000 };
    const at = (seconds: number, n: number): void =>
      count(peer, seconds, {
        opus,
        server: { type: 'remote-candidate', address: '192.0.2.1' },
        pair: { ...pair, currentRoundTripTime: 0.04, bytesSent: 10_000 * n, bytesReceived: 20_000 * n },
        voice: {
          type: 'outbound-rtp',
          kind: 'audio',
          mid: '0',
          codecId: 'opus',
          packetsSent: 100 * n,
          bytesSent: 4_000 * n,
        },
        big: {
          type: 'outbound-rtp',
          kind: 'video',
          mid: '1',
          rid: 'h',
          framesEncoded: 30 * n,
          bytesSent: 50_000 * n,
          frameWidth: 640,
          frameHeight: 360,
          framesPerSecond: 15.2,
        },
        small: { type: 'outbound-rtp', kind: 'video', mid: '1', rid: 'l', framesEncoded: 0 },
        heard: {
          type: 'inbound-rtp',
          kind: 'audio',
          mid: '0',
          codecId: 'opus',
          packetsReceived: 90 * n,
          packetsLost: 10 * n,
          bytesReceived: 5_000 * n,
          concealedSamples: 4_800 * n,
          silentConcealedSamples: 0,
          jitterBufferDelay: 5 * n,
          jitterBufferEmittedCount: 100 * n,
        },
        seen: {
          type: 'inbound-rtp',
          kind: 'video',
          mid: '1',
          packetsReceived: 200 * n,
          packetsLost: 0,
          framesDecoded: 30 * n,
          bytesReceived: 100_000 * n,
          totalFreezesDuration: 0.2 * n,
          frameWidth: 960,
          frameHeight: 540,
        },
      });
    at(0, 1);
    await world.pass(2_000);
    at(2, 2);
    await world.pass(2_000);
    const [first, second] = bob.told('onStatistics').map(([told]) => told as RtcStatistics);
    expect(first?.localStatisticsArray).toHaveLength(1);
    expect(second).toMatchObject({
      rtt: 40,
      downLoss: 3.3,
      sentBytes: 20_000,
      receivedBytes: 40_000,
      appCpu: 0,
      localStatisticsArraySize: 1,
      remoteStatisticsArraySize: 1,
    });
    expect(second?.localStatisticsArray).toEqual([
      {
        width: 640,
        height: 360,
        frameRate: 15,
        videoBitrate: 200,
        audioSampleRate: 48_000,
        audioBitrate: 16,
        streamType: 0,
        audioCaptureState: 0,
      },
    ]);
    expect(second?.remoteStatisticsArray[0]).toMatchObject({
      userId: 'alice',
      streamType: 0,
      width: 960,
      height: 540,
      videoBitrate: 400,
      videoPacketLoss: 0,
      videoTotalBlockTime: 400,
      videoBlockRate: 10,
      audioBitrate: 20,
      audioPacketLoss: 10,
      audioTotalBlockTime: 200,
      audioBlockRate: 5,
      jitterBufferDelay: 50,
      point2PointDelay: 0,
    });
    expect(bob.told('onNetworkQuality')).toHaveLength(2);
  });

  test('have one element for a voice without a picture, one more for a screen, none for nobody', async () => {
    const [alice] = await together(world);
    const told = async (entries: Record<string, object>): Promise<RtcStatistics> => {
      count(world.peers[0], 1, entries);
      await world.pass(2_000);
      return alice.told('onStatistics').at(-1)?.[0] as RtcStatistics;
    };
    expect(await told({})).toMatchObject({ localStatisticsArray: [], remoteStatisticsArray: [] });
    const voice = { type: 'inbound-rtp', kind: 'audio', mid: '0', packetsReceived: 9 };
    const sent = { type: 'outbound-rtp', kind: 'audio', mid: '0', packetsSent: 9 };
    expect(await told({ voice, sent })).toMatchObject({
      localStatisticsArray: [{ streamType: 0, width: 0 }],
      remoteStatisticsArray: [{ streamType: 0, width: 0 }],
    });
    const screen = { type: 'inbound-rtp', kind: 'video', mid: '2', packetsReceived: 9, frameWidth: 1280 };
    expect(await told({ screen })).toMatchObject({ remoteStatisticsArray: [{ streamType: 2, width: 1280 }] });
  });

  test('tell the first frames that leave, once while they go on', async () => {
    const [alice] = await together(world);
    alice.rtc.startLocalAudio();
    alice.rtc.startLocalPreview(true);
    await world.settle();
    const leaving = (packetsSent: number): void =>
      count(world.peers[0], 1, {
        a: { type: 'outbound-rtp', kind: 'audio', mid: '0', packetsSent },
        // The small picture, silent, and before the big one.
        l: { type: 'outbound-rtp', kind: 'video', mid: '1', rid: 'l', packetsSent: 0 },
        v: { type: 'outbound-rtp', kind: 'video', mid: '1', packetsSent },
      });
    leaving(0);
    await world.pass(1_000);
    expect(alice.news().filter((line) => line.includes('SendFirst'))).toEqual([]);
    leaving(1);
    await world.pass(1_000);
    leaving(9);
    await world.pass(1_000);
    expect(alice.news().filter((line) => line.includes('SendFirst'))).toEqual([
      'onSendFirstLocalAudioFrame()',
      'onSendFirstLocalVideoFrame(0)',
    ]);
  });
});

describe('volumes', () => {
  test('are on the scale of decibels', () => {
    expect([1, 0.1, 0.01, 0.001, 0, 2].map(loudness)).toEqual([100, 67, 33, 0, 0, 100]);
  });

  test('a voice stands out from the noise, which is learned', () => {
    let noise = quiet;
    const hear = (level: number): boolean => {
      const [speaks, next] = hearVoice(level, noise);
      noise = next;
      return speaks;
    };
    expect(hear(0.05)).toBe(true);
    expect(hear(0.002)).toBe(false);
    for (let i = 0; i < 100; i += 1) hear(0.02);
    expect(hear(0.02)).toBe(false);
    expect(hear(0.2)).toBe(true);
    expect(hear(0.0001)).toBe(false);
    expect(noise.level).toBe(0.0001);
  });

  test.each([110, 220, 440, 1000])('a tone of %i Hz has that pitch', (hertz) => {
    const tone = Float32Array.from({ length: 2048 }, (_, i) => Math.sin((2 * Math.PI * hertz * i) / 48_000));
    expect(Math.abs(pitchOf(tone, 48_000) - hertz) / hertz).toBeLessThan(0.02);
  });

  test('noise and silence have none', () => {
    let seed = 1;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647 - 0.5;
    expect(pitchOf(Float32Array.from({ length: 2048 }, random), 48_000)).toBe(0);
    expect(pitchOf(new Float32Array(2048), 48_000)).toBe(0);
  });

  test('are told at an interval, in silence too, and not when switched off', async () => {
    const [alice, bob] = await together(world);
    bob.rtc.startLocalAudio();
    await world.settle();
    alice.rtc.enableAudioVolumeEvaluation(true, { interval: 300, enableVadDetection: true });
    await world.pass(650);
    expect(alice.told('onUserVoiceVolume')).toMatchObject([
      [[{ userId: 'bob', volume: 0 }], 0],
      [[{ userId: 'bob', volume: 0 }], 0],
    ]);
    alice.rtc.startLocalAudio();
    count(world.peers[0], 1, {
      mine: { type: 'media-source', kind: 'audio', audioLevel: 1 },
      theirs: { type: 'inbound-rtp', kind: 'audio', mid: '0', audioLevel: 0.1 },
    });
    await world.pass(300);
    const [volumes, total] = alice.told('onUserVoiceVolume').at(-1) as [RtcVolumeInfo[], number];
    expect(total).toBe(67);
    expect(volumes.map(({ userId, volume, vad }) => [userId, volume, vad])).toEqual([
      ['', 100, 1],
      ['bob', 67, 0],
    ]);
    alice.rtc.enableAudioVolumeEvaluation(false);
    await world.pass(1_000);
    alice.rtc.enableAudioVolumeEvaluation(true, { interval: 0 });
    await world.pass(1_000);
    expect(alice.told('onUserVoiceVolume')).toHaveLength(3);
    alice.rtc.enableAudioVolumeEvaluation(true, 300 as never);
    expect(alice.log.at(-1)).toContain('onError(-2, ');
  });
});

const result = (all: ReturnType<typeof visitor>): RtcSpeedTestResult | undefined =>
  all.told('onSpeedTestResult')[0]?.[0] as RtcSpeedTestResult | undefined;
const reflected = (seconds: number, n: number): void =>
  count(world.peers[0], seconds, {
    server: { type: 'remote-candidate', address: '192.0.2.1' },
    pair: { ...pair, currentRoundTripTime: 0.03, availableOutgoingBitrate: 900_000 },
    out: { type: 'outbound-rtp', mid: '1', packetsSent: 1_000 * n },
    back: {
      type: 'inbound-rtp',
      mid: '1',
      packetsReceived: 950 * n,
      packetsLost: 50 * n,
      bytesReceived: 100_000 * n,
      jitter: 0.004,
    },
    seen: { type: 'remote-inbound-rtp', packetsLost: 10 * n, jitter: 0.002 },
  });

describe('a speed test', () => {
  const wanted = { sdkAppId: 1, userId: 'alice', userSig: 'sig', server: 'http://duet.test' };
  const signal = { stop: vi.fn() };
  const tester = (): ReturnType<typeof visitor> => visitor(world, { testSignal: () => signal });
  test('says how the mirror’s picture came back, without a room', async () => {
    const all = tester();
    expect(all.rtc.startSpeedTest({ ...wanted, expectedUpBandwidth: 2_000, expectedDownBandwidth: 700 })).toBe(0);
    expect(all.rtc.startSpeedTest(wanted)).toBe(-3);
    await world.settle();
    for (let second = 0; second <= 5; second += 1) {
      reflected(second, second);
      await world.pass(1_000);
    }
    expect(result(all)).toEqual({
      success: true,
      errMsg: '',
      ip: '192.0.2.1',
      quality: 3,
      upLostRate: 0.01,
      downLostRate: 0.05,
      rtt: 30,
      upJitter: 2,
      downJitter: 4,
      availableUpBandwidth: 900,
      availableDownBandwidth: 700,
    });
    expect(world.server.log).toEqual(['? login', 'alice startSpeedTest', 'alice stopSpeedTest', 'alice logout']);
    expect(world.peers[0]?.connectionState).toBe('closed');
    expect(signal.stop).toHaveBeenCalled();
  });

  test('leaves out the bandwidth nobody asked for', async () => {
    const all = tester();
    all.rtc.startSpeedTest(wanted);
    await world.pass(7_000);
    expect(result(all)).toMatchObject({ success: true, availableUpBandwidth: -1, availableDownBandwidth: -1 });
  });

  test.each([
    [{ ...wanted, userSig: '' }, -3320],
    [{ ...wanted, sdkAppId: 0 }, -3317],
    [{ ...wanted, expectedUpBandwidth: 9 }, -2],
    [{ ...wanted, expectedDownBandwidth: 5_001 }, -2],
    [undefined, -3316],
  ])('%j is refused with %i', (wrong, code) => {
    expect(tester().rtc.startSpeedTest(wrong as never)).toBe(code);
  });

  test('in a room is refused, and so by a server that has none', async () => {
    const all = tester();
    world.server.refusals.set('startSpeedTest', -32601);
    all.rtc.startSpeedTest(wanted);
    await world.settle();
    expect(result(all)).toMatchObject({ success: false, errMsg: 'No. (-32601)' });
    all.rtc.enterRoom(params('alice'), RtcAppScene.videoCall);
    await world.settle();
    expect(all.rtc.startSpeedTest(wanted)).toBe(-3);
  });

  test('that is stopped tells nothing', async () => {
    const all = tester();
    all.rtc.startSpeedTest(wanted);
    await world.pass(2_000);
    all.rtc.stopSpeedTest();
    await world.pass(10_000);
    expect(result(all)).toBeUndefined();
    expect(asked(world, 'stopSpeedTest')).toHaveLength(1);
    expect(all.rtc.startSpeedTest(wanted)).toBe(0);
  });

  test('whose media reaches nobody has failed', async () => {
    world.mediaDown = true;
    const all = tester();
    all.rtc.startSpeedTest(wanted);
    await world.pass(6_000);
    expect(result(all)).toMatchObject({ success: false, errMsg: 'No media reached the server.' });
  });

  test('that nobody may sign in for has failed', async () => {
    world.server.refuseLogin = 70001;
    const all = tester();
    all.rtc.startSpeedTest(wanted);
    await world.pass(20_000);
    expect(result(all)).toMatchObject({ success: false, errMsg: expect.stringContaining('(-100018)') });
  });
});

describe('a picture on its side', () => {
  test('fits its box, or covers it', () => {
    const [wide, tall] = [
      { width: 1600, height: 900 },
      { width: 900, height: 1600 },
    ];
    expect(sidewaysScale(wide, wide, false)).toBeCloseTo(900 / 1600);
    expect(sidewaysScale(wide, tall, false)).toBeCloseTo(1600 / 900);
    expect(sidewaysScale(wide, { width: 1200, height: 900 }, false)).toBeCloseTo(0.75);
    expect(sidewaysScale(wide, wide, true)).toBeCloseTo(1600 / 900);
    expect(sidewaysScale({ width: 0, height: 0 }, wide, true)).toBe(1);
    expect(sidewaysScale(wide, { width: 0, height: 0 }, false)).toBeCloseTo(900 / 1600);
  });
});
