// SPDX-License-Identifier: Apache-2.0
import { Code } from '../codes.js';
import { refused, type Result } from '../result.js';
import { sentence, type Parties } from './messages.js';
import type { CallEnd, CallState, EndReason, EndSide, RejectReason } from './types.js';

/** A call as it decides; `shown` is what the app sees of it. `until` is when it stops waiting for what it waits for. */
export type Stage =
  | { readonly kind: 'inviting'; readonly cancelling: boolean; readonly until: number }
  | { readonly kind: 'ringing'; readonly delivered: boolean; readonly cancelling: boolean; readonly until: number }
  /** An incoming call that was answered here; the server has not confirmed that it was first, or not been `asked`. */
  | { readonly kind: 'accepting'; readonly asked: boolean; readonly until: number }
  | {
      readonly kind: 'connecting';
      readonly inside: boolean;
      readonly peerInside: boolean;
      readonly flowing: boolean;
      /** When the server had both in the room: the call is counted from then on, on both sides. */
      readonly together: number | undefined;
      readonly until: number;
    }
  | { readonly kind: 'talking'; readonly since: number }
  | CallEnd;

export type CallEvent =
  | { readonly type: 'invited' }
  /** `lost`: there was no answer, because there was no connection. */
  | { readonly type: 'inviteRefused'; readonly lost: boolean; readonly why: Result }
  | { readonly type: 'alreadyInCall' }
  | { readonly type: 'delivered' }
  | { readonly type: 'accepted' }
  | { readonly type: 'rejected'; readonly reason: RejectReason }
  | { readonly type: 'cancelled'; readonly side: EndSide }
  | { readonly type: 'timedOut' }
  | { readonly type: 'answeredElsewhere'; readonly outcome: 'accepted' | 'rejected' }
  | { readonly type: 'accept' }
  | { readonly type: 'acceptSent' }
  | { readonly type: 'acceptDone' }
  | { readonly type: 'acceptRefused'; readonly over: boolean; readonly why: Result }
  | { readonly type: 'reject'; readonly reason: RejectReason }
  | { readonly type: 'hangUp' }
  | { readonly type: 'cancelDone' }
  /** `since`: when both were in the room, by the server; its clock counts for both sides. */
  | { readonly type: 'entered'; readonly since?: number | undefined }
  | { readonly type: 'enterRefused'; readonly why: Result }
  | { readonly type: 'peerEntered'; readonly since?: number | undefined }
  | { readonly type: 'peerLeft'; readonly reason: number; readonly talkedMs?: number | undefined }
  /** How long the call was by the server's clock, said after it has ended here. */
  | { readonly type: 'counted'; readonly talkedMs: number }
  | { readonly type: 'flowing' }
  | { readonly type: 'roomEnded'; readonly why: 'kicked' | 'dissolved' | 'lost' }
  | { readonly type: 'noMicrophone'; readonly why: Result }
  | { readonly type: 'sessionEnded'; readonly by: 'local' | 'server' }
  | { readonly type: 'wake' };

export type CallEffect =
  | 'sendCancel'
  | 'sendReject'
  | 'sendBusy'
  | 'enterRoom'
  | 'leaveRoom'
  /** The other side waits in the room, or is about to: go there, be seen, and leave, so that it knows. */
  | 'meetAndLeave';

const notConnected = refused(Code.enterRoomFailed, 'The call could not be connected.');

/** How long the server's word is awaited before the own wish counts. */
const word_ms = 2_000;
/** The server gives two people 20 s to come to the room. */
const connecting_ms = 20_000;

export type CallStep = [Stage, CallEffect[]];

export const dialling = (until: number): Stage => ({ kind: 'inviting', cancelling: false, until });

export const ringing = (until: number): Stage => ({ kind: 'ringing', delivered: true, cancelling: false, until });

export const shown = (stage: Stage): CallState => {
  switch (stage.kind) {
    case 'inviting':
      return { kind: 'inviting' };
    case 'ringing':
      return { kind: 'ringing', delivered: stage.delivered };
    case 'accepting':
    case 'connecting':
      return { kind: 'connecting' };
    case 'talking':
    case 'ended':
      return stage;
  }
};

