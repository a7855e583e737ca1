// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { capture, deviceRefusal, permitted } from '../src/media/devices.js';
import { defaultCamera, LocalMedia } from '../src/media/local.js';
import { grade, judge } from '../src/media/quality.js';
import { RemoteMedia } from '../src/media/remote.js';
import { withStartBitrate } from '../src/media/sdp.js';
import { readStats } from '../src/media/stats.js';
import { refused } from '../src/result.js';
import { FakeDevices, FakeStream, FakeTrack, reported } from './browser.js';
import type { Report } from '../src/media/report.js';

beforeEach(() => vi.stubGlobal('MediaStream', FakeStream));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Lets getUserMedia give or refuse each kind. */
function browserGives(given: { audio?: string; video?: string }): ReturnType<typeof vi.fn> {
  const getUserMedia = vi.fn(({ audio, video }: MediaStreamConstraints) => {
    const fault = (audio && given.audio) || (video && given.video);
    if (fault) return Promise.reject(new DOMException('', fault));
    const stream = new FakeStream();
    if (audio) stream.addTrack(new FakeTrack('audio'));
    if (video) stream.addTrack(new FakeTrack('video'));
    return Promise.resolve(stream);
  });
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } });
  return getUserMedia;
}

describe('what getUserMedia rejects with', () => {
  test.each([
    ['NotAllowedError', -1317, -1314],
    ['SecurityError', -1317, -1314],
    ['NotReadableError', -1319, -1316],
    ['AbortError', -1319, -1316],
    ['NotFoundError', -1302, -1301],
    ['OverconstrainedError', -1302, -1301],
  ])('%s is %i for the microphone and %i for the camera', (name, microphone, camera) => {
    expect(deviceRefusal('microphone', new DOMException('', name)).code).toBe(microphone);
    expect(deviceRefusal('camera', new DOMException('', name)).code).toBe(camera);
  });

  test('anything else is a failure to start', () => {
    expect(deviceRefusal('camera', 'what').code).toBe(-1301);
  });
});

