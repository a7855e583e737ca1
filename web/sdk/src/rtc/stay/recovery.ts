// SPDX-License-Identifier: Apache-2.0

/** How the media connection of a stay in a room fares. */
export type Recovery =
  | { readonly kind: 'connected' }
  | {
      readonly kind: 'broken';
      readonly since: number;
      /** When to restart ICE next; undefined while a restart is under way. */
      readonly restartAt: number | undefined;
      readonly restarts: number;
      /** When to say `connectionLost`; undefined once said. */
      readonly tellAt: number | undefined;
      /** When to say `tryToReconnect` next. */
      readonly retryAt: number;
    }
  | { readonly kind: 'over' };

export type RecoveryEvent = 'connected' | 'disconnected' | 'failed' | 'networkChanged' | 'restartEnded' | 'wake';

export type RecoveryEffect = 'restart' | 'connectionLost' | 'tryToReconnect' | 'recovered' | 'giveUp';

/** The times of the guide's connection loss timeline. */
const tell_ms = 8_000;
const firstRetry_ms = 11_000;
const nextRetry_ms = 24_000;

/** A disconnection often heals by itself within a second; restarting then would only delay it. */
const patience_ms = 1_000;
/** A first connection that takes longer than this is worth another try. */
const firstConnection_ms = 6_000;

/** A new address is often known a moment after the old one went, so the second try comes soon. */
const pause = (restarts: number): number => Math.min(8_000, 500 * 2 ** restarts);

const broken = (now: number, restartAt: number): Recovery => ({
  kind: 'broken',
  since: now,
  restartAt,
  restarts: 0,
  tellAt: now + tell_ms,
  retryAt: now + firstRetry_ms,
});

/** The state right after entering: not connected yet. */
export const connecting = (now: number): Recovery => broken(now, now + firstConnection_ms);

export function recover(
  state: Recovery,
  event: RecoveryEvent,
  now: number,
  giveUp_ms: number,
): [Recovery, RecoveryEffect[]] {
  switch (state.kind) {
    case 'over':
      return [state, []];
    case 'connected':
      return whileConnected(state, event, now);
    case 'broken':
      return whileBroken(state, event, now, giveUp_ms);
  }
}

function whileConnected(state: Recovery, event: RecoveryEvent, now: number): [Recovery, RecoveryEffect[]] {
  switch (event) {
    case 'disconnected':
      return [broken(now, now + patience_ms), []];
    case 'failed':
      return [broken(now, now), []];
    case 'networkChanged':
      return [state, ['restart']];
    case 'connected':
    case 'restartEnded':
    case 'wake':
      return [state, []];
  }
}

type Broken = Extract<Recovery, { kind: 'broken' }>;

function whileBroken(
  state: Broken,
  event: RecoveryEvent,
  now: number,
  giveUp_ms: number,
): [Recovery, RecoveryEffect[]] {
  switch (event) {
    case 'connected':
      return [{ kind: 'connected' }, state.tellAt === undefined ? ['recovered'] : []];
    case 'failed':
    case 'networkChanged':
      return state.restartAt === undefined ? [state, []] : [{ ...state, restartAt: now }, []];
    case 'restartEnded':
      return [{ ...state, restartAt: now + pause(state.restarts), restarts: state.restarts + 1 }, []];
    case 'disconnected':
      return [state, []];
    case 'wake':
      return whenDue(state, now, giveUp_ms);
  }
}

function whenDue(state: Broken, now: number, giveUp_ms: number): [Recovery, RecoveryEffect[]] {
  if (now >= state.since + giveUp_ms) return [{ kind: 'over' }, ['giveUp']];
  const effects: RecoveryEffect[] = [];
  let next = state;
  if (next.tellAt !== undefined && now >= next.tellAt) {
    next = { ...next, tellAt: undefined };
    effects.push('connectionLost');
  }
  if (now >= next.retryAt) {
    next = { ...next, retryAt: now + nextRetry_ms };
    effects.push('tryToReconnect');
  }
  if (next.restartAt !== undefined && now >= next.restartAt) {
    next = { ...next, restartAt: undefined };
    effects.push('restart');
  }
  return [next, effects];
}

export function recoveryWakeAt(state: Recovery, giveUp_ms: number): number | undefined {
  if (state.kind !== 'broken') return undefined;
  const { since, tellAt = Infinity, restartAt = Infinity, retryAt } = state;
  return Math.min(since + giveUp_ms, tellAt, restartAt, retryAt);
}