export const callWakeAt = (stage: Stage): number | undefined => ('until' in stage ? stage.until : undefined);

/** The life of one call as a pure function: the server's word decides every race. */
export function advance(stage: Stage, event: CallEvent, parties: Parties, now: number): CallStep {
  if (stage.kind === 'ended') return [counted(stage, event), []];
  const over = end(stage, parties, now, event);
  if (event.type === 'sessionEnded') {
    return event.by === 'local' ? over('hangup', 'local', ['leaveRoom']) : over('endByServer', 'server', ['leaveRoom']);
  }
  switch (stage.kind) {
    case 'inviting':
    case 'ringing':
      return parties.direction === 'outgoing' ? calling(stage, event, over, now) : called(stage, event, over, now);
    case 'accepting':
      return accepting(stage, event, over, now);
    case 'connecting':
      return connecting(stage, event, over, now);
    case 'talking':
      return inRoom(stage, event, over);
  }
}

type End = (reason: EndReason, side: EndSide, effects?: CallEffect[], why?: Result) => CallStep;

const end =
  (stage: Stage, parties: Parties, now: number, event: CallEvent): End =>
  (reason, side, effects = [], why) => [
    {
      kind: 'ended',
      reason,
      side,
      code: why?.code ?? 0,
      message: why?.desc ?? sentence(reason, side, parties),
      talkedMs: stage.kind === 'talking' ? (told(event) ?? Math.max(0, now - stage.since)) : 0,
    },
    effects,
  ];

const told = (event: CallEvent): number | undefined => ('talkedMs' in event ? event.talkedMs : undefined);

function counted(stage: CallEnd, event: CallEvent): CallEnd {
  return event.type === 'counted' && stage.talkedMs > 0 ? { ...stage, talkedMs: event.talkedMs } : stage;
}

type Before = Extract<Stage, { kind: 'inviting' | 'ringing' }>;
type Connecting = Extract<Stage, { kind: 'connecting' }>;

const connectingNow = (now: number): Connecting => ({
  kind: 'connecting',
  inside: false,
  peerInside: false,
  flowing: false,
  together: undefined,
  until: now + connecting_ms,
});

function calling(stage: Before, event: CallEvent, over: End, now: number): CallStep {
  switch (event.type) {
    case 'invited':
      return stage.kind === 'inviting' ? [{ ...stage, kind: 'ringing', delivered: false }, []] : [stage, []];
    case 'inviteRefused':
      if (stage.cancelling) return over('canceled', 'local');
      return event.lost ? over('connectionLost', 'local', [], event.why) : over('unknown', 'server', [], event.why);
    case 'alreadyInCall':
      return over('lineBusy', 'local');
    case 'delivered':
      return [{ ...stage, kind: 'ringing', delivered: true }, []];
    case 'accepted':
      return stage.cancelling ? over('hangup', 'local', ['meetAndLeave']) : [connectingNow(now), ['enterRoom']];
    // The server took this warm device in: somebody has answered.
    case 'entered':
      return [{ ...connectingNow(now), inside: true }, ['enterRoom']];
    case 'rejected':
      return over(event.reason === 'busy' ? 'lineBusy' : 'reject', 'remote');
    case 'cancelled':
      return over('canceled', event.side);
    case 'timedOut':
      return stage.kind === 'ringing' && stage.delivered ? over('noResponse', 'remote') : over('offline', 'remote');
    case 'hangUp':
    case 'reject':
      return stage.cancelling ? [stage, []] : [{ ...stage, cancelling: true, until: now + word_ms }, ['sendCancel']];
    case 'cancelDone':
      return over('canceled', 'local');
    case 'noMicrophone':
      return over('deviceError', 'local', ['sendCancel'], event.why);
    case 'wake':
      if (now < stage.until) return [stage, []];
      // Nobody has said how it ended: the connection to the server is gone.
      return stage.cancelling ? over('canceled', 'local') : over('connectionLost', 'local', ['sendCancel']);
    default:
      return [stage, []];
  }
}