describe('opening devices', () => {
  test('asks the person once for both', async () => {
    const getUserMedia = browserGives({});
    const { microphone, camera } = await capture({ microphone: {}, camera: defaultCamera });
    expect([microphone?.code, camera?.code]).toEqual([0, 0]);
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  test('a missing camera does not silence the microphone', async () => {
    browserGives({ video: 'NotFoundError' });
    const { microphone, camera } = await capture({ microphone: {}, camera: defaultCamera });
    expect([microphone?.code, camera?.code]).toEqual([0, -1301]);
  });

  test('a page that may have no devices is told so', async () => {
    vi.stubGlobal('navigator', {});
    const { microphone } = await capture({ microphone: {}, camera: undefined });
    expect(microphone?.code).toBe(-1317);
    expect(await permitted('camera')).toBe(false);
  });
});

describe('local media', () => {
  let devices: FakeDevices;
  let media: LocalMedia;
  beforeEach(() => {
    devices = new FakeDevices();
    media = new LocalMedia(devices.capture);
  });

  test('turning the camera off stops its track', async () => {
    await media.open({ microphone: true, camera: true });
    const { stream } = media;
    media.close('camera');
    expect(devices.live).toEqual(['audio']);
    expect(media.stream).toBe(stream);
    expect(media.flags).toEqual({ audio: true, video: false, screen: false });
  });

  test('muting keeps the microphone open and silent', async () => {
    await media.open({ microphone: true });
    media.setMuted(true);
    expect(devices.live).toEqual(['audio']);
    expect(devices.opened[0]?.enabled).toBe(false);
    expect(media.flags.audio).toBe(false);
  });

  test('a mute before the microphone is open holds', async () => {
    media.setMuted(true);
    await media.open({ microphone: true });
    expect(devices.opened[0]?.enabled).toBe(false);
  });

  test('a device closed while it was being opened is not left on', async () => {
    const opening = media.open({ camera: true });
    media.close('camera');
    expect((await opening).camera.code).toBe(0);
    expect(devices.live).toEqual([]);
    expect(media.stream).toBeUndefined();
  });

  test('opening twice at once opens once', async () => {
    await Promise.all([media.open({ camera: true }), media.open({ microphone: true, camera: true })]);
    expect(devices.live).toEqual(['video', 'audio']);
  });

  test('each refusal comes back with its own number', async () => {
    devices.camera = refused(-1316, 'In use.');
    expect(await media.open({ microphone: true, camera: true })).toMatchObject({
      microphone: { code: 0 },
      camera: { code: -1316 },
    });
  });

  test('a device that is pulled out is told, and can be opened again', async () => {
    const lost: string[] = [];
    media.on('lost', (kind, { code }) => lost.push(`${kind} ${code}`));
    await media.open({ microphone: true });
    devices.opened[0]?.unplug();
    expect(lost).toEqual(['microphone -1319']);
    expect((await media.open({ microphone: true })).microphone.code).toBe(0);
    expect(media.flags.audio).toBe(true);
  });
});

test('the camera, and nothing else, is told where to begin', () => {
  const sections = [
    ['v=0', 's=-', ''],
    ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=rtpmap:111 opus/48000/2', 'a=fmtp:111 useinbandfec=1', ''],
    ['m=video 9 UDP/TLS/RTP/SAVPF 96 97 98', 'a=rtpmap:96 VP8/90000', 'a=rtpmap:97 rtx/90000'],
    ['a=fmtp:97 apt=96', 'a=rtpmap:98 VP9/90000', 'a=fmtp:98 profile-id=0', ''],
    ['m=video 9 UDP/TLS/RTP/SAVPF 96', 'a=rtpmap:96 VP8/90000', ''],
  ];
  const answer = sections
    .flat()
    .filter((line, i, all) => line !== '' || i === all.length - 1)
    .join('\r\n');
  const told = withStartBitrate(answer).split('\r\n');
  expect(told.filter((line) => !answer.split('\r\n').includes(line))).toEqual([
    'a=fmtp:96 x-google-start-bitrate=1200',
    'a=fmtp:98 profile-id=0;x-google-start-bitrate=1200',
  ]);
  expect(told.indexOf('a=fmtp:96 x-google-start-bitrate=1200')).toBe(told.indexOf('a=rtpmap:96 VP8/90000') + 1);
  expect(withStartBitrate('answer')).toBe('answer');
});

test('the other side’s picture is in the stream only while it is sent', () => {
  const remote = new RemoteMedia();
  const tracks = { audio: new FakeTrack('audio'), camera: new FakeTrack('video'), screen: new FakeTrack('video') };
  remote.show({ audio: true, video: true, screen: false });
  remote.receive(tracks as never);
  expect(remote.stream.getTracks()).toEqual([tracks.audio]);
  remote.show({ audio: true, video: true, screen: true });
  expect(remote.stream.getTracks()).toEqual([tracks.audio, tracks.camera]);
  expect(remote.screen.getTracks()).toEqual([tracks.screen]);
  remote.show({ audio: false, video: false, screen: false });
  expect([remote.stream.getTracks(), remote.screen.getTracks()]).toEqual([[tracks.audio], []]);
});

const report = (lost: number, received: number): Report =>
  reported([
    { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.05 },
    { type: 'inbound-rtp', packetsLost: lost, packetsReceived: received },
    { type: 'remote-inbound-rtp', fractionLost: 0.02 },
  ]);

describe('network quality', () => {
  const none = { rtt: 0, upLoss: 0, downLoss: 0, received: 0, begun: false };

  test('is graded from loss and round trip, the worse of both', () => {
    expect([grade(0, 20), grade(3, 20), grade(0, 300), grade(15, 20), grade(30, 20), grade(60, 20)]).toEqual([
      1, 2, 3, 4, 5, 6,
    ]);
  });

  test('is what the browser measured when the server says nothing', () => {
    const measured = { ...none, rtt: 300, upLoss: 1, downLoss: 12 };
    expect(judge(undefined, measured, ['bob'], true)).toEqual({
      local: 3,
      rtt: 300,
      upLoss: 1,
      remote: [{ userId: 'bob', quality: 4, downLoss: 12 }],
    });
  });

  test('is the server’s word where there is one', () => {
    const said = {
      local: { userId: '', quality: 4, rtt: 90, upLoss: 8, jitter: 0 },
      remote: [{ userId: 'bob', quality: 0, downLoss: 3 }],
    };
    expect(judge(said, none, ['bob'], true)).toMatchObject({
      local: 4,
      rtt: 90,
      remote: [{ quality: 2, downLoss: 3 }],
    });
  });

  test('is down while the connection is', () => {
    expect(judge(undefined, none, ['bob'], false)).toMatchObject({ local: 6, remote: [{ quality: 6 }] });
  });

  test('is down for who is silent, whatever the server said last', () => {
    expect(judge(undefined, none, ['bob', 'carol'], true, ['bob'])).toMatchObject({
      local: 1,
      remote: [{ quality: 6 }, { quality: 1 }],
    });
  });

  test('is measured from one reading to the next', () => {
    const first = readStats(report(10, 90));
    expect(first).toMatchObject({ rtt: 50, upLoss: 2, downLoss: 10 });
    expect(readStats(report(10, 190), report(10, 90)).downLoss).toBe(0);
    expect(readStats(report(40, 260), report(10, 90)).downLoss).toBe(15);
  });
});
