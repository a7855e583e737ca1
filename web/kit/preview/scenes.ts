// SPDX-License-Identifier: Apache-2.0
import type { DuetCall } from '../src/element/duet-call.js';
import { FakeCall } from './fake-call.js';
import type { FakeClient } from './fake-client.js';
import { film, myself, visitor } from './person.js';

/** Something to look at: what happens to the client of an element. */
export type Scene = (client: FakeClient, element: DuetCall) => void;

const longName = 'Maximiliane_von_Hohenberg-Landau';

const video = () => ({ localStream: film(myself, 1280, 720), remoteStream: film(visitor, 1280, 720) });
const voice = { media: 'audio', cameraOn: false, remote: { audio: true, video: false, screen: false } } as const;
const ringing = { kind: 'ringing', delivered: true } as const;
const talking = (seconds: number) => ({ kind: 'talking', since: Date.now() - seconds * 1000 }) as const;
const after = (seconds: number) => new FakeCall({ state: talking(seconds) });

/** Calls bob in whatever shape is asked for. */
const calling =
  (fields: () => Partial<FakeCall>): Scene =>
  (client) =>
    client.ring(new FakeCall({ direction: 'outgoing', ...fields() }));

const rung =
  (fields: () => Partial<FakeCall>): Scene =>
  (client) =>
    client.ring(new FakeCall({ direction: 'incoming', state: ringing, ...fields() }));

const over =
  (call: () => FakeCall, end: (call: FakeCall) => void): Scene =>
  (client) =>
    end(client.ring(call()));

export const scenes: Readonly<Record<string, Scene>> = {
  'outgoing-video': calling(() => ({ state: ringing, ...video() })),
  'outgoing-voice': calling(() => ({ ...voice, state: { kind: 'inviting' } })),
  'outgoing-no-camera': calling(() => ({
    state: ringing,
    cameraOn: false,
    deviceProblem: { code: -1314, desc: 'The camera is not allowed: permit it for this page in the browser.' },
  })),
  'incoming-video': rung(() => ({ localStream: film(myself, 1280, 720) })),
  'incoming-video-no-camera': rung(() => ({ cameraOn: false })),
  'incoming-voice-long': rung(() => ({ ...voice, peer: longName })),
  'in-call-connecting': calling(() => ({
    ...video(),
    state: { kind: 'connecting' },
    remote: { audio: false, video: false, screen: false },
    quality: { local: 0, remote: 0, rtt: 0, upLoss: 0, downLoss: 0 },
  })),
  'in-call-video': calling(() => ({ ...video(), state: talking(83) })),
  'in-call-weak': (client) => {
    const quality = { local: 4, remote: 3, rtt: 380, upLoss: 9, downLoss: 4 } as const;
    client.ring(
      new FakeCall({ ...video(), state: talking(3671), peer: longName, muted: true, cameraOn: false, quality }),
    );
    client.connect('reconnecting');
  },
  'in-call-camera-off': calling(() => ({
    ...video(),
    state: talking(312),
    remote: { audio: false, video: false, screen: false },
  })),
  'in-call-voice': calling(() => ({ ...voice, state: talking(45) })),
  'ended-hangup': over(
    () => after(754),
    (call) => call.end('hangup', 'remote'),
  ),
  'ended-no-answer': over(
    () => new FakeCall(),
    (call) => call.end('noResponse', 'server'),
  ),
  'ended-missed-long': over(
    () => new FakeCall({ direction: 'incoming', peer: longName }),
    (call) => call.end('noResponse', 'server'),
  ),
  'ended-device': over(
    () => new FakeCall(),
    (call) => call.end('deviceError', 'local', -1319),
  ),
};