function called(stage: Before, event: CallEvent, over: End, now: number): CallStep {
  switch (event.type) {
    case 'accept':
      return [{ kind: 'accepting', asked: false, until: stage.until }, []];
    case 'hangUp':
      return over('reject', 'local', ['sendReject']);
    case 'reject':
      return event.reason === 'busy'
        ? over('lineBusy', 'local', ['sendBusy'])
        : over('reject', 'local', ['sendReject']);
    case 'wake':
      return now < stage.until ? [stage, []] : over('noResponse', 'local');
    default:
      return silenced(stage, event, over);
  }
}

/** What stops a call that rings here from ringing. */
function silenced(stage: Stage, event: CallEvent, over: End): CallStep {
  switch (event.type) {
    case 'cancelled':
      return over('canceled', event.side);
    case 'timedOut':
      return over('noResponse', 'local');
    case 'answeredElsewhere':
      return over(event.outcome === 'accepted' ? 'otherDeviceAccepted' : 'otherDeviceReject', 'local');
    default:
      return [stage, []];
  }
}

function accepting(stage: Extract<Stage, { kind: 'accepting' }>, event: CallEvent, over: End, now: number): CallStep {
  switch (event.type) {
    case 'acceptSent':
      return [{ ...stage, asked: true }, []];
    case 'acceptDone':
    // Both called each other, and the server made one accepted call of it.
    case 'accepted':
      return [connectingNow(now), ['enterRoom']];
    // The server took this device in before its answer was read.
    case 'entered':
      return [{ ...connectingNow(now), inside: true }, ['enterRoom']];
    case 'acceptRefused':
      // Something else ended it first; what it was is told, if it has not been yet.
      return event.over ? [{ ...stage, until: now + word_ms }, []] : over('connectionLost', 'local', [], event.why);
    case 'hangUp':
    case 'reject':
      return stage.asked ? over('hangup', 'local', ['meetAndLeave']) : over('reject', 'local', ['sendReject']);
    case 'noMicrophone':
      return over('deviceError', 'local', [stage.asked ? 'meetAndLeave' : 'sendReject'], event.why);
    case 'wake':
      return now < stage.until ? [stage, []] : over('unknown', 'server');
    default:
      return silenced(stage, event, over);
  }
}

function connecting(stage: Connecting, event: CallEvent, over: End, now: number): CallStep {
  switch (event.type) {
    case 'entered':
      return together({ ...stage, inside: true }, event.since ?? now);
    case 'peerEntered':
      return together({ ...stage, peerInside: true }, event.since ?? now);
    case 'flowing':
      return together({ ...stage, flowing: true }, now);
    case 'enterRefused':
      return over('unknown', 'server', [], event.why);
    case 'hangUp':
    case 'reject':
      return over('hangup', 'local', [stage.peerInside ? 'leaveRoom' : 'meetAndLeave']);
    case 'noMicrophone':
      return over('deviceError', 'local', [stage.peerInside ? 'leaveRoom' : 'meetAndLeave'], event.why);
    case 'wake':
      return now < stage.until ? [stage, []] : over('connectionLost', 'local', ['leaveRoom'], notConnected);
    default:
      return inRoom(stage, event, over);
  }
}

function together(stage: Connecting, now: number): CallStep {
  if (!stage.inside || !stage.peerInside) return [stage, []];
  const since = stage.together ?? now;
  return [stage.flowing ? { kind: 'talking', since } : { ...stage, together: since }, []];
}

function inRoom(stage: Stage, event: CallEvent, over: End): CallStep {
  switch (event.type) {
    case 'hangUp':
    case 'reject':
      return over('hangup', 'local', ['leaveRoom']);
    case 'peerLeft':
      if (event.reason === 0) return over('hangup', 'remote', ['leaveRoom']);
      return event.reason === 1
        ? over('connectionLost', 'remote', ['leaveRoom'])
        : over('endByServer', 'server', ['leaveRoom']);
    case 'roomEnded':
      return event.why === 'lost' ? over('connectionLost', 'local', ['leaveRoom']) : over('endByServer', 'server');
    default:
      return [stage, []];
  }
}
