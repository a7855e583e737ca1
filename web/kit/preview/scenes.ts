// SPDX-License-Identifier: Apache-2.0
import type { EndReason, EndSide, Result } from '@duet/sdk';
import type { EffectChoice } from '../src/effects/choice.js';
import type { DuetCall } from '../src/element/duet-call.js';
import { FakeCall } from './fake-call.js';
import { FakeEffects } from './fake-effects.js';
import type { FakeClient } from './fake-client.js';
import { film, myself, visitor } from './person.js';
import { filmScreen } from './screen.js';

/** Something to look at: what happens to the client of an element. */
export type Scene = (client: FakeClient, element: DuetCall) => void;

const longName = 'Maximiliane_von_Hohenberg-Landau';

const video = () => ({ localStream: film(myself, 1280, 720), remoteStream: film(visitor, 1280, 720) });
const nothing = { audio: false, video: false, screen: false } as const;
const voice = { media: 'audio', cameraOn: false, remote: { audio: true, video: false, screen: false } } as const;
const ringing = { kind: 'ringing', delivered: true } as const;
const talking = (seconds: number) => ({ kind: 'talking', since: Date.now() - seconds * 1000 }) as const;

type Fields = () => Partial<FakeCall>;

/** Calls bob in whatever shape is asked for. */
const calling =
  (fields: Fields): Scene =>
  (client) =>
    client.ring(new FakeCall({ direction: 'outgoing', ...fields() }));

const rung =
  (fields: Fields): Scene =>
  (client) =>
    client.ring(new FakeCall({ direction: 'incoming', state: ringing, ...fields() }));

/** A call that was talked in for a while, or not at all, and is over. */
const over =
  (reason: EndReason, side: EndSide, seconds = 0, fields: Partial<FakeCall> = {}, code = 0): Scene =>
  (client) =>
    client.ring(new FakeCall({ ...(seconds > 0 && { state: talking(seconds) }), ...fields })).end(reason, side, code);

const small =
  (scene: Scene): Scene =>
  (client, element) => {
    element.small = true;
    scene(client, element);
  };

/** Carol calls as well. */
const waiting =
  (scene: Scene, fields: Partial<FakeCall> = {}): Scene =>
  (client, element) => {
    scene(client, element);
    client.ring(new FakeCall({ direction: 'incoming', peer: 'carol', state: ringing, ...voice, ...fields }));
  };

/** Dora is on hold meanwhile. */
const beside =
  (scene: Scene, peer = 'Dora'): Scene =>
  (client, element) => {
    client.ring(new FakeCall({ ...voice, peer, state: talking(600), held: 'local' }));
    scene(client, element);
  };

const press =
  (scene: Scene, testId: string): Scene =>
  (client, element) => {
    scene(client, element);
    setTimeout(() => {
      element.shadowRoot
        ?.querySelector('duet-in-call, duet-outgoing, duet-incoming')
        ?.shadowRoot?.querySelector<HTMLElement>(`[data-testid=${testId}]`)
        ?.click();
    }, 100);
  };

/** The effects menu open, with this kept by the browser until the scene has read it. */
const effects =
  (scene: Scene, choice: Partial<EffectChoice> = {}, checked?: Result): Scene =>
  (client, element) => {
    localStorage.setItem('duet-effects', JSON.stringify(choice));
    const fake = new FakeEffects(checked);
    element.effects = () => Promise.resolve(fake);
    void element.updateComplete.then(() => {
      localStorage.removeItem('duet-effects');
      press(scene, 'effects')(client, element);
    });
  };

/** The effect of the picture says that it is too slow. */
const tooSlow =
  (scene: Scene): Scene =>
  (client, element) => {
    scene(client, element);
    setTimeout(() => {
      const call = client.calls[0];
      const effect = call?.videoEffect;
      if (call && effect) call.notice(effect, { kind: 'fellBack', code: 8004, desc: '' });
    }, 150);
  };

const videoCall = calling(() => ({ ...video(), state: talking(83) }));
const voiceCall = calling(() => ({ ...voice, state: talking(45) }));
const incomingCall = { direction: 'incoming' } as const;

