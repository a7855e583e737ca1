// SPDX-License-Identifier: Apache-2.0
import type { DuetApp } from '../app/duet-app.js';
import type { Door } from '../session/door.js';
import { FakeCall } from './fake-call.js';
import { FakeClient } from './fake-client.js';
import { film, myself, visitor } from './person.js';

/** A page to look at: who signs in where, and what then happens. */
export interface Scene {
  readonly user?: string;
  readonly door?: Door;
  readonly play?: (client: FakeClient, app: DuetApp) => void;
}

const longName = 'Maximiliane_von_Hohenberg-Landau';

/** A server that answers `/v1/info` and mints tickets, in development mode or not. */
export function fakeDoor(dev: boolean): Door {
  return {
    info: () => Promise.resolve({ dev, version: 'preview', ...(dev ? { sdkAppId: 1400000001 } : {}) }),
    devAccount: (userId) =>
      Promise.resolve({ sdkAppId: 1400000001, userId, userSigProvider: () => Promise.resolve('ticket') }),
  };
}

const shutDoor: Door = {
  info: () => Promise.reject(new Error('unreachable')),
  devAccount: () => Promise.reject(new Error('unreachable')),
};

const video = () => ({ localStream: film(myself, 1280, 720), remoteStream: film(visitor, 1280, 720) });
const voice = { media: 'audio', cameraOn: false, remote: { audio: true, video: false, screen: false } } as const;
const talking = (seconds: number) => ({ kind: 'talking', since: Date.now() - seconds * 1000 }) as const;
const after = (seconds: number) => new FakeCall({ state: talking(seconds) });

/** Calls bob in whatever shape is asked for. */
function calling(fields: Partial<FakeCall>): Scene {
  return { user: 'alice', play: (client) => client.ring(new FakeCall({ direction: 'outgoing', ...fields })) };
}

function rung(fields: Partial<FakeCall>): Scene {
  const state = { kind: 'ringing', delivered: true } as const;
  return { user: 'alice', play: (client) => client.ring(new FakeCall({ direction: 'incoming', state, ...fields })) };
}

function over(make: () => FakeCall): Scene {
  return { user: 'alice', play: (client) => client.ring(make()) };
}

export const scenes: Readonly<Record<string, () => Scene>> = {
  'sign-in': () => ({}),
  'sign-in-ticket': () => ({ door: fakeDoor(false) }),
  'sign-in-unreachable': () => ({ door: shutDoor }),
  kicked: () => ({ user: 'alice', play: (client) => client.kick('signed in elsewhere') }),
  home: () => ({ user: 'alice' }),
  'home-recent': () => ({
    user: 'alice',
    play: (client) => {
      client.ring(new FakeCall({ direction: 'incoming', peer: 'Dora', ...voice }).end('noResponse', 'server'));
      client.ring(after(754).set({ peer: longName }).end('hangup', 'remote'));
      client.ring(new FakeCall({ ...voice, peer: 'carol' }).end('lineBusy', 'remote'));
      client.ring(after(67).set({ peer: 'bob', direction: 'incoming' }).end('hangup', 'local'));
      setTimeout(() => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })), 50);
    },
  }),
  'home-reconnecting': () => ({ user: longName, play: (client) => client.connect('reconnecting') }),
  'outgoing-video': () => calling({ state: { kind: 'ringing', delivered: true }, ...video() }),
  'outgoing-voice': () => calling({ ...voice, state: { kind: 'inviting' } }),
  'incoming-video': () => rung({ peer: 'bob', localStream: film(myself, 1280, 720) }),
  'incoming-video-no-camera': () => rung({ peer: 'bob', cameraOn: false }),
  'outgoing-no-camera': () =>
    calling({
      state: { kind: 'ringing', delivered: true },
      cameraOn: false,
      deviceProblem: { code: -1314, desc: 'The camera is not allowed: permit it for this page in the browser.' },
    }),
  'incoming-voice-long': () => rung({ ...voice, peer: longName }),
  'in-call-connecting': () =>
    calling({
      ...video(),
      state: { kind: 'connecting' },
      remote: { audio: false, video: false, screen: false },
      quality: { local: 0, remote: 0, rtt: 0, upLoss: 0, downLoss: 0 },
    }),
  'in-call-video': () => calling({ ...video(), state: talking(83) }),
  'in-call-weak': () => ({
    user: 'alice',
    play: (client) => {
      const quality = { local: 4, remote: 3, rtt: 380, upLoss: 9, downLoss: 4 } as const;
      client.ring(
        new FakeCall({ ...video(), state: talking(3671), peer: longName, muted: true, cameraOn: false, quality }),
      );
      client.connect('reconnecting');
    },
  }),
  'in-call-camera-off': () =>
    calling({ ...video(), state: talking(312), remote: { audio: false, video: false, screen: false } }),
  'in-call-voice': () => calling({ ...voice, state: talking(45) }),
  'ended-hangup': () => over(() => after(754).end('hangup', 'remote')),
  'ended-no-answer': () => over(() => new FakeCall().end('noResponse', 'server')),
  'ended-missed-long': () =>
    over(() => new FakeCall({ direction: 'incoming', peer: longName }).end('noResponse', 'server')),
  'ended-device': () =>
    over(() =>
      new FakeCall().end(
        'deviceError',
        'local',
        'The microphone is in use by another program, or the system does not hand it out.',
      ),
    ),
};