export const scenes: Readonly<Record<string, Scene>> = {
  'outgoing-video': calling(() => ({ state: ringing, ...video() })),
  'outgoing-voice': calling(() => ({ ...voice, state: { kind: 'inviting' } })),
  'outgoing-no-camera': calling(() => ({
    state: ringing,
    cameraOn: false,
    deviceProblem: { code: -1314, desc: 'The camera is not allowed: permit it for this page in the browser.' },
  })),
  'outgoing-small': small(calling(() => ({ ...voice, state: ringing, peer: longName }))),
  'incoming-video': rung(() => ({ localStream: film(myself, 1280, 720) })),
  'incoming-video-no-camera': rung(() => ({ cameraOn: false })),
  'incoming-voice-long': rung(() => ({ ...voice, peer: longName })),
  connecting: calling(() => ({
    ...video(),
    state: { kind: 'connecting' },
    remote: nothing,
    quality: { local: 0, remote: 0, rtt: 0, upLoss: 0, downLoss: 0 },
  })),
  'in-call-video': videoCall,
  'in-call-weak': (client) => {
    const quality = { local: 4, remote: 3, rtt: 380, upLoss: 9, downLoss: 4 } as const;
    client.ring(
      new FakeCall({ ...video(), state: talking(3671), peer: longName, muted: true, cameraOn: false, quality }),
    );
    client.connect('reconnecting');
  },
  'in-call-camera-off': calling(() => ({ ...video(), state: talking(312), remote: nothing })),
  'in-call-voice': voiceCall,
  'in-call-voice-long': calling(() => ({ ...voice, state: talking(4521), peer: longName, muted: true })),
  'in-call-note': (client) => {
    client.ring(
      new FakeCall({ ...video(), state: talking(9), cameraOn: false, deviceProblem: { code: -1316, desc: 'In use.' } }),
    );
  },
  'video-offer': (client) => {
    const call = client.ring(new FakeCall({ ...voice, state: talking(45), peer: longName }));
    const seen = { remoteStream: film(visitor, 1280, 720), remote: { audio: true, video: true, screen: false } };
    setTimeout(() => call.set({ ...seen, media: 'video' }), 100);
  },
  devices: press(videoCall, 'devices'),
  effects: effects(videoCall, { smoothing: 0.6, whitening: 0.3, background: 'dusk', quiet: true }),
  'effects-unable': effects(videoCall, {}, { code: 8001, desc: 'This browser has no WebGL2, or it is switched off.' }),
  'effects-too-slow': tooSlow(effects(videoCall, { background: 'blur' })),
  'effects-outgoing': effects(
    calling(() => ({ state: ringing, ...video() })),
    { background: 'blur' },
  ),
  'effects-incoming': effects(
    rung(() => ({ localStream: film(myself, 1280, 720) })),
    { smoothing: 0.5 },
  ),
  'screen-shown': calling(() => ({
    ...video(),
    state: talking(131),
    remoteScreen: filmScreen(),
    remote: { audio: true, video: true, screen: true },
  })),
  'screen-shown-in-voice': calling(() => ({
    ...voice,
    state: talking(131),
    remoteScreen: filmScreen(),
    remote: { audio: true, video: false, screen: true },
  })),
  'screen-shared': calling(() => ({ ...video(), state: talking(131), screenOn: true })),
  'held-here': calling(() => ({ ...voice, media: 'video', state: talking(754), held: 'local', remote: nothing })),
  'held-there': calling(() => ({ ...video(), state: talking(754), held: 'remote', remote: nothing, peer: longName })),
  'two-calls': beside(videoCall),
  'two-calls-voice': beside(voiceCall, longName),
  'second-call': waiting(videoCall),
  'second-call-long': waiting(voiceCall, { peer: longName, media: 'video' }),
  'second-call-with-one-on-hold': waiting(beside(videoCall)),
  'small-video': small(videoCall),
  'small-voice': small(voiceCall),
  'small-voice-long': small(calling(() => ({ ...voice, state: talking(4521), peer: longName }))),
  'small-held': small(calling(() => ({ ...voice, state: talking(754), held: 'local', remote: nothing }))),
  'small-second-call': small(waiting(videoCall)),
  'small-ended': small(over('hangup', 'remote', 754)),
  'ended-hangup': over('hangup', 'remote', 754),
  'ended-hangup-mine': over('hangup', 'local', 3671, { peer: longName }),
  'ended-declined': over('reject', 'remote'),
  'ended-no-answer': over('noResponse', 'server'),
  'ended-missed': over('noResponse', 'server', 0, { ...incomingCall, peer: longName }),
  'ended-offline': over('offline', 'server'),
  'ended-busy': over('lineBusy', 'remote'),
  'ended-cancelled': over('canceled', 'remote', 0, incomingCall),
  'ended-answered-elsewhere': over('otherDeviceAccepted', 'local', 0, incomingCall),
  'ended-declined-elsewhere': over('otherDeviceReject', 'local', 0, incomingCall),
  'ended-by-server': over('endByServer', 'server', 90),
  'ended-lost': over('connectionLost', 'local', 90),
  'ended-device': over('deviceError', 'local', 0, {}, -1319),
  'ended-unknown': over('unknown', 'server', 0, {}, 20003),
};
